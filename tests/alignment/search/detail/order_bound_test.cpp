// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/order_bound.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace order_bound_test {

using P = student_group;

std::uint32_t least(const std::vector<event<P>>& trace) {
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  return detail::order_bound<P>(problem).least(0, 0);
}

TEST(OrderBound, AsksNothingOfWhatIsInOrder) { EXPECT_EQ(least(conforming<P>()), 0U); }
TEST(OrderBound, AsksForEachMoveThatIsMissing) {
  EXPECT_EQ(least({}), P::order::size);
  const auto whole = conforming<P>();
  EXPECT_EQ(least(without<P>(whole, place_of<P>(whole, "advance", 2))), 1U);
}
TEST(OrderBound, AsksForWhatHasNoStageToGo) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), detail::raw_event<P>({.by = anna, .act = {0x7000}}));
  trace.push_back(event<P>::of<act::note>(lead));
  EXPECT_EQ(least(trace), 2U);
}
TEST(OrderBound, AsksForWhatNobodyOfThatOfficeMayEverDo) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event<P>::of<act::advance>(boris));
  trace.insert(trace.begin(), event<P>::of<act::present_case>(lead));
  EXPECT_EQ(least(trace), 2U);
}
TEST(OrderBound, AsksForWhatComesAfterTheClose) {
  auto trace = conforming<P>();
  trace.push_back(event<P>::of<act::self_assess>(anna));
  EXPECT_EQ(least(trace), 1U);
  trace.insert(trace.end(), 5, trace.back());
  EXPECT_EQ(least(trace), 2U);  // the close goes, and another one comes in at the end
}

}  // namespace order_bound_test
