// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of acts of other stages in a row, and of words that lead on too soon or too late.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/detail/lost.hpp>
#include <balint/deviation/detail/lost_words.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace balint::deviation::detail {

/// An act of another stage that has no effect at an event, by somebody whose part it is not; nothing: there is none.
template <protocol P>
[[nodiscard]] std::optional<event<P>> idle_act(const chronicle<P>& c, std::size_t i, std::size_t home) {
  const auto leader = c.leader_at(i);
  if (leader == nobody) return {};
  for (std::uint16_t act = 0; act < act_count<P>; ++act) {
    const auto& row = table_of<P>.acts.items[act];
    // Of one who tells a story while nobody presents it is remembered.
    if (row.home != home || row.does == effect::tells_story) continue;
    const auto who = somebody(c, i, [&](person_id one) { return one != leader && !c.names(row.who, one, i); });
    if (who == nobody) continue;
    const auto target = row.target == target_kind::option    ? std::uint16_t{1}
                        : row.target == target_kind::case_of ? std::uint16_t{who.index}
                                                             : std::uint16_t{0};
    return balint::detail::raw_event<P>({.at = time_before(c, i), .by = who, .act = {act}, .target = target});
  }
  return {};
}
/// Whether a stage was worked in before one of its events.
template <protocol P>
[[nodiscard]] bool is_worked_before(const chronicle<P>& c, std::size_t i) {
  return c.any(c.entered(c.before(i).stage), i, [&](std::size_t j) { return c.works(j); });
}

/// Whether a pass has an act of the next stage without effect beside it.
template <protocol P>
[[nodiscard]] bool is_pass_in_run(const chronicle<P>& c, std::size_t i) {
  const std::size_t next = c.before(i).stage + std::size_t{1};
  return c.does(i) == effect::passes && next < P::order::size && idle_act(c, i, next) && i + 1 < c.size();
}
/// Acts of other stages in a row: of two stages before an act, or of the next one around a pass, which ends their row.
/// None has an effect, and the session stays where it is.
template <protocol P>
[[nodiscard]] bool put_strays(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t stage = c.before(i).stage;
  const auto put = [&](std::size_t before, const event<P>& e) {
    p.with.who = e.by;
    p.find(p.put(before, e), code::wrong_stage, e);
  };
  if (c.size() % 2 == 1 && c.any(0, c.size(), [&](std::size_t j) { return is_pass_in_run(c, j); })) {
    if (!is_pass_in_run(c, i)) return false;
    const auto e = *idle_act(c, i, stage + 1);
    put(i, e);
    put(i, e);
    put(i + 1, at_time(e, c[i].at));
    return true;
  }
  if (!c.is_of_stage(i)) return false;
  for (std::size_t home = 0; home < P::order::size && p.must.size() < 2; ++home) {
    if (home == stage) continue;
    if (const auto e = idle_act(c, i, home)) put(i, *e);
  }
  return p.must.size() == 2;
}
/// Three acts of the next stage in the midst of one: the session has moved on, with something owed, until the next act
/// of the stage takes it back. Now and then somebody's turn never comes for it.
template <protocol P>
[[nodiscard]] bool put_excursion(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t stage = c.before(i).stage;
  if (stage + 1 >= P::order::size || !is_owed_until(c, i) || !is_worked_before(c, i)) return false;
  const auto e = idle_act(c, i, stage + 1);
  if (!e) return false;
  place last;
  for (int n = 0; n < 3; ++n) {
    last = p.put(i, *e);
    p.find(last, code::wrong_stage, *e);
  }
  p.find(last, code::stage_incomplete, *e);
  p.with.who = e->by;
  if (i % 2 == 0) return true;
  if (next_acts<1>(c, i + 1)[0] == nowhere) return false;
  p.with.other = c[i].by;
  p.remove(i);
  p.reach(c.end_of(stage));
  return lose(c, i, p);
}
/// The leader moves on while something is owed, and the group goes on where it was: the second act takes it back.
template <protocol P>
[[nodiscard]] bool put_advance(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t stage = c.before(i).stage;
  const auto acts = next_acts<2>(c, i);
  const auto leader = c.leader_at(i);
  if (acts[0] != i || acts[1] == nowhere || stage + 1 >= P::order::size || leader == nobody) return false;
  if (!is_owed_until(c, i) || !is_worked_before(c, i) || !is_free_to_move(c, i)) return false;
  p.with.who = leader;
  put_and_find(c, i, p, act_by<P>(leader, effect::advances), code::stage_incomplete);
  for (const auto j : acts) p.find({j, -1}, code::wrong_stage, c[j]);
  p.reach(acts[1]);
  return true;
}

/// The only act that a stage is held by, right before the word that leads to it: it is out of turn, and the stage was
/// held.
template <protocol P>
[[nodiscard]] bool do_quickly(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t stage = c.before(i).stage;
  if (stage == 0 || !c.is_of_stage(i) || !c.row(i).carries || c.works_without(stage, i)) return false;
  const auto m = c.left(stage - 1);
  const auto& then = c.before(m);
  if (!c.is_present(c[i].by, m) || !c.names(c.row(i).who, c[i].by, m)) return false;
  if ((c.row(i).after & ~then.happened) != 0) return false;
  if (c.any(m, i, [&](std::size_t j) { return c.changes_people(j); })) return false;
  const auto e = at_time(c[i], time_before(c, m));
  p.find(p.put(m, e), code::wrong_stage, e);
  p.remove(i);
  p.first = m;
  p.reach(c.end_of(stage));
  return true;
}
/// The word that led to the next stage comes when two acts of it have shown that the session is there: it is late.
template <protocol P>
[[nodiscard]] bool advance_late(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t next = c.before(i).stage + std::size_t{1};
  if (c.does(i) != effect::advances || next + 1 >= P::order::size) return false;
  const auto acts = next_acts<2>(c, i + 1);
  if (acts[1] == nowhere || !is_short_at(c, acts[1] + 1)) return false;
  for (const auto j : acts) p.find({j, -1}, code::wrong_stage, c[j]);
  p.remove(i);
  static_cast<void>(p.put(acts[1] + 1, at_time(c[i], time_before(c, acts[1] + 1))));
  p.reach(c.end_of(next));
  return true;
}
/// The word that led to the next stage comes in the stage after that one: two acts had led there, and now it leaves
/// what is not done, until two more take the session back. Before it comes an act of the stage that it left.
template <protocol P>
[[nodiscard]] bool advance_belatedly(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t stage = c.before(i).stage;
  if (c.does(i) != effect::advances || stage + 3 >= P::order::size) return false;
  const auto m = c.left(stage + 1);
  const auto quick = next_acts<2>(c, i + 1);
  if (quick[1] == nowhere || m == nowhere || c.does(m) != effect::advances || c.left(stage + 2) == nowhere)
    return false;
  const auto acts = next_acts<3>(c, m + 1);
  if (acts[2] == nowhere || !c.works(acts[0]) || !is_short_at(c, acts[1]) || !is_free_to_move(c, acts[1])) return false;
  if (c.leader_at(acts[1]) != c[i].by) return false;
  for (const auto j : quick) p.find({j, -1}, code::wrong_stage, c[j]);
  p.end_row();
  p.remove(i);
  const auto when = time_before(c, acts[1]);
  if (const auto stray = idle_act(c, acts[1], stage)) p.find(p.put(acts[1], *stray), code::wrong_stage, *stray);
  const auto e = at_time(c[i], when);
  p.find(p.put(acts[1], e), code::stage_incomplete, e);
  p.find({acts[1], -1}, code::wrong_stage, c[acts[1]]);
  p.find({acts[2], -1}, code::wrong_stage, c[acts[2]]);
  p.reach(c.end_of(stage + 2));
  return true;
}
/// All that the last stage is held by comes in the one before it, and the leader closes from there: the stage is
/// skipped although nothing of it is owed.
template <protocol P>
[[nodiscard]] bool hold_last_stage_before(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const std::size_t last = P::order::size - 1;
  if (c.does(i) != effect::advances || c.before(i).stage + 1U != last) return false;
  const auto held = c.find(i + 1, c.size(), [&](std::size_t j) { return c.is_of_stage(j) && c.row(j).carries; });
  if (held == nowhere) return false;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.stage == last && duty.act != c[held].act.index) return false;
    if (duty.stage == last && is_owed_by_each(duty.due)) return false;
  }
  std::size_t to = nowhere;
  for (auto j = c.entered(last - 1); j < i; ++j) to = c.is_of_stage(j) && c.works(j) ? j : to;
  if (to == nowhere || c.any(to, held, [&](std::size_t j) { return c.changes_people(j); })) return false;
  if (!c.names(c.row(held).who, c[held].by, to) || (c.row(held).after & ~c.before(to).happened) != 0) return false;
  const auto e = at_time(c[held], time_before(c, to));
  const auto at = p.put(to, e);
  p.find(at, code::wrong_stage, e);
  const auto close = act_by<P>(c[i].by, effect::closes, 0, c[i].at);
  const auto closed = p.replace(i, close);
  p.find(closed, code::wrong_stage, close);
  p.find(closed, code::stage_skipped, close);
  p.first = to;
  p.cut_at = i + 1;
  p.is_alone = true;
  return true;
}

}  // namespace balint::deviation::detail
