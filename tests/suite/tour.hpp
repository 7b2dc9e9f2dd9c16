// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Tours: sessions from the first stage to the end that follow from the declaration alone.
#include <set>
#include <utility>

#include "tests/suite/trace.hpp"

namespace suite {

/// The first legal event of an act by somebody, or one of nobody.
template <typename P>
event<P> first_legal(const session<P>& now, person_id who, act_id<P> act, std::uint16_t preferred = 0) {
  event<P> found;
  now.each_legal_event(who, [&](const event<P>& e) {
    if (e.act == act && (found.by == nobody || detail::raw_target(e) == preferred)) found = e;
  });
  return found;
}

/// Something that is still owed here, done by whoever is the first that may, as far as that goes.
template <typename P>
event<P> next_owed(const session<P>& now) {
  for (const auto& owed : now.owed()) {
    for (const auto who : owed.by) {
      const auto by_act = [&](act_id<P> act) { return first_legal(now, who, act, owed.first_option.number); };
      if (owed.owes == debt::an_act) {
        if (const auto e = by_act(owed.act); e.by != nobody) return e;
        continue;
      }
      const auto makes =
          detail::act_with_effect<P>(owed.owes == debt::a_case ? effect::makes_case : effect::makes_option);
      if (const auto e = by_act(makes); e.by != nobody) return e;
    }
  }
  return {};
}

/// A session in which nobody does more than is owed; with `all`, everybody does every act of every stage once who may,
/// but for declining.
template <typename P>
trace<P> tour(const cast<P>& people, bool all) {
  trace<P> events;
  session<P> now(people.group());
  std::set<std::pair<int, int>> done;
  const auto apply = [&](event<P> e) {
    if (all) e.at = {1'772'467'200'000 + 60'000 * static_cast<std::int64_t>(3 * events.size())};
    if (!now.apply(e)) return false;
    events.push_back(e);
    done.emplace(e.act.index, e.by.index);
    return true;
  };
  const auto extra = [&] {
    for (std::uint16_t act = 0; act < act_count<P>; ++act) {
      const auto& row = detail::table_of<P>.acts[act];
      if (row.home != now.stage().index || row.does == effect::declines_case) continue;
      for (const auto who : people.group().people()) {
        if (done.contains({act, who.index})) continue;
        const auto options = now.option_count();
        const auto e =
            first_legal(now, who, {act}, static_cast<std::uint16_t>(options == 0 ? 0 : 1 + who.index % options));
        if (e.by != nobody && apply(e)) return true;
      }
    }
    return false;
  };
  while (!now.is_over()) {
    if (all && extra()) continue;
    if (const auto e = next_owed(now); e.by != nobody && apply(e)) continue;
    const auto leader = now.acting_leader();
    if (apply(detail::raw_event<P>({.by = leader, .act = detail::act_with_effect<P>(effect::advances)}))) continue;
    if (!apply(detail::raw_event<P>({.by = leader, .act = detail::act_with_effect<P>(effect::closes)}))) break;
  }
  return events;
}

/// The sessions after each beginning of a trace, the whole included.
template <typename P>
std::vector<session<P>> states_along(const cast<P>& people, const trace<P>& events) {
  std::vector<session<P>> all{session<P>(people.group())};
  for (const auto& e : events) {
    auto next = all.back();
    if (next.apply(e)) all.push_back(next);
  }
  return all;
}

}  // namespace suite
