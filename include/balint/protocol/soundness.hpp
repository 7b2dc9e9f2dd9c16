// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The checks of a declaration: what a protocol needs so that it can work.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>

#include <cstddef>
#include <cstdint>

namespace balint {
namespace detail {

// A check of stages or acts finds the position of the first that is wrong, or the number of them where none is. Which
// type that is matters to the message alone: `detail/culprit.hpp`.

template <typename P>
inline constexpr std::size_t stage_count = P::order::size;

template <typename P>
consteval std::size_t stage_listed_twice() {
  for (std::size_t i = 0; i < stage_count<P>; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (P::order::names[i] == P::order::names[k]) return k;
    }
  }
  return stage_count<P>;
}

template <typename P>
consteval std::size_t act_in_two_places() {
  const auto& all = declared<P>;
  std::size_t first[all.names.count + 1]{};  // the item that named an act first, from 1
  for (std::size_t i = 0; i < all.count; ++i) {
    const auto act = all.acts[i];
    if (act == none) continue;
    if (first[act] == 0) first[act] = i + 1;
    if (all.stages[first[act] - 1] != all.stages[i]) return act;
  }
  return acts_of<P>.count;
}

/// Whether somebody can hold every role of some terms: each is an office, the presenter's role or `anyone`.
template <typename P>
constexpr bool can_hold(const term_labels* who) {
  for (; who != nullptr && who->base != nullptr; ++who) {
    if (base_of<P>(who->base) == none) return false;
    if (who->except != nullptr && base_of<P>(who->except) == none) return false;
  }
  return true;
}
/// Whether somebody can hold every role that an item of a declaration names.
template <typename P>
constexpr bool can_hold(const item_row& item) {
  if (!can_hold<P>(item.who)) return false;
  for (auto on = item.conditions; on != nullptr && on->kind != condition_kind::end; ++on) {
    if (!can_hold<P>(on->who)) return false;
  }
  return true;
}
template <typename P>
consteval bool can_hold_all() {
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (!can_hold<P>(*all.items[i])) return false;
  }
  return true;
}
/// Whether those who lead hold an office.
template <typename P, typename Office, typename... StandIns>
consteval bool leaders_hold_offices(declare::led_by<Office, StandIns...>) {
  return (P::offices::template has<Office> && ... && P::offices::template has<StandIns>);
}

template <typename P>
consteval std::size_t act_without_its_target() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    auto wanted = target_kind::none;
    switch (row.does) {
      case effect::none: wanted = row.target; break;
      case effect::supports_case:
      case effect::selects_case: wanted = target_kind::case_of; break;
      case effect::weighs_option: wanted = target_kind::option; break;
      case effect::flags:
      case effect::reminds: wanted = target_kind::rule; break;
      case effect::hands_over: wanted = target_kind::person; break;
      default: break;
    }
    if (row.target != wanted || (row.does == effect::hands_over && row.heirs == 0)) return i;
  }
  return table<P>::act_count;
}

template <typename P>
consteval std::size_t act_that_moves_in_a_stage() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    const bool moves = row.does == effect::advances || row.does == effect::cuts_short || row.does == effect::closes ||
                       row.does == effect::terminates;
    if (moves && row.home != none) return i;
  }
  return table<P>::act_count;
}

/// Whether an act with that effect can be declared beside another one. What a session, a judge or a repair looks up by
/// its effect, it has to find in one place.
constexpr bool is_found_by_effect(effect does) noexcept {
  return does != effect::none && does != effect::weighs_option && does != effect::flags && does != effect::refocuses;
}
/// An act that has the effect of an earlier one.
template <typename P>
consteval std::size_t act_of_the_same_effect() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto does = table_of<P>.acts[i].does;
    if (is_found_by_effect(does) && act_with_effect<P>(does).index < i) return i;
  }
  return table<P>::act_count;
}

template <typename P>
consteval std::size_t act_done_to_a_person() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    if (row.target == target_kind::person && row.does != effect::hands_over) return i;
  }
  return table<P>::act_count;
}

/// The acts that belong to a stage, or to none.
template <typename P>
constexpr std::uint64_t acts_at(std::uint8_t home) {
  std::uint64_t acts = 0;
  for (std::size_t i = 0; i < table<P>::act_count; ++i) acts |= table_of<P>.acts[i].home == home ? bit(i) : 0;
  return acts;
}
template <typename P>
consteval std::size_t act_with_a_condition_elsewhere() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    const auto named = row.after | row.until;
    if ((named & ~bit(i)) != 0 && (named & ~acts_at<P>(row.home)) != 0) return i;
    if (row.after_all == none) continue;
    if (row.after_all >= table<P>::act_count || table_of<P>.acts[row.after_all].home != row.home ||
        table_of<P>.acts[row.after_all].slot == none)
      return i;
  }
  return table<P>::act_count;
}

/// Whether everything that a clause is only owed after can have happened by then: acts that the declaration has, of no
/// later stage, other than the clause's own.
template <typename P>
constexpr bool can_come_due(const item_row& item, std::uint8_t stage, std::uint8_t act) {
  for (auto on = item.conditions; on->kind != condition_kind::end; ++on) {
    if (on->kind != condition_kind::owed_after) continue;
    const auto earlier = acts_of<P>.find(*on->act);
    if (earlier >= acts_of<P>.count || earlier == act || item.due == quota::may) return false;
    const auto home = table_of<P>.acts[earlier].home;
    if (home != none && home > stage) return false;
  }
  return true;
}
template <typename P>
consteval std::size_t act_never_due() {
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (all.items[i]->kind == item_kind::clause && !can_come_due<P>(*all.items[i], all.stages[i], all.acts[i]))
      return all.acts[i];
  }
  return table<P>::act_count;
}
/// Whether an act with that effect can be done in the stage or in an earlier one.
template <typename P>
constexpr bool can_happen_by(std::size_t stage, effect does) {
  for (const auto& row : table_of<P>.acts) {
    if (row.does == does && (row.stages & (bit(stage + 1) - 1)) != 0) return true;
  }
  return false;
}
/// Whether one of these terms can be held by somebody in the stage, be it led or not.
template <typename P>
constexpr bool can_be_held_in(std::size_t stage, std::uint16_t who) {
  for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
    const auto& term = table_of<P>.terms.rows[i];
    if (((who >> i) & 1U) == 0 || term.base == term.except || term.unled) continue;
    if (term.base != P::offices::size) return true;
    if (can_happen_by<P>(stage, effect::takes_case) || can_happen_by<P>(stage, effect::selects_case)) return true;
  }
  return false;
}
/// The acts that can happen in their stage one after the other, given what they wait for.
template <typename P>
inline constexpr std::uint64_t acts_that_can_happen = [] {
  std::uint64_t can = 0;
  for (std::uint64_t before = 1; before != can;) {
    before = can;
    for (std::size_t i = 0; i < table<P>::act_count; ++i) {
      const auto& row = table_of<P>.acts[i];
      if ((can & bit(i)) != 0 || row.home == none || (row.after & ~can) != 0) continue;
      if (row.target == target_kind::case_of && !can_happen_by<P>(row.home, effect::makes_case)) continue;
      if (row.target == target_kind::option && !can_happen_by<P>(row.home, effect::makes_option)) continue;
      if (can_be_held_in<P>(row.home, row.who)) can |= bit(i);
    }
  }
  return can;
}();
/// Whether an obligation can become impossible because something else happened: an act that is owed once is in no other
/// obligation and owed by one alone, nothing that is owed has an `until` of another, comes before all others, or waits
/// for the lead to be free.
template <typename P>
constexpr bool can_be_shut_out(const duty_row& duty) {
  const auto self = bit(duty.act);
  const auto does = table_of<P>.acts[duty.act].does;
  if (does == effect::opens || does == effect::takes_lead) return true;
  if ((table_of<P>.acts[duty.act].until & ~self) != 0) return true;
  if ((table_of<P>.acts[duty.act].until & self) == 0) return false;
  if (duty.due != quota::once && duty.due != quota::some) return true;
  for (const auto& other : table_of<P>.duties) {
    if (&other != &duty && other.act == duty.act) return true;
  }
  return false;
}
template <typename P>
consteval std::size_t act_owed_in_vain() {
  for (const auto& duty : table_of<P>.duties) {
    const bool can = duty.stage != none && ((acts_that_can_happen<P> >> duty.act) & 1U) != 0 &&
                     can_be_held_in<P>(duty.stage, duty.who) &&
                     (duty.due != quota::per_option || table_of<P>.acts[duty.act].target == target_kind::option);
    if (!can || can_be_shut_out<P>(duty)) return duty.act;
  }
  return table<P>::act_count;
}
template <typename P>
consteval std::size_t stage_owed_in_vain() {
  for (std::size_t i = 0; i < stage_count<P>; ++i) {
    const auto& row = table_of<P>.stages[i];
    if (row.needs_case && !can_happen_by<P>(i, effect::makes_case)) return i;
    if (row.needs_option && !can_happen_by<P>(i, effect::makes_option)) return i;
  }
  return stage_count<P>;
}

template <typename P>
consteval std::size_t stage_without_an_end() {
  for (std::size_t i = 0; i < stage_count<P>; ++i) {
    bool ends = false;
    for (const auto& row : table_of<P>.acts) {
      ends = ends || (row.does == effect::terminates && ((row.stages >> i) & 1U) != 0 && can_be_held_in<P>(i, row.who));
    }
    if (!ends) return i;
  }
  return stage_count<P>;
}
template <typename P>
consteval std::size_t stage_never_left() {
  for (std::size_t i = 0; i < stage_count<P>; ++i) {
    const auto leaves = i + 1 < stage_count<P> ? effect::advances : effect::closes;
    bool goes_on = false;
    for (const auto& row : table_of<P>.acts) {
      goes_on = goes_on || (row.does == leaves && ((row.stages >> i) & 1U) != 0 && can_be_held_in<P>(i, row.who));
    }
    if (!goes_on) return i;
  }
  return stage_count<P>;
}
/// Whether somebody who fits one term can hold a base at the same time: the same one, `anyone`, or the presenter's
/// where they may become the presenter.
template <typename P>
constexpr bool can_be_both(const term_row& term, std::uint8_t base) {
  if (term.except == base) return false;
  if (term.base == base || term.base == P::offices::size + 1) return true;
  if (base != P::offices::size) return false;
  for (std::size_t i = 0; i < table_of<P>.terms.count; ++i) {
    if (((candidates<P> >> i) & 1U) != 0 && table_of<P>.terms.rows[i].base == term.base) return true;
  }
  return false;
}
/// Whether somebody who fits one of some terms can be one of others at the same time.
template <typename P>
constexpr bool can_coincide(std::uint16_t some, std::uint16_t others) {
  const auto& terms = table_of<P>.terms;
  for (std::size_t a = 0; a < terms.count; ++a) {
    for (std::size_t b = 0; b < terms.count; ++b) {
      const bool both = ((some >> a) & 1U) != 0 && ((others >> b) & 1U) != 0;
      if (both && can_be_both<P>(terms.rows[a], terms.rows[b].base)) return true;
    }
  }
  return false;
}
template <typename P>
consteval std::size_t act_of_somebody_outside() {
  for (std::size_t i = 0; i < table<P>::act_count; ++i) {
    const auto& row = table_of<P>.acts[i];
    if (row.home != none && can_coincide<P>(row.who, table_of<P>.stages[row.home].outside)) return i;
  }
  return table<P>::act_count;
}
/// An act that could be passed by a declaration's word, but not in fact: it is not owed once, or nobody who owes it may
/// pass.
template <typename P>
consteval std::size_t act_passable_in_vain() {
  const auto& all = declared<P>;
  const auto passing = act_with_effect<P>(effect::passes);
  for (std::size_t i = 0, duty = 0; i < all.count; ++i) {
    const item_row& item = *all.items[i];
    if (item.kind != item_kind::clause) continue;
    const auto owing = item.due == quota::may ? std::uint16_t{0} : table_of<P>.duties[duty++].who;
    for (auto on = item.conditions; on->kind != condition_kind::end; ++on) {
      if (on->kind != condition_kind::passable) continue;
      if (item.due != quota::once && item.due != quota::some) return all.acts[i];
      if (passing.index >= table<P>::act_count || !can_coincide<P>(table_of<P>.acts[passing.index].who, owing))
        return all.acts[i];
    }
  }
  return table<P>::act_count;
}

template <typename P, typename Catalogue = rule::catalogue>
consteval bool every_rule_is_listed() {
  const auto is_listed = [](const label* rule) {
    return rule == nullptr || rule_position<P>(rule) < rules_of<P>::size;
  };
  for (const label* rule : rule_labels<Catalogue>::list) {
    if (!is_listed(rule)) return false;
  }
  const auto& all = declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    if (!is_listed(all.items[i]->rule)) return false;
  }
  return true;
}

}  // namespace detail

/// No stage is listed twice in the sequence of P.
template <typename P>
inline constexpr bool stages_are_listed_once = detail::stage_listed_twice<P>() == detail::stage_count<P>;
/// No act of P is listed in two stages, or in a stage and throughout.
template <typename P>
inline constexpr bool acts_have_one_place = detail::act_in_two_places<P>() == detail::acts_of<P>.count;
/// No two acts of P have the same name.
template <typename P>
inline constexpr bool acts_have_distinct_names = detail::acts_of<P>.shared.empty();
/// Every role in P is an office, the presenter's role or `anyone`; those who lead hold an office.
template <typename P>
inline constexpr bool roles_can_be_held =
    detail::leaders_hold_offices<P>(typename P::lead{}) && detail::can_hold_all<P>();
/// The role of P that is won by an act is not given as an office.
template <typename P>
inline constexpr bool presenter_is_not_an_office = !P::offices::template has<typename detail::presenter_role<P>::type>;
/// `P::rules` holds the catalogue and every rule that the clauses of P uphold.
template <typename P>
inline constexpr bool rules_are_listed = detail::every_rule_is_listed<P>();
/// P has at most 63 acts, 1 to 63 stages, and at most 32 offices, 64 rules and 16 different ways to say who.
template <typename P>
inline constexpr bool fits_the_engine =
    detail::acts_of<P>.count < 64 && P::order::size >= 1 && P::order::size < 64 && P::offices::size <= 32 &&
    rules_of<P>::size <= 64 && !detail::table_of<P>.terms.overflows;
/// Every act of P takes what its effect needs.
template <typename P>
inline constexpr bool effects_have_targets = detail::act_without_its_target<P>() == detail::table<P>::act_count;
/// The acts of P that advance or end the session are open throughout.
template <typename P>
inline constexpr bool moves_are_throughout = detail::act_that_moves_in_a_stage<P>() == detail::table<P>::act_count;
/// No two acts of P have one effect, but for acts that weigh options, flag, refocus or have no effect: what looks an
/// act up by its effect finds the one that is meant.
template <typename P>
inline constexpr bool effects_have_one_act = detail::act_of_the_same_effect<P>() == detail::table<P>::act_count;
/// No act of P but handing over is done to a person: people are not assessed. @source RUL-2
template <typename P>
inline constexpr bool nobody_is_assessed = detail::act_done_to_a_person<P>() == detail::table<P>::act_count;
/// `after` and `until` name an act of the same stage; `after_all` names one that each owes.
template <typename P>
inline constexpr bool conditions_stay_in_stage =
    detail::act_with_a_condition_elsewhere<P>() == detail::table<P>::act_count;
/// What is owed only after an act of P can come due: the act is P's, of the same stage or an earlier one, or
/// throughout.
template <typename P>
inline constexpr bool obligations_can_come_due = detail::act_never_due<P>() == detail::table<P>::act_count;
/// What P says can be passed is owed once, and somebody who owes it may pass.
template <typename P>
inline constexpr bool passable_acts_can_be_passed = detail::act_passable_in_vain<P>() == detail::table<P>::act_count;
/// Every obligation of P can be met by somebody who may be there.
template <typename P>
inline constexpr bool obligations_can_be_met = detail::act_owed_in_vain<P>() == detail::table<P>::act_count;
/// Where a stage of P owes a case or an option, an act makes one.
template <typename P>
inline constexpr bool cases_and_options_can_be_made = detail::stage_owed_in_vain<P>() == detail::stage_count<P>;
/// In every stage of P somebody may end the session at once.
template <typename P>
inline constexpr bool can_always_end = detail::stage_without_an_end<P>() == detail::stage_count<P>;
/// Somebody can advance from every stage of P, and close the last.
template <typename P>
inline constexpr bool last_stage_is_reached = detail::stage_never_left<P>() == detail::stage_count<P>;
/// Nobody who is outside the circle in a stage of P has an act there.
template <typename P>
inline constexpr bool nobody_outside_acts = detail::act_of_somebody_outside<P>() == detail::table<P>::act_count;

}  // namespace balint
