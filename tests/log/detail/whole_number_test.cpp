// SPDX-License-Identifier: MIT
#include <balint/log/detail/whole_number.hpp>

#include <gtest/gtest.h>

using namespace balint;

namespace whole_number_test {

TEST(WholeNumber, IsReadHoweverItIsWritten) {
  EXPECT_EQ(detail::parse_whole("7"), 7);
  EXPECT_EQ(detail::parse_whole("+7"), 7);
  EXPECT_EQ(detail::parse_whole("-7"), -7);
  EXPECT_EQ(detail::parse_whole("007"), 7);
  EXPECT_EQ(detail::parse_whole("7.0"), 7);
  EXPECT_EQ(detail::parse_whole("7.000"), 7);
}
TEST(WholeNumber, IsNothingElse) {
  for (const auto* none : {"", "+", "-", "+-7", "++7", "7.", ".0", "7.5", "7.01", "7,0", " 7", "7 ", "seven", "7e0",
                           "0x7", "99999999999999999999"})
    EXPECT_FALSE(detail::parse_whole(none)) << none;
}
TEST(Trimmed, TakesWhiteSpaceAround) {
  EXPECT_EQ(detail::trimmed(" \t7 8\r\n"), "7 8");
  EXPECT_EQ(detail::trimmed("7"), "7");
  EXPECT_EQ(detail::trimmed(" \n "), "");
  EXPECT_EQ(detail::trimmed(""), "");
}

}  // namespace whole_number_test
