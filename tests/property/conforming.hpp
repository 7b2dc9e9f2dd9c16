// SPDX-License-Identifier: MIT
#pragma once
/// Random sessions that come to their end without a finding, and what happens in them stage by stage.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/property/random_session.hpp"

namespace property {

template <typename P>
using trace = std::vector<balint::event<P>>;

/// What an act does.
template <balint::protocol P>
balint::effect effect_of(balint::act_id<P> act) {
  return act.index < balint::act_count<P> ? balint::detail::table_of<P>.acts[act.index].does : balint::effect::none;
}
/// Whether an act leaves a stage for the next.
template <balint::protocol P>
bool is_move(balint::act_id<P> act) {
  return effect_of<P>(act) == balint::effect::advances || effect_of<P>(act) == balint::effect::cuts_short;
}
/// The stage that an act belongs to; `detail::none`: it is open throughout.
template <balint::protocol P>
std::uint8_t home_of(balint::act_id<P> act) {
  return balint::detail::table_of<P>.acts[act.index].home;
}
/// How many acts of this stage were accepted in it.
template <balint::protocol P>
std::size_t acts_in(const trace<P>& events, std::size_t stage) {
  return static_cast<std::size_t>(
      std::ranges::count_if(events, [&](const auto& e) { return home_of<P>(e.act) == stage; }));
}

/// Which of the legal events of a session is wanted, by a number that chooses; nobody's: there is none.
template <typename Session, typename Wanted, typename P = typename Session::protocol_type>
balint::event<P> legal_event(const Session& now, std::size_t choice, Wanted wanted) {
  trace<P> found;
  for (const auto who : now.people().people())
    now.each_legal_event(who, [&](const balint::event<P>& e) {
      if (wanted(e)) found.push_back(e);
    });
  return found.empty() ? balint::detail::raw_event<P>({.by = balint::nobody, .act = {}}) : found[choice % found.size()];
}

/// A session that is closed without anything having been refused, in which nobody leaves and, unless asked for, nobody
/// passes and no discussion is cut short; with two acts in every stage where that can be. Empty: there is none near
/// the script.
template <balint::protocol P>
trace<P> conforming_trace(const script& s, bool lets_go = false) {
  using balint::effect;
  trace<P> events;
  balint::session<P> now(group_of<P>(s));
  const auto apply = [&](const balint::event<P>& e) {
    if (e.by == balint::nobody || !now.apply(e)) return false;
    events.push_back(e);
    return true;
  };
  const auto keeps_going = [&](const balint::event<P>& e) {
    switch (effect_of<P>(e.act)) {
      case effect::declines_case:
      case effect::terminates:
      case effect::withdraws:
      case effect::drops:
      case effect::flags: return false;
      case effect::passes:
      case effect::cuts_short: return lets_go;
      default: return true;
    }
  };
  for (const auto& one : s.steps) {
    auto e = chosen(now, one);
    e.at = balint::unstated;
    const bool is_early_move = is_move<P>(e.act) && acts_in<P>(events, now.stage().index) < 2 && !lets_go;
    if (keeps_going(e) && !is_early_move) apply(e);
  }
  for (std::size_t choice = s.participants; events.size() < 200 && !now.is_over(); ++choice) {
    const auto owed = now.first_owed();
    const auto stage = now.stage().index;
    const auto is_owed = [&](const balint::event<P>& e) {
      if (home_of<P>(e.act) != stage || !keeps_going(e)) return false;
      return owed.owes != balint::debt::an_act ||
             (e.act == owed.act && owed.by.contains(e.by) &&
              (owed.options == 0 || balint::detail::raw_target(e) == owed.first_option.number));
    };
    if (owed) {
      if (!apply(legal_event(now, choice, is_owed))) return {};
      continue;
    }
    const bool is_short = stage != 0 && stage + 1U < P::order::size && acts_in<P>(events, stage) < 2;
    if (is_short &&
        apply(legal_event(now, choice, [&](const auto& e) { return home_of<P>(e.act) == stage && keeps_going(e); })))
      continue;
    const auto ends = [](const auto& e) {
      return effect_of<P>(e.act) == effect::advances || effect_of<P>(e.act) == effect::closes;
    };
    if (!apply(legal_event(now, choice, ends))) return {};
  }
  return now.is_over() ? events : trace<P>{};
}

/// The stage that the session is in before each event of a trace.
template <balint::protocol P>
std::vector<std::uint8_t> stages_along(const script& s, const trace<P>& events) {
  std::vector<std::uint8_t> stages;
  balint::session<P> now(group_of<P>(s));
  for (const auto& e : events) {
    stages.push_back(now.stage().index);
    (void)now.apply(e);
  }
  return stages;
}

}  // namespace property
