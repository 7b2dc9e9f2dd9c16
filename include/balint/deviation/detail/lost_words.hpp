// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of a move, an absence, a return or a free act that is missing from the record.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cstddef>

namespace balint::deviation::detail {

/// The next acts of a stage from an event on, up to the first pass, move, or change of who is there; `nowhere` for
/// those that are not there.
template <std::size_t N, protocol P>
[[nodiscard]] std::array<std::size_t, N> next_acts(const chronicle<P>& c, std::size_t from) {
  std::array<std::size_t, N> acts{};
  acts.fill(nowhere);
  std::size_t n = 0;
  for (std::size_t j = from; j < c.size() && n < N; ++j) {
    const auto does = c.does(j);
    if (c.is_move(j) || c.changes_people(j) || does == effect::passes || does == effect::terminates) break;
    if (c.is_of_stage(j)) acts[n++] = j;
  }
  return acts;
}

/// A word that led to the next stage is missing: two acts of that stage show that the session is there.
template <protocol P>
[[nodiscard]] bool lose_advance(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::advances) return false;
  const std::size_t next = c.before(i).stage + std::size_t{1};
  const auto acts = next_acts<2>(c, i + 1);
  if (acts[0] == nowhere) return false;
  if (acts[1] == nowhere) {
    const bool is_last = next + 1 == P::order::size && c.is_closed() && !c.any(i + 1, c.left(next), [&](std::size_t j) {
      return c.changes_people(j) || c.does(j) == effect::passes;
    });
    if (!is_last) return false;
  }
  p.find({acts[0], -1}, code::wrong_stage, c[acts[0]]);
  if (acts[1] != nowhere) p.find({acts[1], -1}, code::wrong_stage, c[acts[1]]);
  p.reach(c.end_of(next));
  return true;
}

/// Whether somebody leads or stands in at any time: by office, or as the lead moves.
template <protocol P>
[[nodiscard]] bool leads_ever(const chronicle<P>& c, person_id who) {
  return c.has_office(who) || c.any(0, c.size(), [&](std::size_t j) {
    return (c.does(j) == effect::hands_over && c[j].template target_as<person_id>() == who) ||
           (c.does(j) == effect::takes_lead && c[j].by == who);
  });
}

/// A return is missing: the person acts although away, which is found once.
template <protocol P>
[[nodiscard]] bool lose_return(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::rejoins || leads_ever(c, c[i].by)) return false;
  const auto who = c[i].by;
  const auto next = c.find(i + 1, c.size(), [&](std::size_t j) { return c[j].by == who; });
  const auto end = next == nowhere ? c.size() : next;
  const auto on_them = [&](std::size_t j) {
    return (c.does(j) == effect::hands_over && c[j].template target_as<person_id>() == who) ||
           (c.does(j) == effect::selects_case && c[j].template target_as<case_id>().owner == who);
  };
  if (c.any(i, end, on_them)) return false;
  p.reach(end);
  if (next == nowhere || c.does(next) == effect::withdraws) return false;
  p.find({next, -1}, code::absent, c[next]);
  return true;
}

/// That somebody was away is missing: the return is one of somebody present.
template <protocol P>
[[nodiscard]] bool lose_absence(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::drops || leads_ever(c, c[i].by)) return false;
  const auto next = c.find(i + 1, c.size(), [&](std::size_t j) { return c[j].by == c[i].by; });
  if (next == nowhere || c.does(next) != effect::rejoins) return false;
  const auto waits = [&](std::size_t j) { return c.is_move(j) || c.does(j) == effect::selects_case; };
  if (c.any(i, next, waits)) return false;
  p.find({next, -1}, code::not_absent, c[next]);
  p.reach(next);
  return true;
}

/// Whether nobody misses an act: nothing has to come after it, and it is not owed.
template <protocol P>
[[nodiscard]] bool is_free(const chronicle<P>& c, std::size_t i) {
  const auto does = c.does(i);
  if ((does != effect::none && does != effect::refocuses) || duty_of<P>(c[i].act) != nullptr) return false;
  const bool is_first = (c.before(i).happened & bit(c[i].act.index)) == 0;
  return !is_first ||
         !c.any(i, c.size(), [&](std::size_t j) { return j != i && (c.row(j).after & bit(c[i].act.index)) != 0; });
}

}  // namespace balint::deviation::detail
