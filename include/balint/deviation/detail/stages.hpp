// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of a stage that is left out, passed over, closed before or done at another place.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/detail/lost_words.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <vector>

namespace balint::deviation::detail {

/// Whether what comes later depends on a stage: who presents, which options there are.
template <protocol P>
[[nodiscard]] bool is_needed_later(std::size_t stage) noexcept {
  for (const auto& row : table_of<P>.acts) {
    const bool matters =
        row.does == effect::selects_case || row.does == effect::takes_case || row.does == effect::makes_option;
    if (row.home == stage && matters) return true;
  }
  return false;
}
/// The stage after a word that leads to it, where it can be left out: it owes something, nobody comes or goes in it,
/// and three acts of the next stage follow. Otherwise how many stages there are.
template <protocol P>
[[nodiscard]] std::size_t stage_to_leave_out(const chronicle<P>& c, std::size_t i) {
  const std::size_t no = P::order::size;
  if (c.does(i) != effect::advances) return no;
  const std::size_t stage = c.before(i).stage + std::size_t{1};
  const auto m = c.left(stage);
  if (m == nowhere || c.does(m) != effect::advances || !owes_something(c, stage, i + 1)) return no;
  if (c.any(i + 1, m, [&](std::size_t j) { return c.changes_people(j) || c.does(j) == effect::declines_case; }))
    return no;
  return next_acts<3>(c, m + 1)[2] == nowhere ? no : stage;
}

/// A stage is left out, and the words that lead to it and on from it come late: of a stage that owes nothing two acts
/// of the one after the next lead on, and both words are late.
template <protocol P>
[[nodiscard]] bool leave_out_quickly(const chronicle<P>& c, std::size_t i, plan<P>& p, std::size_t stage) {
  const auto m = c.left(stage);
  const auto acts = next_acts<2>(c, m + 1);
  if (is_needed_later<P>(stage) || stage + 2 >= P::order::size || !is_short_at(c, acts[1] + 1)) return false;
  for (auto j = i; j <= m; ++j) p.remove(j);
  for (const auto j : acts) p.find({j, -1}, code::wrong_stage, c[j]);
  p.find({acts[1], -1}, code::stage_skipped, c[acts[1]]);
  const auto when = time_before(c, acts[1] + 1);
  static_cast<void>(p.put(acts[1] + 1, at_time(c[i], when)));
  static_cast<void>(p.put(acts[1] + 1, at_time(c[m], when)));
  p.with.number = stage;
  p.is_alone = true;
  return true;
}
/// A stage is left out: three acts of the next one show that the session went on. Now and then the words that lead to
/// it and on from it come late.
template <protocol P>
[[nodiscard]] bool leave_out(const chronicle<P>& c, std::size_t i, plan<P>& p, bool keeps_move) {
  const auto stage = stage_to_leave_out(c, i);
  if (stage == P::order::size) return false;
  if (!keeps_move && i % 2 == 1 && leave_out_quickly(c, i, p, stage)) return true;
  const auto m = c.left(stage);
  for (auto j = i + 1; j < m; ++j) p.remove(j);
  if (keeps_move) {
    p.find({m, -1}, code::repeated, c[m]);
  } else {
    p.remove(m);
  }
  const auto acts = next_acts<3>(c, m + 1);
  for (const auto j : acts) p.find({j, -1}, code::wrong_stage, c[j]);
  p.find({acts[2], -1}, code::stage_skipped, c[acts[2]]);
  p.with.number = stage;
  p.is_alone = true;
  if (is_needed_later<P>(stage)) {
    p.may_from = {acts[2] + 1, -1};
    p.may_to = {c.end_of(stage + 1), -1};
  }
  return true;
}
/// Two stages the other way round: the earlier one is skipped, and what follows is not scored.
template <protocol P>
[[nodiscard]] bool swap_stages(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto stage = stage_to_leave_out(c, i);
  if (stage + 2 >= P::order::size || c.left(stage + 1) == nowhere) return false;
  const auto m = c.left(stage);
  const auto end = c.left(stage + 1) + 1;
  const auto acts = next_acts<3>(c, m + 1);
  std::vector<std::size_t> order;
  for (auto j = m + 1; j < end; ++j) order.push_back(j);
  for (auto j = i + 1; j <= m; ++j) order.push_back(j);
  p.with.number = stage;
  p.is_alone = true;
  for (std::size_t n = 0; n < order.size(); ++n) {
    const auto j = order[n];
    p.remove(j);
    const auto at = p.put(end, at_time(c[j], c[i + 1 + n].at));
    if (j == acts[0] || j == acts[1] || j == acts[2]) p.find(at, code::wrong_stage, c[j]);
    if (j != acts[2]) continue;
    p.find(at, code::stage_skipped, c[j]);
    p.may_from = {at.at, at.put + 1};
  }
  return true;
}
/// The leader closes before the last stage: every later one that owes something is skipped. Now and then the log goes
/// on after that.
template <protocol P>
[[nodiscard]] bool close_early(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.does(i) != effect::advances) return false;
  const auto e = act_by<P>(c[i].by, effect::closes, 0, c[i].at);
  const auto at = p.replace(i, e);
  p.find(at, code::wrong_stage, e);
  for (std::size_t stage = c.before(i).stage + std::size_t{1}; stage < P::order::size; ++stage) {
    if (owes_something(c, stage, i)) p.find(at, code::stage_skipped, e);
  }
  p.cut_at = i + 1;
  p.is_alone = true;
  if (i % 2 == 0 || i + 1 == c.size()) return true;
  p.with.number = 1;
  p.find(p.put(i + 1, at_time(c[i + 1], c[i].at)), code::session_over, c[i + 1]);
  return true;
}

}  // namespace balint::deviation::detail
