// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/obstacles.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace obstacles_test {

using P = student_group;
using names = std::vector<std::string_view>;

/// What the cheapest way around what stands against an event puts in; empty: nothing does.
struct way {
  code why;
  names put_in;
  std::uint32_t cost;
  code then = detail::no_refusal;  ///< What stands against the event then.
  friend bool operator==(const way&, const way&) = default;
};
template <protocol Q>
way cheapest_way(aligning<Q>& search, const event<Q>& e) {
  const auto why = search.at.now.why_not(e);
  const auto ways = detail::ways_around(search.c, search.at, e, why);
  const auto* const best = cheapest(ways);
  if (best == nullptr) return {why, {}, 0, why};
  return {why, search.put_in(*best), best->cost, best->now.why_not(e)};
}
std::vector<event<P>> with(std::size_t at, const event<P>& e) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(at), e);
  return trace;
}

TEST(Obstacles, AbsenceEndsByComingBack) {
  aligning<P> search(with(0, event<P>::of<act::drop>(boris)), 1);
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::present_case>(boris)), (way{code::absent, {"rejoin"}, 1}));
}
TEST(Obstacles, PresenceEndsWhereATurnCameIn) {
  aligning<P> search(conforming<P>(), 1);
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::rejoin>(boris)), (way{code::not_absent, {}, 0, code::not_absent}));
  ASSERT_TRUE(detail::give_turns(search.c, search.at, nobody.index));
  const auto found = cheapest_way(search, event<P>::of<act::rejoin>(boris));
  EXPECT_EQ(found.put_in, (names{"drop", "present_case"}));
  EXPECT_EQ(found.cost, 2U);
}
TEST(Obstacles, ALeadPassesToWhoeverActsAsLeader) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "advance"));
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::advance>(deputy)), (way{code::wrong_role, {"drop"}, 1}));
}
TEST(Obstacles, ACaseIsSelectedForWhoeverAcceptsIt) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "select_case"));
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::accept_case>(anna)), (way{code::wrong_role, {"select_case"}, 1}));
}
TEST(Obstacles, WhatComesBeforeComesIn) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story"));
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::ask>(boris)), (way{code::too_early, {"tell_story"}, 1}));
  aligning<P> votes(whole, place_of<P>(whole, "vote", 2));
  EXPECT_EQ(cheapest_way(votes, event<P>::of<act::select_case>(lead, case_id{anna})),
            (way{code::too_early, {"pass"}, 1}));
}
TEST(Obstacles, CasesAndOptionsThatAreNamedComeIn) {
  const auto whole = conforming<P>();
  auto passed = whole;
  passed[1] = event<P>::of<act::pass>(boris);
  aligning<P> cases(passed, place_of<P>(passed, "vote"));
  EXPECT_EQ(cheapest_way(cases, event<P>::of<act::vote>(anna, case_id{boris})),
            (way{code::unknown_target, {"present_case"}, 2}));
  aligning<P> options(whole, place_of<P>(whole, "assess"));
  const auto fourth = event<P>::of<act::assess>(boris, option_id{4});
  EXPECT_EQ(cheapest_way(options, fourth), (way{code::unknown_target, {"propose", "propose"}, 2}));
  options.c.cost_limit = 2;
  EXPECT_EQ(cheapest_way(options, fourth), (way{code::unknown_target, {}, 0, code::unknown_target}));
}
TEST(Obstacles, WhatWasDoneBeforeIsUndone) {
  const auto whole = conforming<P>();
  aligning<P> selected(whole, place_of<P>(whole, "select_case") + 1);
  EXPECT_EQ(cheapest_way(selected, event<P>::of<act::select_case>(lead, case_id{boris})),
            (way{code::repeated, {"decline_case"}, 1, code::too_early}));
  auto trace = whole;
  trace[1] = event<P>::of<act::pass>(boris);
  aligning<P> passed(trace, 2);
  EXPECT_EQ(cheapest_way(passed, event<P>::of<act::present_case>(boris)), (way{code::repeated, {}, 1}));
  EXPECT_EQ(cheapest_way(passed, event<P>::of<act::present_case>(anna)), (way{code::repeated, {}, 0, code::repeated}));
}
TEST(Obstacles, AVoteThatCountsIsVoidedByDeclining) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "accept_case"));
  const auto voter = whole[place_of<P>(whole, "vote")].by;
  const auto selected = search.at.now.remembered().presenter;
  ASSERT_TRUE(detail::voted_for_presenter(search.at, voter));
  EXPECT_FALSE(detail::voted_for_presenter(search.at, watcher));
  for (const auto& [e, why] : {std::pair{event<P>::of<act::vote>(voter, case_id{{selected}}), code::repeated},
                               std::pair{event<P>::of<act::pass>(voter), code::nothing_owed}}) {
    const auto ways = detail::ways_around(search.c, search.at, e, why);
    ASSERT_FALSE(ways.empty());
    EXPECT_EQ(search.put_in(ways.front()), std::vector<std::string_view>{"decline_case"});
  }
}
TEST(Obstacles, ACaseWithTooFewVotesIsSupported) {
  auto trace = conforming<P>();
  detail::set_raw_target(trace[place_of<P>(trace, "vote")], boris.index);
  detail::set_raw_target(trace[place_of<P>(trace, "vote", 1)], boris.index);
  aligning<P> search(trace, place_of<P>(trace, "select_case"));
  EXPECT_EQ(cheapest_way(search, event<P>::of<act::select_case>(lead, case_id{anna})),
            (way{code::not_supported, {"vote"}, 1}));
}
TEST(Obstacles, WhoeverTakesACaseHandsTheLeadOn) {
  using Q = case_consultation;
  aligning<Q> search(conforming<Q>());
  EXPECT_EQ(cheapest_way<Q>(search, event<Q>::template of<act::take_case>(lead)),
            (way{code::leader_is_presenter, {"hand_over"}, 1}));
}
TEST(Obstacles, ASupervisorComesBack) {
  using Q = staff_group;
  auto trace = conforming<Q>();
  trace.insert(trace.begin(), event<Q>::template of<act::drop>(watcher));
  aligning<Q> search(trace, place_of<Q>(trace, "advance"));
  EXPECT_EQ(cheapest_way<Q>(search, event<Q>::template of<act::advance>(lead)),
            (way{code::supervisor_absent, {"rejoin"}, 1}));
}
TEST(Obstacles, AreGotAroundOneAfterTheOther) {
  // Boris dropped out, and asks before the story: he comes back, and it comes in.
  const auto whole = conforming<P>();
  const auto story = place_of<P>(whole, "tell_story");
  aligning<P> search(with(story, event<P>::of<act::drop>(boris)), story + 1);
  const auto asks = event<P>::of<act::ask>(boris);
  const auto ways = [&](const auto& d, code why) { return detail::ways_around(search.c, d, asks, why); };
  detail::alternatives<P> found;
  detail::get_around(search.c, search.at, asks, 2, ways, found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(search.put_in(found[0]), (names{"rejoin", "tell_story"}));
  found.clear();
  detail::get_around(search.c, search.at, asks, 1, ways, found);
  EXPECT_TRUE(found.empty());
}

}  // namespace obstacles_test
