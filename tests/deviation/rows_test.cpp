// SPDX-License-Identifier: MIT
#include <balint/deviation/rows.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace rows_test {

namespace dev = balint::deviation;
using P = balint::student_group;

TEST(CsvRow, QuotesWhatNeedsIt) {
  EXPECT_EQ(dev::csv_row({"a", "", "b,c", "d\"e", "f\ng"}), "a,,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n");
  EXPECT_EQ(dev::csv_row({"", "a"}), ",a\r\n");
}
TEST(Rows, AreTheGroundTruthOfASession) {
  const auto all = support::plant_in<P>(2, dev::planting::only(dev::kind::lost_vote)).all;
  const auto place = std::to_string(all.deviations[0].place_true);
  const auto who = std::string(all.people[all.deviations[0].with.who.index].id);
  EXPECT_EQ(dev::deviation_rows<P>("sim-1", all),
            "sim-1,1,lost_vote,recording," + place + "," + place + "," + who + ",,0,0,yes,yes\r\n");
  const auto event = std::to_string(all.expected.must[0].event);
  EXPECT_EQ(dev::expected_rows("sim-1", all.expected), "sim-1,must," + event + "," + event +
                                                           ",too_early,departure,1,1,,,,\r\n" +
                                                           "sim-1,verdict,,,,,,,departs,yes,,\r\n");
  const auto cells = [](const std::string& row) { return std::count(row.begin(), row.end(), ','); };
  EXPECT_EQ(cells(dev::deviations_header()), cells(dev::deviation_rows<P>("s", all)));
  EXPECT_EQ(2 * cells(dev::expected_header()), cells(dev::expected_rows("s", all.expected)));
}
TEST(Rows, HaveBreachesWithTheirAnswers) {
  dev::expectation all;
  all.breaches = {{3, "respect", dev::expected_answer::reminder, 5}, {7, "live"}};
  EXPECT_EQ(
      dev::expected_rows("s", all),
      "s,breach,3,5,,,,,,,respect,reminder\r\ns,breach,7,,,,,,,,live,none\r\ns,verdict,,,,,,,conforming,yes,,\r\n");
}
TEST(Rows, HaveWhereMoreMayBeFound) {
  dev::expectation all;
  all.may = {{4, 9}};
  EXPECT_EQ(dev::expected_rows("s", all), "s,may,4,9,,,,,,,,\r\ns,verdict,,,,,,,conforming,yes,,\r\n");
}

}  // namespace rows_test
