// SPDX-License-Identifier: MIT
#include <balint/calibration/table.hpp>
#include <tests/calibration/recording.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>

namespace table_test {

namespace cal = balint::calibration;
using P = balint::student_group;
using testing::HasSubstr;

TEST(Table, HasWhatWasEstimatedWhatWasNotAndWhatCannotBe) {
  cal::estimates<P> found;
  found.again = cal::estimate{0.5, 0.25, 0, 1, 100};
  found.rates.push_back({{"us", "anna"}, cal::estimate{-0.5, 0.125, -0.75, -0.25, 40}});
  found.not_estimated.push_back({"rate", {"them", ""}, {0xFFFF}, {}, 400, 1'200, "free turns of the group"});
  const auto ask = balint::act_id_of<balint::act::ask, P>;
  found.not_estimated.push_back({"duration", {}, ask, {2}, 7, 50, "durations"});
  const auto text = cal::table_of(found);
  EXPECT_TRUE(
      text.starts_with("parameter,group,person,act,stage,estimate,error,low,high,n,method,note\n"
                       "again,,,,,0.5,0.25,0,1,100,conditional logit,\n"
                       "rate,us,anna,,,-0.5,0.125,-0.75,-0.25,40,conditional logit,\n"));
  EXPECT_THAT(text, HasSubstr("\nrate,them,,,,,,,,400,too few,\"400 free turns of the group, and 1200 are needed\"\n"));
  EXPECT_THAT(text, HasSubstr("\nduration,,,ask,story,,,,,7,too few,\"7 durations, and 50 are needed\"\n"));
  for (const auto& one : cal::not_identifiable)
    EXPECT_THAT(text, HasSubstr('\n' + std::string(one.name) + ",,,,,,,,,0,not identifiable,"));
}
TEST(Table, HasAsManyCellsInEachRow) {
  const support::known known;
  cal::recorded_sessions<P> all;
  known.record(all, 0, 10, 1'200);
  std::istringstream lines(cal::table_of(cal::calibrate(all).value()));
  std::size_t rows = 0;
  for (std::string line; std::getline(lines, line); ++rows) {
    std::size_t cells = 1;
    bool is_quoted = false;
    for (const char c : line) {
      is_quoted = is_quoted != (c == '"');
      cells += c == ',' && !is_quoted ? 1U : 0U;
    }
    EXPECT_EQ(cells, 12U) << line;
  }
  EXPECT_GT(rows, 40U);
}

}  // namespace table_test
