// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What comes of an event that is there and was not to be.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/detail/out_of_turn.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace balint::deviation::detail {

/// An act of the stage by somebody whose part it is not.
template <protocol P>
[[nodiscard]] bool put_foreign_role(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto leader = c.leader_at(i);
  if (!c.is_of_stage(i) || leader == nobody) return false;
  const auto who = somebody(c, i, [&](person_id one) { return one != leader && !c.names(c.row(i).who, one, i); });
  if (who == nobody) return false;
  auto e = c[i];
  e.by = who;
  p.with.who = who;
  return put_and_find(c, i, p, e, code::wrong_role);
}
/// An act of the stage before that which has to come before it.
template <protocol P>
[[nodiscard]] bool put_early_word(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto& now = c.before(i);
  if (!c.works_without(now.stage, nowhere)) return false;
  for (std::uint16_t act = 0; act < act_count<P>; ++act) {
    const auto& row = table_of<P>.acts.items[act];
    if (row.home != now.stage || row.target != target_kind::none || (row.after & ~now.happened) == 0) continue;
    const auto who = somebody(c, i, [&](person_id one) { return !c.has_office(one) && c.names(row.who, one, i); });
    if (who == nobody) continue;
    p.with.who = who;
    return put_and_find(c, i, p, balint::detail::raw_event<P>({.by = who, .act = {act}}), code::too_early);
  }
  return false;
}
/// What there is to weigh or to vote for, and is not there.
template <protocol P>
[[nodiscard]] bool put_unknown_target(const chronicle<P>& c, std::size_t i, plan<P>& p, effect does) {
  if (c.does(i) != does) return false;
  auto e = c[i];
  if (does == effect::weighs_option) {
    balint::detail::set_raw_target(e, static_cast<std::uint16_t>(c.before(i).options + 1));
  } else {
    const auto owner = somebody(c, i, [&](person_id one) { return !c.is_participant(one); });
    if (owner == nobody) return false;
    p.with.other = owner;
    balint::detail::set_raw_target(e, owner.index);
  }
  return put_and_find(c, i, p, e, code::unknown_target);
}
/// A pass in a stage in which nothing is owed that can be passed.
template <protocol P>
[[nodiscard]] bool put_pass(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (!has_act<P>(effect::passes)) return false;
  for (const auto& duty : table_of<P>.duties) {
    if (duty.stage == c.before(i).stage && (is_owed_by_each(duty.due) || duty.passable)) return false;
  }
  const auto who = c[i].by;
  if (!c.is_participant(who) || !c.is_present(who, i)) return false;
  p.with.who = who;
  return put_and_find(c, i, p, act_by<P>(who, effect::passes), code::nothing_owed);
}
/// The lead is taken while somebody leads.
template <protocol P>
[[nodiscard]] bool put_lead(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto leader = c.leader_at(i);
  if (!has_act<P>(effect::takes_lead) || leader == nobody) return false;
  const auto presenter = c.before(i).presenter;
  const auto who = somebody(c, i, [&](person_id one) { return c.is_participant(one) && one != presenter; });
  if (who == nobody) return false;
  p.with.who = who;
  return put_and_find(c, i, p, act_by<P>(who, effect::takes_lead), code::somebody_leads);
}
/// An act of the leader.
template <protocol P>
[[nodiscard]] bool put_leaders_act(const chronicle<P>& c, std::size_t i, plan<P>& p, effect does, code found) {
  const auto leader = c.leader_at(i);
  if (leader == nobody || !has_act<P>(does)) return false;
  p.with.who = leader;
  return put_and_find(c, i, p, act_by<P>(leader, does), found);
}
/// Another case is selected first: the selection that there was comes twice.
template <protocol P>
[[nodiscard]] bool put_selection(const chronicle<P>& c, std::size_t i, plan<P>& p, bool is_own) {
  if (c.does(i) != effect::selects_case || c.row(i).after_all == none || !is_selected_once(c)) return false;
  const auto leader = c[i].by;
  const auto& leading = c.people().template holders<typename P::lead::office>();
  const auto moved = [&](std::size_t j) { return c.changes_people(j); };
  if (!leading.contains(leader) || c.any(0, i, moved)) return false;
  std::size_t most = 0;
  for (const auto who : c.people().people()) {
    const auto votes = votes_for(c, who, i);
    if (votes > most) most = votes;
  }
  const auto owner = somebody(c, i, [&](person_id one) {
    if (((c.before(i).cases >> one.index) & 1U) == 0) return false;
    return is_own ? one == leader : !c.has_office(one) && votes_for(c, one, i) < most;
  });
  if (owner == nobody) return false;
  auto e = c[i];
  balint::detail::set_raw_target(e, owner.index);
  p.with.other = owner;
  put_and_find(c, i, p, e, is_own ? code::leader_is_presenter : code::not_supported);
  p.find({i, -1}, code::repeated, c[i]);
  p.first = 0;
  p.reach(c.end_of(c.before(i).stage));
  return true;
}
/// More options than a session holds.
template <protocol P>
[[nodiscard]] bool put_options(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto stage = c.before(i).stage;
  const auto options = c.before(i).options;
  if (!c.is_move(i) || options == 0 || c.left(stage) != i) return false;
  const auto proposes = [&](std::size_t j) { return c.does(j) == effect::makes_option; };
  const auto first = c.find(c.entered(stage), i, proposes);
  if (first == nowhere || c.any(c.entered(stage), i, [&](std::size_t j) { return c.changes_people(j); })) return false;
  const auto e = at_time(c[first], time_before(c, i));
  p.with.number = max_options + 1U - options;
  place last;
  for (std::uint64_t n = 0; n < p.with.number; ++n) last = p.put(i, e);
  p.find(last, code::too_many_options, e);
  constexpr auto weighing = weighing_stage<P>();
  if constexpr (weighing != none) {
    if (c.left(weighing) != nowhere && is_left_whole(c, weighing) && options < max_options)
      leave_short(c, p, weighing, true);
    p.reach(c.end_of(weighing));
  }
  return true;
}
/// Somebody who has to attend is away at a move.
template <protocol P>
[[nodiscard]] bool put_absence(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  constexpr auto attended = balint::detail::attended_terms<P>;
  if constexpr (attended == 0) return false;
  const auto attends = [&](person_id one) { return c.names(attended, one, i); };
  const auto who = somebody(c, i, attends);
  if (who == nobody || c.is_participant(who) || c.does(i) == effect::opens) return false;
  if (somebody(c, i, [&](person_id one) { return one != who && attends(one); }) != nobody) return false;
  const auto e = act_by<P>(who, effect::drops, 0, time_before(c, i));
  p.with.who = who;
  static_cast<void>(p.put(i, e));
  for (std::size_t j = i; j < c.size(); ++j) {
    p.reach(j);
    if (c[j].by == who) {
      if (c.does(j) != effect::withdraws) p.find({j, -1}, code::absent, c[j]);
      break;
    }
    if (!c.is_move(j)) continue;
    if (j > i && c.is_move(j - 1)) return false;
    p.find({j, -1}, code::supervisor_absent, c[j]);
  }
  return !p.must.empty() && p.must[0].code == code::supervisor_absent;
}
/// A rule that is flagged: with nobody reminded of it the next move finds that.
template <protocol P>
[[nodiscard]] bool put_flag(const chronicle<P>& c, std::size_t i, plan<P>& p, bool is_answered) {
  if (!c.is_present(c[i].by, i) || !has_act<P>(effect::flags) || c.does(i) == effect::opens) return false;
  if (c.any(0, c.size(), [&](std::size_t j) { return c.does(j) == effect::flags || c.does(j) == effect::reminds; }))
    return false;
  const auto rule = static_cast<std::uint16_t>(i % rules_of<P>::size);
  p.with.who = c[i].by;
  p.with.number = rule;
  static_cast<void>(p.put(i, act_by<P>(c[i].by, effect::flags, rule, time_before(c, i))));
  if (is_answered) {
    const auto leader = c.leader_at(i);
    if (leader == nobody) return false;
    static_cast<void>(p.put(i, act_by<P>(leader, effect::reminds, rule, time_before(c, i))));
    return true;
  }
  const auto move = c.find(i, c.size(), [&](std::size_t j) { return c.is_move(j) || c.does(j) == effect::terminates; });
  if (move == nowhere || !c.is_move(move)) return false;
  if (c.any(move + 1, c.size(), [&](std::size_t j) { return c.is_move(j) && c.is_move(j - 1); })) return false;
  p.find({move, -1}, code::flag_open, c[move]);
  p.reach(c.size());  // it stays open: no later move is accepted as it stands
  return true;
}
/// A rule that is flagged, found at the next move, and flagged again in the stage after: it is found anew. Now and then
/// a reminder comes between, too late for the first move.
template <protocol P>
[[nodiscard]] bool put_flags(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (!put_flag(c, i, p, false)) return false;
  const auto again = p.must[0].at.at + 1;
  const auto move = c.find(again, c.size(), [&](std::size_t j) { return c.is_move(j); });
  if (move == nowhere || move == again || !c.is_present(c[again].by, again)) return false;
  const auto leader = c.leader_at(again);
  const auto rule = static_cast<std::uint16_t>(p.with.number);
  const auto put = [&](person_id who, effect does) {
    static_cast<void>(p.put(again, act_by<P>(who, does, rule, time_before(c, again))));
  };
  if (i % 2 == 1 && leader != nobody) put(leader, effect::reminds);
  put(c[again].by, effect::flags);
  p.find({move, -1}, code::flag_open, c[move]);
  return true;
}
/// Somebody leaves for good at the end, and acts all the same.
template <protocol P>
[[nodiscard]] bool put_act_after_leaving(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  if (c.before(i).stage + 1U != P::order::size || std::popcount(c.before(i).present & c.participants()) < 3)
    return false;
  const auto who = somebody(c, i, [&](person_id one) {
    return c.is_participant(one) && !c.has_office(one) && one != c.before(i).presenter &&
           !c.any(i, c.size(), [&](std::size_t j) { return c[j].by == one; });
  });
  if (who == nobody || !has_act<P>(effect::withdraws) || !has_act<P>(effect::flags)) return false;
  p.with.who = who;
  p.reach(c.size());
  static_cast<void>(p.put(i, act_by<P>(who, effect::withdraws, 0, time_before(c, i))));
  return put_and_find(c, i, p, act_by<P>(who, effect::flags), code::absent);
}
/// Somebody else than the leader closes before the end.
template <protocol P>
[[nodiscard]] bool put_close(const chronicle<P>& c, std::size_t i, plan<P>& p) {
  const auto leader = c.leader_at(i);
  if (leader == nobody || c.before(i).stage + 1U == P::order::size) return false;
  const auto who = somebody(c, i, [&](person_id one) { return one != leader; });
  if (who == nobody) return false;
  p.with.who = who;
  return put_and_find(c, i, p, act_by<P>(who, effect::closes), code::wrong_stage);
}
/// The leader ends the session; what goes on then is found.
template <protocol P>
[[nodiscard]] bool put_end(const chronicle<P>& c, std::size_t i, plan<P>& p, bool goes_on) {
  const auto leader = c.leader_at(i);
  if (leader == nobody || !c.is_present(leader, i)) return false;
  p.with.who = leader;
  p.is_alone = p.is_terminated = true;
  p.worsen(expected_verdict::terminated);
  static_cast<void>(p.put(i, act_by<P>(leader, effect::terminates, 0, time_before(c, i))));
  p.cut_at = goes_on ? (i + 4 < c.size() ? i + 4 : c.size()) : i;
  for (std::size_t j = i; j < p.cut_at; ++j) p.find({j, -1}, code::session_over, c[j]);
  return true;
}

/// What comes of an event too many, by kind.
template <protocol P>
[[nodiscard]] bool inserted(kind what, const chronicle<P>& c, std::size_t i, plan<P>& p) {
  switch (what) {
    case kind::outsider: {
      auto e = c[i];
      e.by = nobody;
      return c.is_of_stage(i) && put_and_find(c, i, p, e, code::unknown_person);
    }
    case kind::unknown_word: {
      auto e = balint::detail::raw_event<P>({.by = c[i].by, .act = {static_cast<std::uint16_t>(act_count<P>)}});
      return put_and_find(c, i, p, e, code::unknown_act);
    }
    case kind::foreign_role: return put_foreign_role(c, i, p);
    case kind::early_word: return put_early_word(c, i, p);
    case kind::unknown_option: return put_unknown_target(c, i, p, effect::weighs_option);
    case kind::unknown_case: return put_unknown_target(c, i, p, effect::supports_case);
    case kind::surplus_pass: return put_pass(c, i, p);
    case kind::surplus_return:
      if (!c.is_present(c[i].by, i)) return false;
      p.with.who = c[i].by;
      return put_and_find(c, i, p, act_by<P>(c[i].by, effect::rejoins), code::not_absent);
    case kind::surplus_lead: return put_lead(c, i, p);
    case kind::surplus_advance:
      return c.before(i).stage + 1U == P::order::size && put_leaders_act(c, i, p, effect::advances, code::wrong_stage);
    case kind::late_open: return i > 0 && put_leaders_act(c, i, p, effect::opens, code::repeated);
    case kind::own_case_selected: return put_selection(c, i, p, true);
    case kind::unsupported_case: return put_selection(c, i, p, false);
    case kind::too_many_options: return put_options(c, i, p);
    case kind::unattended_move: return put_absence(c, i, p);
    case kind::flag_ignored: return put_flag(c, i, p, false);
    case kind::flag_answered: return put_flag(c, i, p, true);
    case kind::flagged_again: return put_flags(c, i, p);
    case kind::stray_words: return put_strays(c, i, p);
    case kind::excursion: return put_excursion(c, i, p);
    case kind::early_advance: return put_advance(c, i, p);
    case kind::act_after_leaving: return put_act_after_leaving(c, i, p);
    case kind::close_by_other: return put_close(c, i, p);
    case kind::terminated_early: return put_end(c, i, p, false);
    case kind::act_after_end: return put_end(c, i, p, true);
    case kind::act_after_close:
      if (!c.is_closed() || !c.is_of_stage(i)) return false;
      p.reach(c.size());
      p.find(p.put(c.size(), at_time(c[i], time_before(c, c.size()))), code::session_over, c[i]);
      return true;
    default: return false;
  }
}

}  // namespace balint::deviation::detail
