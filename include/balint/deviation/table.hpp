// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The table of deviations: what each kind changes of a session without a fault, where it can be planted, and what is
/// then found. Written from the protocol's description; no judge is asked.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/changed.hpp>
#include <balint/deviation/detail/doubled.hpp>
#include <balint/deviation/detail/inserted.hpp>
#include <balint/deviation/detail/lost.hpp>
#include <balint/deviation/detail/lost_words.hpp>
#include <balint/deviation/detail/out_of_turn.hpp>
#include <balint/deviation/detail/stages.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>
#include <optional>

namespace balint::deviation {

namespace detail {
/// Whether an event is all there is between two words that lead on: without it the second is taken as pressed twice.
template <protocol P>
[[nodiscard]] bool is_between_moves(const chronicle<P>& c, std::size_t i) {
  return i > 0 && i + 1 < c.size() && c.is_move(i - 1) && c.is_move(i + 1) && c.does(i + 1) != effect::closes;
}
/// Whether an event is one that a kind takes out of a stage of its own.
template <protocol P>
[[nodiscard]] bool is_step(kind what, const chronicle<P>& c, std::size_t i) {
  if (what == kind::lost_story) return c.does(i) == effect::tells_story;
  return what == kind::lost_step && c.does(i) == effect::none && duty_of<P>(c[i].act) != nullptr;
}
/// What comes of an event that is missing, by kind.
template <protocol P>
[[nodiscard]] bool lost(kind what, const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (is_between_moves(c, i)) return is_step(what, c, i) && leave_out(c, i - 1, p, true);
  p.remove(i);
  switch (what) {
    case kind::lost_case: return lose_case(c, i, p);
    case kind::lost_vote: return lose_vote(c, i, p);
    case kind::lost_selection: return lose_selection(c, i, p);
    case kind::lost_acceptance: return c.does(i) == effect::accepts_case && lose_step(c, i, p);
    case kind::lost_story: return c.does(i) == effect::tells_story && lose_step(c, i, p);
    case kind::lost_step: return c.does(i) == effect::none && lose_step(c, i, p);
    case kind::lost_turn: return lose_turn(c, i, p);
    case kind::lost_option: return lose_option(c, i, p);
    case kind::lost_weighing: return lose_weighing(c, i, p);
    case kind::lost_pass: return lose_pass(c, i, p);
    case kind::lost_advance: return lose_advance(c, i, p);
    case kind::lost_close: p.worsen(expected_verdict::in_progress); return c.does(i) == effect::closes;
    case kind::lost_open: return c.does(i) == effect::opens;
    case kind::lost_free_act:
      for (const auto& duty : table_of<P>.duties) {
        if ((duty.since & bit(c[i].act.index)) != 0) p.reach(c.size());
      }
      return is_free(c, i);
    case kind::lost_return: return lose_return(c, i, p);
    case kind::lost_absence: return lose_absence(c, i, p);
    default: return false;
  }
}
/// What comes of an event that is another, or elsewhere, by kind.
template <protocol P>
[[nodiscard]] bool changed(kind what, const chronicle<P>& c, std::size_t i, plan<P>& p, time_span by) {
  switch (what) {
    case kind::misattributed_turn: return misattribute_turn(c, i, p);
    case kind::misattributed_move: return misattribute_move(c, i, p);
    case kind::clock_back: return move_clock(c, i, p, by, false);
    case kind::clock_forward: return move_clock(c, i, p, by, true);
    case kind::time_missing: {
      static_cast<void>(p.replace(i, at_time(c[i], unstated)));
      return c[i].at != unstated;
    }
    case kind::commuted: return commute(c, i, p);
    case kind::early_turn: return do_early(c, i, p);
    case kind::quick_turn: return do_quickly(c, i, p);
    case kind::late_turn: return do_late(c, i, p);
    case kind::early_selection: return select_early(c, i, p);
    case kind::late_advance: return advance_late(c, i, p);
    case kind::belated_advance: return advance_belatedly(c, i, p);
    case kind::stage_left_out: return leave_out(c, i, p, false);
    case kind::stage_passed_over: return leave_out(c, i, p, true);
    case kind::stages_swapped: return swap_stages(c, i, p);
    case kind::last_stage_before: return hold_last_stage_before(c, i, p);
    case kind::closed_early: return close_early(c, i, p);
    default: return false;
  }
}
}  // namespace detail

/// A row of the table at an event: what a kind changes there, and what is then found; nothing where the kind cannot be
/// planted at that event. `by` is how wrong a clock is. Faults of the roster are none of a single event.
template <protocol P>
[[nodiscard]] std::optional<plan<P>> plan_of(kind what, const chronicle<P>& c, std::size_t i,
                                             time_span by = time_span::minutes(2)) {
  if (what == kind::none || is_of_roster(what) || i >= c.size()) return {};
  plan<P> p;
  p.what = what;
  p.at = p.first = p.last = i;
  p.with.who = c[i].by;
  bool is_there = false;
  if (what < kind::doubled_turn) {
    is_there = detail::lost(what, c, i, p);
  } else if (what < kind::outsider) {
    is_there = detail::doubled(what, c, i, p);
  } else if (what < kind::closed_early) {
    is_there = detail::inserted(what, c, i, p);
  } else {
    is_there = detail::changed(what, c, i, p, by);
  }
  if (!is_there) return {};
  return p;
}

}  // namespace balint::deviation
