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
  detail::past<P> before(formed<P>().formed().value());
  for (const auto& e : events) before.see(e);
  return before;
}
finding<P> about(code why, const event<P>& e) { return {.event = 99, .code = why, .what = e}; }

TEST(Past, KnowsOnlyWhatTookEffect) {
  const auto nothing =
      seen({event<P>::of<act::present_case>(lead), detail::raw_event<P>({.by = nobody, .act = {0x7000}})});
  EXPECT_EQ(nothing.seen(), 2U);
  EXPECT_EQ(nothing.about(about(code::repeated, event<P>::of<act::present_case>(lead))), at{});
}
TEST(Past, KnowsTheSameActOfTheSamePersonAndTheirPass) {
  const auto presented = seen({event<P>::of<act::present_case>(anna), event<P>::of<act::pass>(boris)});
  EXPECT_EQ(presented.about(about(code::repeated, event<P>::of<act::present_case>(anna))), at{1});
  EXPECT_EQ(presented.about(about(code::repeated, event<P>::of<act::present_case>(boris))), at{2});
  EXPECT_EQ(presented.about(about(code::repeated, event<P>::of<act::present_case>(clara))), at{});
}
TEST(Past, KnowsWhoLeftAndWhatEndedIt) {
  const auto left = seen({event<P>::of<act::drop>(anna), event<P>::of<act::withdraw>(boris),
                          event<P>::of<act::terminate>(lead), event<P>::of<act::terminate>(lead)});
  EXPECT_EQ(left.about(about(code::absent, event<P>::of<act::pass>(anna))), at{1});
  EXPECT_EQ(left.about(about(code::absent, event<P>::of<act::pass>(boris))), at{2});
  EXPECT_EQ(left.about(about(code::session_over, event<P>::of<act::pass>(clara))), at{3});
}

TEST(Past, KnowsTheLastActInItsTurn) {
  const auto none = seen({event<P>::of<act::open>(lead), event<P>::of<act::propose>(boris)});
  EXPECT_EQ(none.last_in_turn(), 0U);
  const auto one = seen({event<P>::of<act::present_case>(anna), event<P>::of<act::refocus>(lead),
                         event<P>::of<act::propose>(boris), event<P>::of<act::present_case>(anna)});
  EXPECT_EQ(one.last_in_turn(), 1U);
  EXPECT_EQ(one.stage_in_turn(), (stage_id_of<stage::presentation, P>));
}
TEST(Past, KnowsWhatCameToNothingOutOfTurn) {
  const auto tried = seen({event<P>::of<act::propose>(boris), event<P>::of<act::ask>(boris),
                           event<P>::of<act::note>(anna), event<P>::of<act::present_case>(lead)});
  EXPECT_TRUE(tried.came_to_nothing(act_id_of<act::ask, P>));
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::propose, P>));       // it took effect
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::present_case, P>));  // it was in its turn
  EXPECT_FALSE(tried.came_to_nothing(act_id_of<act::note, P>));
}

TEST(Past, KnowsTheFlagsThatAMoveFound) {
  const auto respect = rule_of<P, balint::rule::respect>;
  const auto flagged =
      seen({event<P>::of<act::flag>(anna, respect), event<P>::of<act::flag>(boris, rule_of<P, balint::rule::live>),
            event<P>::of<act::remind>(lead, respect), event<P>::of<act::flag>(anna, respect)});
  auto moved = about(code::flag_open, event<P>::of<act::advance>(lead));
  EXPECT_EQ(flagged.about(moved), at{});
  moved.behind.rules = rule_set{detail::bit(respect.index)};
  EXPECT_EQ(flagged.about(moved), at{4});
}

}  // namespace past_test
