// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether everything in a declaration is of the kind that belongs there: stages, clauses, conditions, acts, roles,
/// rules. Asked before anything else is, so that what is not gets one message.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace balint::detail {

// clang-format off: a line for each kind

/// Whether a text can name something in logs, messages and pages: 1 to 40 of `a-z 0-9 _`, a letter first.
constexpr bool is_plain_name(std::string_view name) noexcept {
  if (name.empty() || name.size() > 40 || name[0] < 'a' || name[0] > 'z') return false;
  for (const char c : name) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') return false;
  }
  return true;
}

/// A word of a declaration: a type with a name that the compiler knows.
template <typename Word>
concept has_name = requires {
  { Word::name } -> std::convertible_to<std::string_view>;
  typename std::bool_constant<std::string_view(Word::name).empty()>;
};
/// A named word with a source.
template <typename Word>
concept sourced = has_name<Word> && requires {
  { Word::source } -> std::convertible_to<std::string_view>;
  typename std::bool_constant<std::string_view(Word::source).empty()>;
};
template <typename Word>
concept is_act_word = sourced<Word> && requires {
  typename Word::target;
  typename Word::result;
  requires std::same_as<std::remove_cv_t<decltype(Word::does)>, effect>;
  requires kind_of<typename Word::target> != target_kind::none || std::same_as<typename Word::target, no_target>;
};
template <typename Word>
concept is_rule_word =
    sourced<Word> && requires { requires std::same_as<std::remove_cv_t<decltype(Word::holds)>, held>; };
template <typename Word>
concept is_role_word = has_name<Word> && !requires { Word::does; } && !requires { Word::holds; };
template <typename Word>
concept is_stage_word = sourced<Word> && is_role_word<Word>;

/// What a declaration expects in a place.
enum class expects : std::uint8_t { part, stage, clause, condition, group_condition, act, role, rule };

/// A word that is not what is expected in its place.
template <expects Kind, typename Word> struct misplaced {};
/// Everything is in its place.
struct in_place {};

/// The first of some findings that is one; `in_place` where none is.
template <typename... Findings> struct first_finding { using type = in_place; };
template <typename First, typename... Rest> struct first_finding<First, Rest...> { using type = First; };
template <typename... Rest> struct first_finding<in_place, Rest...> : first_finding<Rest...> {};
template <typename... Findings> using first_fault = typename first_finding<Findings...>::type;

/// What is found of a word, by whether it is of the kind that is expected and then by its name. Nothing is made for a
/// word that is in its place: a compiler makes these for every word of every protocol.
template <bool Fits> struct finding_if { template <expects Kind, typename Word> using of = misplaced<Kind, Word>; };
template <> struct finding_if<true> { template <expects Kind, typename Word> using of = in_place; };
template <typename Word> using stage_finding = typename finding_if<is_stage_word<Word>>::template of<expects::stage, Word>;
template <typename Word> using act_finding = typename finding_if<is_act_word<Word>>::template of<expects::act, Word>;
template <typename Word> using role_finding = typename finding_if<is_role_word<Word>>::template of<expects::role, Word>;
template <typename Word> using rule_finding = typename finding_if<is_rule_word<Word>>::template of<expects::rule, Word>;

/// What is wrong with who may act.
template <typename Who> struct who_finding { using type = role_finding<Who>; };
template <typename Role, typename Except>
struct who_finding<declare::but<Role, Except>> {
  using type = first_fault<role_finding<Role>, role_finding<Except>>;
};
template <typename Role> struct who_finding<declare::unled<Role>> { using type = role_finding<Role>; };
template <typename... Whos>
struct who_finding<declare::either<Whos...>> {
  using type = first_fault<typename who_finding<Whos>::type...>;
};
template <> struct who_finding<declare::either<>> { using type = misplaced<expects::role, declare::either<>>; };

/// What is wrong with a condition of a clause.
template <typename Condition> struct condition_finding { using type = misplaced<expects::condition, Condition>; };
template <typename Act> struct condition_finding<declare::after<Act>> { using type = act_finding<Act>; };
template <typename Act> struct condition_finding<declare::after_all<Act>> { using type = act_finding<Act>; };
template <typename Act> struct condition_finding<declare::until<Act>> { using type = act_finding<Act>; };
template <typename Act> struct condition_finding<declare::owed_after<Act>> { using type = act_finding<Act>; };
template <> struct condition_finding<declare::passable> { using type = in_place; };
template <typename Who> struct condition_finding<declare::to<Who>> : who_finding<Who> {};
template <typename Role> struct condition_finding<declare::attended_by<Role>> : who_finding<Role> {};
template <typename Rule> struct condition_finding<declare::upholds<Rule>> { using type = rule_finding<Rule>; };

/// What is wrong with an item of a stage.
template <typename Item> struct item_finding { using type = misplaced<expects::clause, Item>; };
template <quota Due, typename Who, typename Act, typename... Conditions>
struct item_finding<clause<Due, Who, Act, Conditions...>> {
  using type =
      first_fault<typename who_finding<Who>::type, act_finding<Act>, typename condition_finding<Conditions>::type...>;
};
template <typename Thing>
struct item_finding<declare::at_least_one<Thing>> {
  using type = std::conditional_t<std::same_as<Thing, case_id> || std::same_as<Thing, option_id>, in_place,
                                  misplaced<expects::clause, declare::at_least_one<Thing>>>;
};
template <typename Role> struct item_finding<declare::outside<Role>> : who_finding<Role> {};

/// What is wrong with an element of the sequence.
template <typename In> struct stage_in_order_finding { using type = misplaced<expects::stage, In>; };
template <typename Stage, typename... Items>
struct stage_in_order_finding<declare::in<Stage, Items...>> {
  using type = first_fault<stage_finding<Stage>, typename item_finding<Items>::type...>;
};

/// A condition on the group, or on the session: it is asked of a roster and has a code.
template <typename Condition>
concept is_group_condition = requires {
  requires std::same_as<std::remove_cv_t<decltype(Condition::error)>, code>;
} || requires { requires std::same_as<std::remove_cv_t<decltype(Condition::advises)>, advisory_code>; };
template <typename Condition>
using group_condition_finding =
    typename finding_if<is_group_condition<Condition>>::template of<expects::group_condition, Condition>;

// The parts of a protocol, each of which has its own list.

template <typename Part> struct part_finding { using type = misplaced<expects::part, Part>; };
template <typename... Roles>
struct part_finding<declare::offices<Roles...>> { using type = first_fault<role_finding<Roles>...>; };
template <typename Office, typename... StandIns>
struct part_finding<declare::led_by<Office, StandIns...>> {
  using type = first_fault<role_finding<Office>, role_finding<StandIns>...>;
};
template <typename... Conditions>
struct part_finding<declare::conditions<Conditions...>> {
  using type = first_fault<group_condition_finding<Conditions>...>;
};
template <typename... Ins>
struct part_finding<declare::sequence<Ins...>> {
  using type = first_fault<typename stage_in_order_finding<Ins>::type...>;
};
template <typename... Clauses>
struct part_finding<declare::throughout<Clauses...>> {
  using type = first_fault<typename finding_if<is_clause<Clauses>>::template of<expects::clause, Clauses>...,
                           typename item_finding<Clauses>::type...>;
};
template <typename... Rules>
struct part_finding<rule_list<Rules...>> { using type = first_fault<rule_finding<Rules>...>; };

template <typename Part> inline constexpr bool is_offices = false;
template <typename... Roles> inline constexpr bool is_offices<declare::offices<Roles...>> = true;
template <typename Part> inline constexpr bool is_lead = false;
template <typename Office, typename... StandIns>
inline constexpr bool is_lead<declare::led_by<Office, StandIns...>> = true;
template <typename Part> inline constexpr bool is_conditions = false;
template <typename... Conditions> inline constexpr bool is_conditions<declare::conditions<Conditions...>> = true;
template <typename Part> inline constexpr bool is_throughout_list = false;
template <typename... Clauses> inline constexpr bool is_throughout_list<declare::throughout<Clauses...>> = true;
template <typename Part> inline constexpr bool is_rule_list = false;
template <typename... Rules> inline constexpr bool is_rule_list<rule_list<Rules...>> = true;

/// The parts of a protocol, as messages name them.
struct part_of {
  struct name; struct offices; struct lead; struct formation; struct order; struct throughout;
  struct presented_by; struct rules; struct session_advisories;
};

/// What is wrong with the parts of P: what is missing, or what is not what its name says.
template <typename P>
consteval auto missing_part() {
  if constexpr (!has_name<P>) { return misplaced<expects::part, part_of::name>{};
  } else if constexpr (!requires { requires is_offices<typename P::offices>; }) {
    return misplaced<expects::part, part_of::offices>{};
  } else if constexpr (!requires { requires is_lead<typename P::lead>; }) {
    return misplaced<expects::part, part_of::lead>{};
  } else if constexpr (!requires { requires is_conditions<typename P::formation>; }) {
    return misplaced<expects::part, part_of::formation>{};
  } else if constexpr (!requires { requires is_sequence<typename P::order>; }) {
    return misplaced<expects::part, part_of::order>{};
  } else if constexpr (!requires { requires is_throughout_list<typename P::throughout>; }) {
    return misplaced<expects::part, part_of::throughout>{};
  } else {
    return in_place{};
  }
}
/// What is wrong with a part that P may have.
template <bool Is, typename Kind, typename Part>
struct optional_finding { using type = misplaced<expects::part, Kind>; };
template <typename Kind, typename Part> struct optional_finding<true, Kind, Part> : part_finding<Part> {};
template <typename P> struct presented_finding { using type = in_place; };
template <typename P>
  requires requires { typename P::presented_by; }
struct presented_finding<P> { using type = role_finding<typename P::presented_by>; };
template <typename P> struct rules_finding { using type = in_place; };
template <typename P>
  requires requires { typename P::rules; }
struct rules_finding<P> : optional_finding<is_rule_list<typename P::rules>, part_of::rules, typename P::rules> {};
template <typename P> struct advisories_finding { using type = in_place; };
template <typename P>
  requires requires { typename P::session_advisories; }
struct advisories_finding<P> : optional_finding<is_conditions<typename P::session_advisories>,
                                                part_of::session_advisories, typename P::session_advisories> {};

/// What is wrong with P as far as the kinds of its words go: the first finding, in the order of the parts.
template <typename P>
consteval auto find_in_parts() {
  if constexpr (!std::same_as<decltype(missing_part<P>()), in_place>) { return missing_part<P>();
  } else {
    using parts =
        first_fault<typename part_finding<typename P::offices>::type, typename part_finding<typename P::lead>::type,
                    typename part_finding<typename P::formation>::type, typename part_finding<typename P::order>::type,
                    typename part_finding<typename P::throughout>::type, typename presented_finding<P>::type,
                    typename rules_finding<P>::type, typename advisories_finding<P>::type>;
    return parts{};
  }
}
template <typename P> using finding_in = decltype(find_in_parts<P>());
/// Whether it is something else, if anything, that is out of place in P.
template <typename P, expects Kind, typename Word>
inline constexpr bool is_elsewhere = !std::same_as<finding_in<P>, misplaced<Kind, Word>>;
/// Whether the acts of P can be listed: every word of its stages and throughout is of its kind.
template <typename P>
inline constexpr bool has_lists = std::same_as<
    first_fault<typename part_finding<typename P::order>::type, typename part_finding<typename P::throughout>::type>,
    in_place>;
/// Whether every word of P is of the kind that belongs in its place.
template <typename P> inline constexpr bool is_made_of_words = std::same_as<finding_in<P>, in_place>;

// clang-format on

}  // namespace balint::detail
