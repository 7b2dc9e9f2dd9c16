// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a protocol is, and the questions the compiler can ask of one.
#include <balint/protocol/sequence.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace balint {

namespace detail {
template <typename Order>
inline constexpr bool is_sequence = false;
template <typename... Ins>
inline constexpr bool is_sequence<declare::sequence<Ins...>> = true;

// The questions of constraints and assertions, as values: a compiler prints a failed value in one line with the names
// in it, a failed concept in many.
template <typename P>
inline constexpr bool is_protocol = requires {
  { P::name } -> std::convertible_to<std::string_view>;
  typename P::offices;
  typename P::lead;
  typename P::formation;
  typename P::order;
  typename P::throughout;
  requires is_sequence<typename P::order>;
};
}  // namespace detail

/// A protocol is one declaration: a name, the offices, who leads, the conditions on the group, the stages in their
/// order and the acts that are open throughout. Optional are the role that is won by an act (`presented_by`), the list
/// of rules (`rules`) and the advisories about a session (`session_advisories`).
/// @snippet troika.hpp declaration
template <typename P>
concept protocol = detail::is_protocol<P>;

namespace detail {
template <typename P>
struct rules {
  using type = rule::catalogue;
};
template <typename P>
  requires requires { typename P::rules; }
struct rules<P> {
  using type = typename P::rules;
};
/// The role that is won by an act; void: there is none.
template <typename P>
struct presenter_role {
  using type = void;
};
template <typename P>
  requires requires { typename P::presented_by; }
struct presenter_role<P> {
  using type = typename P::presented_by;
};
}  // namespace detail

/// The rules that findings, flags and reminders of P name: `P::rules`, or the catalogue.
template <typename P>
using rules_of = typename detail::rules<P>::type;

/// Rule is a rule of protocol P.
template <typename P, typename Rule>
concept has_rule = protocol<P> && rules_of<P>::template has<Rule>;

/// Stage is a stage of protocol P.
template <typename P, typename Stage>
concept has_stage = protocol<P> && (P::order::template index<Stage> < P::order::size);

/// Protocol P has Act, in a stage or throughout.
template <typename Act, typename P>
concept act_of = protocol<P> && (P::order::template knows<Act> || P::throughout::template has_act<Act>);

namespace detail {
template <typename Act, typename P>
inline constexpr bool is_known = act_of<Act, P>;
template <typename P, typename Stage>
inline constexpr bool is_stage_of = has_stage<P, Stage>;
template <typename P, typename Rule>
inline constexpr bool is_rule_of = has_rule<P, Rule>;

/// Says that a word is none of its protocol; it has no number.
template <typename Act, typename P>
consteval std::uint8_t no_act_number() {
  static_assert(is_protocol<P>, "balint: this is no protocol: name the act first, then its protocol [not_a_protocol]");
  static_assert(!is_protocol<P> || is_known<Act, P>,
                "balint: the protocol has no such act: name one that it has [act_of_protocol]");
  return 0;
}
template <typename Stage, typename P>
consteval std::uint8_t no_stage_number() {
  static_assert(is_protocol<P>,
                "balint: this is no protocol: name the stage first, then its protocol [not_a_protocol]");
  static_assert(!is_protocol<P> || is_stage_of<P, Stage>,
                "balint: the protocol has no such stage: name one that it has [not_a_stage]");
  return 0;
}
template <typename P, typename Rule>
consteval std::uint8_t no_rule_number() {
  static_assert(is_protocol<P>, "balint: this is no protocol: name the protocol first, then its rule [not_a_protocol]");
  static_assert(!is_protocol<P> || is_rule_of<P, Rule>,
                "balint: the protocol has no such rule: name one that it has [rule_of_protocol]");
  return 0;
}
}  // namespace detail

/// The id of Rule in protocol P. Of another rule it does not compile.
template <typename P, typename Rule>
inline constexpr rule_id rule_of{detail::no_rule_number<P, Rule>()};
/// The same, of what is no rule of the protocol, is refused by the compiler.
template <protocol P, typename Rule>
  requires has_rule<P, Rule>
inline constexpr rule_id rule_of<P, Rule>{static_cast<std::uint8_t>(rules_of<P>::template index<Rule>)};

namespace detail {
/// Whether an act that is open throughout is open in Stage: a session advances from every stage but the last
/// and is closed from the last.
template <typename P, typename Stage, typename Act>
inline constexpr bool is_open_in = [] {
  if (!P::throughout::template has_act<Act>) return false;
  const bool is_last = P::order::template index<Stage> + 1 == P::order::size;
  return Act::does == effect::advances || Act::does == effect::cuts_short ? !is_last
                                                                          : Act::does != effect::closes || is_last;
}();
}  // namespace detail

/// Act may be recorded in Stage of protocol P: it is the stage's own or open throughout.
template <typename Act, typename P, typename Stage>
concept act_of_stage = has_stage<P, Stage> && act_of<Act, P> &&
                       (P::order::template has_act<Stage, Act> || detail::is_open_in<P, Stage, Act>);

/// In Stage of protocol P a holder of Role may do Act.
template <typename P, typename Stage, typename Act, typename Role>
concept permits =
    has_stage<P, Stage> && (P::order::template permits<Stage, Act, Role> ||
                            (detail::is_open_in<P, Stage, Act> && P::throughout::template permits<Act, Role>));

/// In protocol P, stage To is the next after stage From.
template <typename P, typename From, typename To>
concept follows =
    has_stage<P, From> && has_stage<P, To> && (P::order::template index<From> + 1 == P::order::template index<To>);

/// Stage is the last of protocol P: the one the session is closed from.
template <typename P, typename Stage>
concept last_stage = has_stage<P, Stage> && (P::order::template index<Stage> + 1 == P::order::size);

/// Stage is the first of protocol P: the one a session begins in.
template <typename P, typename Stage>
concept first_stage = has_stage<P, Stage> && (P::order::template index<Stage> == 0);

}  // namespace balint
