// SPDX-License-Identifier: MIT
#include "tally.hpp"

#include <gtest/gtest.h>

namespace tally_test {

TEST(Median, IsNothingOfNothing) { EXPECT_FALSE(median().value().has_value()); }

TEST(Median, IsTheValueInTheMiddle) {
  median m;
  for (const double value : {0.9, 0.1, 0.5}) m.add(value);
  EXPECT_EQ(m.value(), 0.5);
}

TEST(Median, IsTheMeanOfTheTwoInTheMiddle) {
  median m;
  for (const double value : {1.0, 0.25, 0.75, 0.0}) m.add(value);
  EXPECT_EQ(m.value(), 0.5);
}

TEST(Median, CountsTheLike) {
  median m;
  m.add(1.0, 3);
  m.add(0.5, 2);
  EXPECT_EQ(m.value(), 1.0);
}

TEST(Median, IsOfAllPartsTogether) {
  median one;
  one.add(0.25, 3);
  median other;
  other.add(0.75, 4);
  one.add(other);
  EXPECT_EQ(one.value(), 0.75);
}

TEST(Counts, AddUpAndComeInOrder) {
  counts one;
  one.add("a", "", 1);
  one.add("b", "B", 2);
  counts other;
  other.add("c", "", 1);
  other.add("b", "B", 1);
  one.add(other);
  const auto rows = one.in_order();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].name, "b");
  EXPECT_EQ(rows[0].source, "B");
  EXPECT_EQ(rows[0].times, 3U);
  EXPECT_EQ(rows[1].name, "a");
  EXPECT_EQ(rows[2].name, "c");
}

}  // namespace tally_test
