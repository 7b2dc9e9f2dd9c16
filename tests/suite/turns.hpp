// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Cases of acts out of turn that follow from the declaration: in each stage, one, two and three acts of another one,
/// when it is entered and when it is done, and what follows then.
#include <set>
#include <string>

#include "tests/suite/story.hpp"

namespace suite {

/// Up to three acts of each stage, as they come in the tour with everything: different ones first.
template <typename P>
std::vector<trace<P>> acts_of_stages(const cast<P>& people) {
  std::vector<trace<P>> all(P::order::size);
  const auto events = tour(people, true);
  for (const bool is_first_of_act : {true, false}) {
    std::set<std::uint16_t> seen;
    for (auto e : events) {
      const auto home = detail::table_of<P>.acts[e.act.index].home;
      if (home == detail::none || seen.insert(e.act.index).second != is_first_of_act || all[home].size() == 3) continue;
      e.at = unstated;
      all[home].push_back(e);
    }
  }
  for (auto& some : all) {
    while (!some.empty() && some.size() < 3) some.push_back(some.back());
  }
  return all;
}

template <typename P>
std::vector<case_file<P>> turn_cases(const cast<P>& people) {
  std::vector<case_file<P>> made;
  const auto lean = tour(people, false);
  const auto acts = acts_of_stages(people);
  const auto along = states_along(people, lean);
  constexpr auto last = P::order::size - 1;
  for (std::size_t stage = 0; stage < P::order::size; ++stage) {
    const std::string here(P::order::names[stage]);
    std::size_t entered = 0;
    while (along[entered].stage().index < stage) ++entered;
    std::size_t done = entered;
    while (done + 1 < lean.size() && along[done + 1].stage().index == stage) ++done;
    case_file<P> one(people, "turn-" + here, "Acts of other stages while the session is in the stage " + here,
                     {"JDG-4", "STG-8"}, trace<P>(lean.begin(), lean.begin() + static_cast<std::ptrdiff_t>(done) + 1),
                     advising::no);
    const auto leaving = lean[done];
    for (const auto other : std::set<std::size_t>{0, stage == 0 ? 1 : stage - 1, stage + 1, stage + 2, last}) {
      if (other == stage || other > last || acts[other].empty()) continue;
      const auto& of = acts[other];
      const auto there = " of " + std::string(P::order::names[other]);
      const auto& own = acts[stage].empty() ? of : acts[stage];
      one.keep("one" + there + " on entering, then one of its own", entered, {of[0], own[0]});
      one.keep("two" + there + " on entering, then one of its own", entered, {of[0], of[1], own[0]});
      one.keep("three" + there + " on entering, then one of its own", entered, {of[0], of[1], of[2], own[0]});
      one.keep("one" + there + " when it is done, then the leader's word", done, {of[0], leaving});
      one.keep("two" + there + " when it is done, then the leader's word", done, {of[0], of[1], leaving});
      one.keep("three" + there + " when it is done, one of its own, and on", done,
               {of[0], of[1], of[2], own[0], leaving, of[0]});
    }
    made.push_back(std::move(one));
  }
  return made;
}

}  // namespace suite
