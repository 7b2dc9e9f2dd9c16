// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What rows of the table ask of a session without a fault.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::deviation::detail {

using balint::detail::act_with_effect;
using balint::detail::bit;
using balint::detail::duty_row;
using balint::detail::is_owed_by_each;
using balint::detail::none;
using balint::detail::table_of;

/// An act of P by somebody on a target.
template <protocol P>
[[nodiscard]] event<P> act_by(person_id who, effect does, std::uint16_t target = 0, instant at = unstated) {
  return balint::detail::raw_event<P>({.at = at, .by = who, .act = act_with_effect<P>(does), .target = target});
}
/// Whether P has an act with an effect.
template <protocol P>
[[nodiscard]] constexpr bool has_act(effect does) noexcept {
  return act_with_effect<P>(does).index < act_count<P>;
}
/// What P has of an act as a duty; nothing: it is never owed.
template <protocol P>
[[nodiscard]] constexpr const duty_row* duty_of(act_id<P> act) noexcept {
  for (const auto& duty : table_of<P>.duties) {
    if (duty.act == act.index) return &duty;
  }
  return nullptr;
}
/// The stage in which options are weighed as often as there are options; `none` where there is no such stage.
template <protocol P>
[[nodiscard]] constexpr std::uint8_t weighing_stage() noexcept {
  for (const auto& duty : table_of<P>.duties) {
    if (duty.due == quota::per_option) return duty.stage;
  }
  return none;
}

/// The last time that is stated before an event; before the first, that of the first.
template <protocol P>
[[nodiscard]] instant time_before(const chronicle<P>& c, std::size_t i) {
  for (std::size_t j = i; j > 0; --j) {
    if (c[j - 1].at != unstated) return c[j - 1].at;
  }
  return i < c.size() ? c[i].at : unstated;
}
/// An event as it is at another place.
template <protocol P>
[[nodiscard]] event<P> at_time(event<P> e, instant when) {
  e.at = when;
  return e;
}
/// Whether a stage is left by a word that asks for all that it owes.
template <protocol P>
[[nodiscard]] bool is_left_whole(const chronicle<P>& c, std::size_t stage) {
  return c.left(stage) != nowhere && c.does(c.left(stage)) != effect::cuts_short;
}
/// The stage is left with something owed.
template <protocol P>
void leave_short(const chronicle<P>& c, plan<P>& p, std::size_t stage, bool is_worked) {
  const auto m = c.left(stage);
  p.find({m, -1}, is_worked ? code::stage_incomplete : code::stage_skipped, c[m]);
  p.reach(m);
}
/// Whether a case is selected once, and no selection is undone.
template <protocol P>
[[nodiscard]] bool is_selected_once(const chronicle<P>& c) {
  std::size_t selections = 0;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const auto does = c.does(i);
    if (does == effect::declines_case) return false;
    if (does == effect::withdraws && c.before(i).stage <= balint::detail::last_selecting_stage<P>) return false;
    selections += does == effect::selects_case || does == effect::takes_case ? 1U : 0U;
  }
  return selections == 1;
}
/// Whether what stands is owed when a stage is entered at an event: with nothing of it done.
template <protocol P>
[[nodiscard]] bool owes_something(const chronicle<P>& c, std::size_t stage, std::size_t i) {
  const auto& now = c.before(i);
  const auto& row = table_of<P>.stages.items[stage];
  if ((row.needs_case && now.cases == 0) || (row.needs_option && now.options == 0)) return true;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.stage != stage || (duty.since != 0 && (duty.since & now.happened) == 0)) continue;
    if (duty.due == quota::once || duty.due == quota::some) return true;
    if (duty.due == quota::per_option && now.options != 0) return true;  // no matter who is there
    if (duty.due == quota::per_option) continue;
    for (const auto who : c.people().people()) {
      if (c.is_present(who, i) && c.names(duty.who, who, i)) return true;
    }
  }
  return false;
}
/// Whether somebody does an act in a stage, other than at one event.
template <protocol P>
[[nodiscard]] bool does_elsewhere(const chronicle<P>& c, std::size_t i) {
  const auto stage = c.before(i).stage;
  return c.any(c.entered(stage), c.end_of(stage),
               [&](std::size_t j) { return j != i && c[j].act == c[i].act && c[j].by == c[i].by; });
}
/// Whether somebody's turn at an event is owed and nothing else discharges it by the end of the stage.
template <protocol P>
[[nodiscard]] bool is_owed_turn(const chronicle<P>& c, std::size_t i) {
  const auto* duty = duty_of<P>(c[i].act);
  const auto stage = c.before(i).stage;
  const auto m = c.left(stage);
  if (duty == nullptr || !is_owed_by_each(duty->due) || m == nowhere) return false;
  return c.names(duty->who, c[i].by, m) && c.is_present(c[i].by, m) && !does_elsewhere(c, i) &&
         ((c.before(m).passed_here >> c[i].by.index) & 1U) == 0;
}
/// Whether an event is the only one that discharges what an option is owed.
template <protocol P>
[[nodiscard]] bool is_only_weighing(const chronicle<P>& c, std::size_t i) {
  const auto* duty = duty_of<P>(c[i].act);
  if (duty == nullptr || duty->due != quota::per_option || !c.names(duty->who, c[i].by, i)) return false;
  const auto stage = c.before(i).stage;
  return !c.any(c.entered(stage), c.end_of(stage), [&](std::size_t j) {
    return j != i && c[j].act == c[i].act && balint::detail::raw_target(c[j]) == balint::detail::raw_target(c[i]) &&
           c.names(duty->who, c[j].by, j);
  });
}
/// How many votes there are for the case of each.
template <protocol P>
[[nodiscard]] std::size_t votes_for(const chronicle<P>& c, person_id owner, std::size_t until) {
  std::size_t n = 0;
  for (std::size_t j = 0; j < until; ++j)
    n += c.does(j) == effect::supports_case && c[j].template target_as<case_id>().owner == owner ? 1U : 0U;
  return n;
}

/// Puts an event before another, where it is found.
template <protocol P>
bool put_and_find(const chronicle<P>& c, std::size_t i, plan<P>& p, event<P> e, code found) {
  e.at = time_before(c, i);
  p.find(p.put(i, e), found, e);
  return true;
}
/// The first person there who satisfies a predicate; nobody: there is none.
template <protocol P, typename Predicate>
[[nodiscard]] person_id somebody(const chronicle<P>& c, std::size_t i, Predicate fits) {
  for (const auto who : c.people().people()) {
    if (c.is_present(who, i) && fits(who)) return who;
  }
  return nobody;
}
/// Whether a move can be made at an event: somebody attends where somebody has to, and no rule was flagged.
template <protocol P>
[[nodiscard]] bool is_free_to_move(const chronicle<P>& c, std::size_t i) {
  if (c.any(0, c.size(), [&](std::size_t j) { return c.does(j) == effect::flags; })) return false;
  constexpr auto attended = balint::detail::attended_terms<P>;
  return attended == 0 || somebody(c, i, [&](person_id one) { return c.names(attended, one, i); }) != nobody;
}
/// Whether an event does something that is owed until then, and nothing else discharges.
template <protocol P>
[[nodiscard]] bool is_owed_until(const chronicle<P>& c, std::size_t i) {
  return c.does(i) == effect::weighs_option ? is_only_weighing(c, i) : is_owed_turn(c, i);
}
/// Whether something is owed in the stage at an event, as a later one shows.
template <protocol P>
[[nodiscard]] bool is_short_at(const chronicle<P>& c, std::size_t i) {
  return c.any(i, c.end_of(c.before(i).stage), [&](std::size_t j) {
    return is_owed_until(c, j) && (c.does(j) == effect::weighs_option || c.is_present(c[j].by, i));
  });
}

}  // namespace balint::deviation::detail
