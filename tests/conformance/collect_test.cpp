// SPDX-License-Identifier: MIT
// A sink that keeps findings in a container.
#include <balint/conformance/collect.hpp>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace collect_test {

using students = student_group;

TEST(Collect, KeepsEachFindingOnceWithItsTimes) {
  std::vector<finding<students>> all;
  const auto verdict = judge_trace(
      formed<students>(), trace<students>().add(anna, act::refocus{}).add(boris, act::refocus{}).add(anna, act::note{}),
      collect(all));
  EXPECT_EQ(verdict, balint::verdict::departs);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].times, 2U);
  EXPECT_EQ(all[0].event, 1U);
  EXPECT_EQ(all[1].times, 1U);
  EXPECT_EQ(all[1].event, 3U);
}

TEST(Collect, KeepsNothingOfACleanTrace) {
  std::vector<finding<students>> all;
  EXPECT_EQ(judge_trace(formed<students>(), trace<students>().whole(), collect(all)), verdict::conforming);
  EXPECT_TRUE(all.empty());
}

}  // namespace collect_test
