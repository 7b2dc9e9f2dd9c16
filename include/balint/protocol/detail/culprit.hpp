// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// From what a check of a declaration found back to the type that is wrong, so that a compiler's message can name it.
/// Only a declaration that fails a check instantiates any of this.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/soundness.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/rule.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace balint::detail {

/// Words of a declaration, in the order in which it names them.
template <typename... Words>
struct word_list {};
template <typename... As, typename... Bs>
consteval word_list<As..., Bs...> operator+(word_list<As...>, word_list<Bs...>) {
  return {};
}

template <std::size_t, typename Word>
struct numbered_word {
  using type = Word;
};
template <typename Numbers, typename... Words>
struct numbered_words;
template <std::size_t... Numbers, typename... Words>
struct numbered_words<std::index_sequence<Numbers...>, Words...> : numbered_word<Numbers, Words>... {};
template <std::size_t Number, typename Word>
numbered_word<Number, Word> word_with(const numbered_word<Number, Word>&);

template <typename Words, std::size_t At>
struct word_of;
template <typename... Words, std::size_t At>
struct word_of<word_list<Words...>, At> {
  using type = typename decltype(word_with<At>(
      std::declval<numbered_words<std::index_sequence_for<Words...>, Words...>>()))::type;
};
/// The word at a position of a list.
template <typename Words, std::size_t At>
using word_at = typename word_of<Words, At>::type;

/// The position of the first word that fits; the number of words where none does.
template <typename... Words, typename Fits>
consteval std::size_t first_word(word_list<Words...>, Fits fits) {
  std::size_t i = 0;
  (void)((fits.template operator()<Words>() || (++i, false)) || ...);
  return i;
}

// What a declaration names, flattened: its items first, then what each item names.

template <typename Stage, typename... Items>
consteval word_list<Items...> items_in(declare::in<Stage, Items...>) {
  return {};
}
template <typename... Ins>
consteval auto items_in(declare::sequence<Ins...>) {
  return (word_list<>{} + ... + items_in(Ins{}));
}
template <typename... Clauses>
consteval word_list<Clauses...> items_in(declare::throughout<Clauses...>) {
  return {};
}

template <typename... Ins>
consteval word_list<typename Ins::stage...> stages_in(declare::sequence<Ins...>) {
  return {};
}

template <typename Item>
consteval word_list<> acts_in(Item) {
  return {};
}
template <quota Due, typename Who, typename Act, typename... Conditions>
consteval word_list<Act> acts_in(clause<Due, Who, Act, Conditions...>) {
  return {};
}
template <typename... Items>
consteval auto acts_in(word_list<Items...>) {
  return (word_list<>{} + ... + acts_in(Items{}));
}

template <typename Item>
consteval word_list<> roles_in(Item) {
  return {};
}
template <typename... Roles, typename... Excepts, bool... Unled>
consteval auto roles_in(term_list<term<Roles, Excepts, Unled>...>) {
  return (word_list<>{} + ... + word_list<Roles, Excepts>{});
}
template <typename Who>
consteval auto roles_in(declare::to<Who>) {
  return roles_in(typename terms_of<Who>::type{});
}
template <typename Role>
consteval word_list<Role> roles_in(declare::attended_by<Role>) {
  return {};
}
template <typename Role>
consteval word_list<Role> roles_in(declare::outside<Role>) {
  return {};
}
template <typename Office, typename... StandIns>
consteval word_list<Office, StandIns...> roles_in(declare::led_by<Office, StandIns...>) {
  return {};
}
template <quota Due, typename Who, typename Act, typename... Conditions>
consteval auto roles_in(clause<Due, Who, Act, Conditions...>) {
  return (roles_in(typename terms_of<Who>::type{}) + ... + roles_in(Conditions{}));
}
template <typename... Items>
consteval auto roles_in(word_list<Items...>) {
  return (word_list<>{} + ... + roles_in(Items{}));
}

template <typename Item>
consteval word_list<> rules_in(Item) {
  return {};
}
template <quota Due, typename Who, typename Act, typename... Conditions>
  requires(Due != quota::may)
consteval auto rules_in(clause<Due, Who, Act, Conditions...>) {
  return word_list<typename clause<Due, Who, Act, Conditions...>::rule>{};
}
template <typename... Rules>
consteval word_list<Rules...> rules_in(rule_list<Rules...>) {
  return {};
}
template <typename... Items>
consteval auto rules_in(word_list<Items...>) {
  return (word_list<>{} + ... + rules_in(Items{}));
}

template <typename P>
using item_list = decltype(items_in(typename P::order{}) + items_in(typename P::throughout{}));
template <typename P>
using act_list = decltype(acts_in(item_list<P>{}));
template <typename P, typename Catalogue = rule::catalogue>
using needed_rules = decltype(rules_in(item_list<P>{}) + rules_in(Catalogue{}));

/// The position in act_list of the first act with a name, other than Except.
template <typename P, typename Except = void>
consteval std::size_t position_of_act(std::string_view name) {
  return first_word(act_list<P>{}, [=]<typename Act>() { return Act::name == name && !std::same_as<Act, Except>; });
}
/// Those who lead and hold no office.
template <typename P, typename... Roles>
consteval auto leaders_without_office(word_list<Roles...>) {
  return (word_list<>{} + ... + std::conditional_t<P::offices::template has<Roles>, word_list<>, word_list<Roles>>{});
}
template <typename P, typename... Roles>
consteval auto roles_nobody_can_hold(word_list<Roles...>) {
  return (word_list<>{} + ... + std::conditional_t < std::same_as<Roles, void> || base_of<P, Roles>() != none,
          word_list<>, word_list < Roles >> {});
}
template <typename P>
consteval std::size_t position_of_unlisted_rule() {
  return first_word(needed_rules<P>{}, []<typename Rule>() { return !rules_of<P>::template has<Rule>; });
}

/// The stage at a position of P's sequence.
template <typename P, std::size_t At>
using stage_at = word_at<decltype(stages_in(typename P::order{})), At>;
template <typename... Roles>
consteval word_list<Roles...> offices_in(declare::offices<Roles...>) {
  return {};
}
/// The office at a position of P's offices.
template <typename P, std::size_t At>
using office_at = word_at<decltype(offices_in(typename P::offices{})), At>;
/// The rule at a position of P's rules.
template <typename P, std::size_t At>
using rule_at = word_at<decltype(rules_in(rules_of<P>{})), At>;
/// The act at a position of P's acts.
template <typename P, std::size_t At>
using act_at = word_at<act_list<P>, position_of_act<P>(acts_of<P>.names[At])>;
/// The first role that nobody can hold.
template <typename P>
using unknown_role = word_at<decltype(leaders_without_office<P>(roles_in(typename P::lead{})) +
                                      roles_nobody_can_hold<P>(roles_in(item_list<P>{}))),
                             0>;
/// The first rule that P needs and does not list.
template <typename P>
using unlisted_rule = word_at<needed_rules<P>, position_of_unlisted_rule<P>()>;
/// The act that has the effect of Act, and comes first.
template <typename P, typename Act>
using first_act_of_effect = act_at<P, act_with_effect<P>(Act::does).index>;
/// The first act whose name is that of another act too.
template <typename P>
using act_of_shared_name = word_at<act_list<P>, position_of_act<P>(acts_of<P>.shared)>;
/// That other act.
template <typename P>
using other_act_of_shared_name = word_at<act_list<P>, position_of_act<P, act_of_shared_name<P>>(acts_of<P>.shared)>;

}  // namespace balint::detail
