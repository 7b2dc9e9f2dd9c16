// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a declaration says to no purpose: words that come twice, acts that can never be done, conditions without
/// effect, obligations of an office that may be vacant, conditions on the group that no group meets.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/kinds.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/soundness.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

namespace balint::detail {

// A check answers with the position of the first culprit, or with the number of positions where there is none.

/// The position of the first of n names that is not a plain one, or n.
template <std::size_t N, typename Names>
consteval std::size_t not_plain(const Names& names) {
  std::size_t i = 0;
  while (i < N && is_plain_name(names[i])) ++i;
  return i;
}
/// The name of the role that is won in P; empty: there is none.
template <typename P>
consteval std::string_view name_of_presenter() {
  if constexpr (std::is_void_v<typename presenter_role<P>::type>) {
    return {};
  } else {
    return presenter_role<P>::type::name;
  }
}
/// An office that has the name of an earlier one, of `anyone`, or of a role that is won and is another one.
template <typename P>
consteval std::size_t office_without_a_name_of_its_own() {
  const auto& names = P::offices::names;
  const bool has_presenter = P::offices::template has<typename presenter_role<P>::type>;
  for (std::size_t i = 0; i < P::offices::size; ++i) {
    if (names[i] == role::anyone::name || (!has_presenter && names[i] == name_of_presenter<P>())) return i;
    for (std::size_t k = 0; k < i; ++k) {
      if (names[k] == names[i]) return i;
    }
  }
  return P::offices::size;
}
/// A rule of P that has the name of an earlier one.
template <typename P>
consteval std::size_t rule_listed_twice() {
  const auto& names = rules_of<P>::names;
  for (std::size_t i = 0; i < rules_of<P>::size; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (names[k] == names[i]) return i;
    }
  }
  return rules_of<P>::size;
}
/// A stage that is one of the roles of P.
template <typename P, typename... Ins>
consteval std::size_t stage_that_is_a_role(declare::sequence<Ins...>) {
  std::size_t i = 0;
  (void)(((base_of<P, typename Ins::stage>() != none) || (++i, false)) || ...);
  return i;
}
/// A stage in which nothing can be done.
template <typename P>
consteval std::size_t stage_without_acts() {
  const auto& all = declared<P>;
  std::uint64_t has_acts = 0;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (all.acts[i] != none && all.stages[i] != none) has_acts |= bit(all.stages[i]);
  }
  std::size_t i = 0;
  while (i < P::order::size && i < 64 && ((has_acts >> i) & 1U) != 0) ++i;
  return i < 64 ? i : P::order::size;
}
/// An act of which one clause is listed twice in the same place.
template <typename P>
consteval std::size_t act_with_a_clause_twice() {
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (all.acts[i] != none && all.items[i] == all.items[k] && all.stages[i] == all.stages[k]) return all.acts[i];
    }
  }
  return acts_of<P>.count;
}

/// Whether a condition of an item changes nothing.
template <typename P>
constexpr bool is_in_vain(const item_row& item, const condition_row& on) {
  for (auto before = item.conditions; before != &on; ++before) {
    if (before->kind != on.kind) continue;
    // A second one of these takes the place of the first, or says the same.
    if (on.kind == condition_kind::after_all || on.kind == condition_kind::upholds ||
        on.kind == condition_kind::passable)
      return true;
    if (before->act == on.act && before->who == on.who) return true;
  }
  switch (on.kind) {
    case condition_kind::to: return item.target != target_kind::person;
    case condition_kind::upholds: return item.due == quota::may;
    case condition_kind::attended_by:
      return item.does != effect::advances && item.does != effect::cuts_short && item.does != effect::closes;
    default: return false;
  }
}
/// The act that an item waits for everybody to do, or `none`.
template <typename P>
constexpr std::uint8_t awaited_of_all(const item_row& item) {
  for (auto on = item.conditions; on->kind != condition_kind::end; ++on) {
    if (on->kind == condition_kind::after_all) return static_cast<std::uint8_t>(acts_of<P>.find(*on->act));
  }
  return none;
}
template <typename P>
consteval std::size_t act_with_a_condition_in_vain() {
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (all.acts[i] == none) continue;
    const item_row& item = *all.items[i];
    for (auto on = item.conditions; on->kind != condition_kind::end; ++on) {
      if (is_in_vain<P>(item, *on)) return all.acts[i];
    }
    const auto awaited = awaited_of_all<P>(item);
    if (awaited != none && awaited != table_of<P>.acts[all.acts[i]].after_all) return all.acts[i];
  }
  return acts_of<P>.count;
}

/// Whether one of those who may do an act can be there by a stage.
template <typename P>
constexpr bool can_act_by(std::size_t stage, std::uint16_t who) {
  for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
    const auto& term = table_of<P>.terms.rows[i];
    if (((who >> i) & 1U) == 0 || term.base == term.except) continue;
    if (term.base != P::offices::size) return true;
    if (can_happen_by<P>(stage, effect::takes_case) || can_happen_by<P>(stage, effect::selects_case)) return true;
  }
  return false;
}
/// Whether there can be something of the kind that an act is done to.
template <typename P>
constexpr bool can_have_target_by(std::size_t stage, const act_row& row) {
  if (row.does == effect::rejoins) return can_happen_by<P>(stage, effect::drops);
  if (row.does == effect::accepts_case || row.does == effect::declines_case)
    return can_happen_by<P>(stage, effect::takes_case) || can_happen_by<P>(stage, effect::selects_case);
  if (row.target == target_kind::case_of) return can_happen_by<P>(stage, effect::makes_case);
  if (row.target == target_kind::option) return can_happen_by<P>(stage, effect::makes_option);
  return true;
}
/// An act that cannot be done, whatever happens: what it waits for waits for it, or shuts it out, or never comes.
template <typename P>
consteval std::size_t act_never_done() {
  constexpr std::size_t count = table<P>::act_count;
  std::uint64_t can = 0;
  std::uint64_t needs[count + 1]{};  // what has to happen before each, however far back
  for (std::uint64_t before = 1; before != can;) {
    before = can;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& row = table_of<P>.acts[i];
      const auto stage = row.home == none ? stage_count<P> - 1 : row.home;
      const auto awaited = row.after_all < count ? bit(row.after_all) : 0;
      if ((can & bit(i)) != 0 || ((row.after | awaited) & ~can) != 0) continue;
      needs[i] = row.after;
      for (std::size_t k = 0; k < count; ++k) needs[i] |= (row.after & bit(k)) != 0 ? needs[k] : 0;
      if ((needs[i] & row.until) != 0) continue;
      if (can_have_target_by<P>(stage, row) && can_act_by<P>(stage, row.who)) can |= bit(i);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if ((can & bit(i)) == 0) return i;
  }
  return count;
}

// Conditions on the group.

template <typename Condition>
inline constexpr bool is_out_of_range = false;
template <typename Condition>
  requires requires { Condition::is_in_range; }
inline constexpr bool is_out_of_range<Condition> = !Condition::is_in_range;
/// The office that a condition makes sure of; `none`: it does not.
template <typename P, typename Condition>
consteval std::uint8_t office_filled_by() {
  if constexpr (requires { typename Condition::fills; }) {
    if (P::offices::template has<typename Condition::fills>)
      return static_cast<std::uint8_t>(P::offices::template index<typename Condition::fills>);
  }
  return none;
}
/// Anyone who holds the first office holds the second; `none`: the condition does not say so.
struct office_pair {
  std::uint8_t one = none, other = none;
};
template <typename P, typename Condition>
consteval office_pair office_within(Condition*) {
  return {};
}
template <typename P, typename Office, typename Other>
consteval office_pair office_within(declare::comes_from_within<Office, Other>*) {
  return {base_of<P, Office>(), base_of<P, Other>()};
}
template <typename P, typename Office, typename... StandIns>
consteval std::uint64_t leaders_of(declare::led_by<Office, StandIns...>) {
  return (bit(P::offices::template index<Office>) | ... | bit(P::offices::template index<StandIns>));
}
/// The offices that somebody holds in every group of P: by its conditions, or since the person who leads does.
template <typename P, typename... Conditions>
consteval std::uint64_t offices_filled(declare::conditions<Conditions...>) {
  std::uint64_t filled = 0;
  const std::uint8_t given[]{none, office_filled_by<P, Conditions>()...};
  const office_pair pairs[]{{}, office_within<P>(static_cast<Conditions*>(nullptr))...};
  for (const auto office : given) filled |= office == none ? 0 : bit(office);
  for (std::uint64_t before = ~filled; before != filled;) {
    before = filled;
    for (const auto& pair : pairs) {
      if (pair.one < P::offices::size && pair.other < P::offices::size && (filled & bit(pair.one)) != 0)
        filled |= bit(pair.other);
    }
  }
  if ((filled & leaders_of<P>(typename P::lead{})) != 0)
    filled |= bit(P::offices::template index<typename P::lead::office>);
  return filled;
}
/// An act that is owed by an office which may be vacant in a group of P.
template <typename P>
consteval std::size_t act_owed_by_a_vacant_office() {
  const auto filled = offices_filled<P>(typename P::formation{});
  for (const auto& duty : table_of<P>.duties) {
    bool is_sure = false;
    for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
      const auto base = table_of<P>.terms.rows[i].base;
      if (((duty.who >> i) & 1U) != 0) is_sure = is_sure || base >= P::offices::size || (filled & bit(base)) != 0;
    }
    if (!is_sure) return duty.act;
  }
  return table<P>::act_count;
}

template <typename P, typename Office>
using unheld = std::conditional_t<P::offices::template has<Office>, in_place, Office>;
// clang-format off: a line for each
template <typename P, typename Condition> struct unheld_one { using type = in_place; };
template <typename P, typename Condition> requires requires { typename Condition::office; }
struct unheld_one<P, Condition> { using type = unheld<P, typename Condition::office>; };
template <typename P, typename Condition> struct unheld_other { using type = in_place; };
template <typename P, typename Condition> requires requires { typename Condition::other; }
struct unheld_other<P, Condition> { using type = unheld<P, typename Condition::other>; };
template <typename P, typename Condition> struct unheld_filled { using type = in_place; };
template <typename P, typename Condition> requires requires { typename Condition::fills; }
struct unheld_filled<P, Condition> { using type = unheld<P, typename Condition::fills>; };
// clang-format on
/// Whether each role that a condition is about is an office of P.
template <typename P, typename Condition>
consteval bool names_only_offices() {
  bool is_so = true;
  if constexpr (requires { typename Condition::office; }) is_so = P::offices::template has<typename Condition::office>;
  if constexpr (requires { typename Condition::other; })
    is_so = is_so && P::offices::template has<typename Condition::other>;
  if constexpr (requires { typename Condition::fills; })
    is_so = is_so && P::offices::template has<typename Condition::fills>;
  return is_so;
}
/// The first role that conditions are about and that nobody in P can hold.
template <typename P, typename... Conditions>
using unheld_office =
    first_fault<typename unheld_one<P, Conditions>::type..., typename unheld_other<P, Conditions>::type...,
                typename unheld_filled<P, Conditions>::type...>;

/// The position, from 1, of the first that is true; 0: none is. The element at 0 stands for nothing.
consteval std::size_t first_true(std::initializer_list<bool> all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all.begin()[i]) return i;
  }
  return 0;
}
/// Tells types apart by address.
template <typename Type>
inline constexpr char tag_of = 0;
/// The position, from 1, of the first that stands before, too; 0: none does.
consteval std::size_t first_same(std::initializer_list<const char*> all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    for (std::size_t k = 1; k < i; ++k) {
      if (all.begin()[i] == all.begin()[k]) return i;
    }
  }
  return 0;
}
/// The type at a position.
template <std::size_t At, typename First, typename... Rest>
struct type_at {
  using type = typename type_at<At - 1, Rest...>::type;
};
template <typename First, typename... Rest>
struct type_at<0, First, Rest...> {
  using type = First;
};
template <std::size_t At, typename... All>
using nth_type = typename type_at<At, All...>::type;
/// How often a list has a condition.
template <typename Condition, typename List>
inline constexpr std::size_t times_listed = 0;
template <typename Condition, typename... All>
inline constexpr std::size_t times_listed<Condition, declare::conditions<All...>> =
    (std::size_t{0} + ... + (std::same_as<Condition, All> ? 1U : 0U));
/// Whether no group can meet a condition together with all of a list, or every group meets it.
template <typename Condition, typename List>
inline constexpr bool contradicts = false;
template <typename Office, typename Other, typename List>
inline constexpr bool contradicts<declare::comes_from_outside<Office, Other>, List> =
    std::same_as<Office, Other> || times_listed<declare::comes_from_within<Office, Other>, List> != 0;
template <typename Office, typename Other, typename List>
inline constexpr bool contradicts<declare::comes_from_within<Office, Other>, List> =
    std::same_as<Office, Other> || times_listed<declare::holds_no_other_office<Office>, List> != 0;
/// The advisories of P about a session; none where it has no list of them.
// clang-format off
template <typename P> struct advisories_declared { using type = declare::conditions<>; };
template <typename P> requires requires { typename P::session_advisories; }
struct advisories_declared<P> { using type = typename P::session_advisories; };
// clang-format on

}  // namespace balint::detail
