// SPDX-License-Identifier: MIT
#include <balint/calibration/scenario.hpp>
#include <tests/support.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace scenario_test {

namespace cal = balint::calibration;
using P = balint::student_group;
using testing::HasSubstr;
using testing::Not;

TEST(Scenario, SaysWhereEachNumberComesFrom) {
  cal::estimates<P> found;
  found.again = cal::estimate{2, 0.25, 0, 1, 100};
  found.rates.push_back({{"us", "anna"}, cal::estimate{-0.5, 0.125, -0.75, -0.25, 40}});
  const auto ask = balint::act_id_of<balint::act::ask, P>;
  found.durations.push_back({ask, {2}, cal::mean_of(std::log(10'000), 0.5, 60), 0.5});
  const auto text = cal::scenario_of(found, "a \"log\".jsonl");
  EXPECT_THAT(text, HasSubstr("[policies.estimated]\nagain = 2.0\nmedian.ask = 10.0\nspread.ask = 0.5\n"
                              "source.again = \"estimated(a \\\"log\\\".jsonl)\"\n"));
  EXPECT_THAT(text, HasSubstr("source.median = \"estimated("));
  EXPECT_THAT(text, HasSubstr("[policies.anna]\nlike = \"estimated\"\nbase = -2.5\nsource.base = \"estimated("));
  EXPECT_THAT(text, HasSubstr("[play]\neverybody = \"estimated\"\nanna = \"anna\"\n"));
  found.rates.push_back({{"us", "b.2"}, cal::estimate{0.5, 0.125, 0.25, 0.75, 40}});
  EXPECT_THAT(cal::scenario_of(found, "a"), AllOf(HasSubstr("[policies.b_2]\n"), HasSubstr("\n\"b.2\" = \"b_2\"\n")));
  EXPECT_THAT(text, Not(HasSubstr("\nopen =")));
  EXPECT_THAT(text, HasSubstr("\n# - trust: "));
}

}  // namespace scenario_test
