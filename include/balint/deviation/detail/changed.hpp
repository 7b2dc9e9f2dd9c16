// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of an event that is another than it was, or at another place.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/detail/lost.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <cstddef>

namespace balint::deviation::detail {

/// A turn is put down to somebody who had it before: it is a repetition, and is missing where it was.
template <protocol P>
[[nodiscard]] bool misattribute_turn(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (!c.is_of_stage(i) || !c.row(i).exactly_once) return false;
  const auto stage = c.before(i).stage;
  const auto before = c.find(c.entered(stage), i, [&](std::size_t j) {
    return c[j].act == c[i].act && c[j].by != c[i].by && c.is_present(c[j].by, i);
  });
  if (before == nowhere) return false;
  if (c.any(c.entered(stage), i, [&](std::size_t j) { return c.does(j) == effect::declines_case; })) return false;
  auto e = c[i];
  p.with.who = e.by;
  p.with.other = e.by = c[before].by;
  p.find(p.replace(i, e), code::repeated, e);
  return lose(c, i, p);
}
/// A move is put down to somebody who does not lead: it is taken as the leader's.
template <protocol P>
[[nodiscard]] bool misattribute_move(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (!c.is_move(i)) return false;
  for (const auto who : c.people().people()) {
    if (who == c[i].by || !c.is_present(who, i)) continue;
    auto e = c[i];
    p.with.who = e.by;
    p.with.other = e.by = who;
    p.find(p.replace(i, e), code::wrong_role, e);
    return true;
  }
  return false;
}
/// A clock is wrong at one event: behind, it alone is found; ahead, every later one up to then.
template <protocol P>
[[nodiscard]] bool move_clock(const chronicle<P>& c, std::size_t i, plan<P>& p, time_span by, bool is_ahead) {
  if (c[i].at == unstated) return false;
  auto e = c[i];
  p.with.by = {is_ahead ? by.milliseconds : -by.milliseconds};
  if (!is_ahead) {
    const auto before = c.find(0, i, [&](std::size_t j) { return c[j].at != unstated; });
    if (before == nowhere) return false;
    e.at = time_before(c, i) + p.with.by;
    p.find(p.replace(i, e), code::time_reversed, e);
    return true;
  }
  e.at = e.at + by;
  static_cast<void>(p.replace(i, e));
  for (std::size_t j = i + 1; j < c.size(); ++j) {
    const bool is_reversed = c[j].at != unstated && c[j].at < e.at;
    if (is_reversed) p.find({j, -1}, code::time_reversed, c[j]);
    if (is_reversed) p.reach(j);
    if (c.is_of_stage(j)) p.end_row();
  }
  return !p.must.empty();
}
/// Two independent events, the other way round: nothing is found.
template <protocol P>
[[nodiscard]] bool commute(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (i + 1 >= c.size() || c[i].act != c[i + 1].act || c[i].by == c[i + 1].by || !c.is_of_stage(i)) return false;
  const auto does = c.does(i);
  const bool is_independent = does == effect::makes_case || does == effect::supports_case ||
                              does == effect::weighs_option || (does == effect::none && c.row(i).exactly_once);
  if (!is_independent) return false;
  static_cast<void>(p.replace(i, at_time(c[i + 1], c[i].at)));
  static_cast<void>(p.replace(i + 1, at_time(c[i], c[i + 1].at)));
  p.reach(i + 1);
  return true;
}

/// A turn in the stage before, right before an act of that stage.
template <protocol P>
[[nodiscard]] bool do_early(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto* duty = duty_of<P>(c[i].act);
  if (duty == nullptr || !is_owed_by_each(duty->due) || c.before(i).stage == 0) return false;
  const auto who = c[i].by;
  const auto stage = c.before(i).stage;
  if (!c.is_participant(who) || !c.works_without(stage, i)) return false;
  std::size_t to = nowhere;
  for (auto j = c.entered(stage - 1U); j < c.left(stage - 1U); ++j) to = c.is_of_stage(j) ? j : to;
  if (to == nowhere || !c.is_present(who, to) || !c.names(c.row(i).who, who, to)) return false;
  if (c.any(to, i, [&](std::size_t j) {
        return c.changes_people(j) || c.does(j) == effect::declines_case ||
               (c.does(j) == effect::passes && c[j].by == who);
      }))
    return false;
  if (c.does(i) == effect::supports_case) {
    const auto owner = c[i].template target_as<case_id>().owner;
    if (!is_selected_once(c) || ((c.before(to).cases >> owner.index) & 1U) == 0) return false;
  }
  const auto e = at_time(c[i], time_before(c, to));
  p.find(p.put(to, e), code::wrong_stage, e);
  p.remove(i);
  p.first = to;
  p.reach(c.end_of(stage));
  return true;
}
/// A turn right after the word that leaves its stage.
template <protocol P>
[[nodiscard]] bool do_late(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto stage = c.before(i).stage;
  const auto m = c.left(stage);
  if (m == nowhere || c.does(m) != effect::advances || !c.works_without(stage, i)) return false;
  const bool is_owed = c.does(i) == effect::weighs_option ? is_only_weighing(c, i) : is_owed_turn(c, i);
  if (!is_owed || c.does(i) == effect::supports_case || !c.is_present(c[i].by, m)) return false;
  leave_short(c, p, stage, true);
  const auto e = at_time(c[i], time_before(c, m + 1));
  p.find(p.put(m + 1, e), code::wrong_stage, e);
  p.remove(i);
  p.reach(c.does(i) == effect::makes_option ? c.size() : c.end_of(stage + 1U));
  return true;
}
/// The selection before the last vote.
template <protocol P>
[[nodiscard]] bool select_early(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::selects_case || c.row(i).after_all == none || !is_selected_once(c)) return false;
  std::size_t vote = nowhere;
  for (auto j = c.entered(c.before(i).stage); j < i; ++j) {
    if (c.does(j) == effect::supports_case && c.is_participant(c[j].by)) vote = j;
  }
  if (vote == nowhere || !c.is_present(c[vote].by, i)) return false;
  const auto matters = [&](std::size_t j) { return c.changes_people(j) || c.does(j) == effect::passes; };
  if (c.any(vote, i, matters)) return false;
  const auto e = at_time(c[i], time_before(c, vote));
  p.find(p.put(vote, e), code::too_early, e);
  p.remove(i);
  p.first = vote;
  p.reach(c.end_of(c.before(i).stage));
  return true;
}

}  // namespace balint::deviation::detail
