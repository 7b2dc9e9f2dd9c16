// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/outlook.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace outlook_test {

using P = student_group;

std::uint32_t least(const std::vector<event<P>>& trace) {
  return detail::outlook<P>(trace, formed<P>().group).least(0, 0);
}

TEST(Outlook, AsksNothingOfWhatIsInOrder) { EXPECT_EQ(least(conforming<P>()), 0U); }
TEST(Outlook, AsksForEachMoveThatIsMissing) {
  EXPECT_EQ(least({}), P::order::size);
  const auto whole = conforming<P>();
  EXPECT_EQ(least(without<P>(whole, place_of<P>(whole, "advance", 2))), 1U);
}
TEST(Outlook, AsksForWhatHasNoStageToGo) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event_of<P, act::flag>(lead, rule_of<P, rule::respect>));
  trace.push_back(event_of<P, act::note>(lead));
  EXPECT_EQ(least(trace), 2U);
}
TEST(Outlook, AsksForWhatNobodyOfThatOfficeMayEverDo) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event_of<P, act::advance>(boris));
  trace.insert(trace.begin(), event_of<P, act::present_case>(lead));
  EXPECT_EQ(least(trace), 2U);
}
TEST(Outlook, CountsTheRestAsItGoesOn) {
  const auto trace = conforming<P>();
  detail::outlook<P> rest(trace, formed<P>().group);
  const auto presenting = act_id_of<act::present_case, P>.index;
  const auto all = rest.of_anybody(presenting);
  EXPECT_EQ(rest.of(trace[0].by.index, presenting), 1U);
  rest.pass();
  EXPECT_EQ(rest.position(), 1U);
  EXPECT_EQ(rest.of(trace[0].by.index, presenting), 0U);
  EXPECT_EQ(rest.of_anybody(presenting), all - 1);
}

}  // namespace outlook_test
