// SPDX-License-Identifier: MIT
#include <balint/conformance/detail/past.hpp>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace past_test {

using P = student_group;
using at = std::vector<std::uint64_t>;

detail::past<P> seen(const std::vector<event<P>>& events) {
  detail::past<P> before(formed<P>().group);
  for (const auto& e : events) before.see(e);
  return before;
}
finding<P> about(code why, const event<P>& e) { return {.event = 99, .code = why, .what = e}; }

TEST(Past, KnowsOnlyWhatTookEffect) {
  const auto nothing = seen({event_of<P, act::present_case>(lead), event<P>{.by = nobody, .act = {0x7000}}});
  EXPECT_EQ(nothing.seen(), 2U);
  EXPECT_EQ(nothing.about(about(code::repeated, event_of<P, act::present_case>(lead))), at{});
}
TEST(Past, KnowsTheSameActOfTheSamePersonAndTheirPass) {
  const auto presented = seen({event_of<P, act::present_case>(anna), event_of<P, act::pass>(boris)});
  EXPECT_EQ(presented.about(about(code::repeated, event_of<P, act::present_case>(anna))), at{1});
  EXPECT_EQ(presented.about(about(code::repeated, event_of<P, act::present_case>(boris))), at{2});
  EXPECT_EQ(presented.about(about(code::repeated, event_of<P, act::present_case>(clara))), at{});
}
TEST(Past, KnowsWhoLeftAndWhatEndedIt) {
  const auto left = seen({event_of<P, act::drop>(anna), event_of<P, act::withdraw>(boris),
                          event_of<P, act::terminate>(lead), event_of<P, act::terminate>(lead)});
  EXPECT_EQ(left.about(about(code::absent, event_of<P, act::pass>(anna))), at{1});
  EXPECT_EQ(left.about(about(code::absent, event_of<P, act::pass>(boris))), at{2});
  EXPECT_EQ(left.about(about(code::session_over, event_of<P, act::pass>(clara))), at{3});
}

TEST(Past, KnowsTheLastActInItsTurn) {
  const auto none = seen({event_of<P, act::open>(lead), event_of<P, act::propose>(boris)});
  EXPECT_EQ(none.last_in_turn(), 0U);
  const auto one = seen({event_of<P, act::present_case>(anna), event_of<P, act::refocus>(lead),
                         event_of<P, act::propose>(boris), event_of<P, act::present_case>(anna)});
  EXPECT_EQ(one.last_in_turn(), 1U);
  EXPECT_EQ(one.stage_in_turn(), (stage_id_of<stage::presentation, P>));
}
TEST(Past, KnowsWhatCameToNothingOutOfTurn) {
  const auto tried = seen({event_of<P, act::propose>(boris), event_of<P, act::ask>(boris), event_of<P, act::note>(anna),
                           event_of<P, act::present_case>(lead)});
  EXPECT_TRUE(tried.came_to_nothing(act_id_of<act::ask, P>));
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::propose, P>));       // it took effect
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::present_case, P>));  // it was in its turn
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::note, P>));
}

TEST(Past, KnowsTheFlagsThatAMoveFound) {
  const auto respect = rule_of<P, balint::rule::respect>;
  const auto flagged =
      seen({event_of<P, act::flag>(anna, respect), event_of<P, act::flag>(boris, rule_of<P, balint::rule::live>),
            event_of<P, act::remind>(lead, respect), event_of<P, act::flag>(anna, respect)});
  auto moved = about(code::flag_open, event_of<P, act::advance>(lead));
  EXPECT_EQ(flagged.about(moved), at{});
  moved.behind.rules = rule_set{detail::bit(respect.index)};
  EXPECT_EQ(flagged.about(moved), at{4});
}

}  // namespace past_test
