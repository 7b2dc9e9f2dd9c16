// SPDX-License-Identifier: MIT
// Many times of one day and of others, as they come in a log.
#include <balint/log/detail/timestamp_parser.hpp>

#include <balint/log/timestamp.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace timestamp_parser_test {

constexpr bool reads_as_if_each_were_the_first() {
  detail::timestamp_parser parser;
  for (const std::string_view text :
       {"2026-03-02T16:31:10Z", "2026-03-02T16:31:11.5Z", "2026-03-03T00:00:00Z", "2026-02-30T00:00:00Z",
        "2026-03-03T00:00:01Z", "2026-03-02T16:31:10Z", "1970-01-01T00:00:00Z", "0000000000T00:00:00Z"}) {
    if (parser.parse(text) != parse_timestamp(text)) return false;
  }
  return true;
}

TEST(TimestampParser, ReadsATimeAsIfItWereTheFirst) { BALINT_CHECK(reads_as_if_each_were_the_first()); }
TEST(TimestampParser, RemembersNoDayThatDoesNotExist) {
  detail::timestamp_parser parser;
  ASSERT_TRUE(parser.parse("2026-03-02T00:00:00Z"));
  EXPECT_FALSE(parser.parse("2026-13-02T00:00:00Z"));
  EXPECT_FALSE(parser.parse("2026-13-02T00:00:00Z"));
  EXPECT_EQ(parser.parse("2026-03-02T00:00:00Z"), parse_timestamp("2026-03-02T00:00:00Z"));
}

TEST(TimestampParser, ReadsTheHour24OnlyWhereXmlHasIt) {
  const auto xml = [](std::string_view text) { return detail::timestamp_parser().parse(text, detail::hour_24::read); };
  EXPECT_EQ(xml("2026-03-02T24:00:00Z"), parse_timestamp("2026-03-03T00:00:00Z"));
  EXPECT_EQ(xml("2026-12-31T24:00:00.000+03:00"), parse_timestamp("2026-12-31T21:00:00Z"));
  EXPECT_EQ(xml("2026-03-02T23:00:00Z"), parse_timestamp("2026-03-02T23:00:00Z"));
  for (const auto* none : {"2026-03-02T24:00:01Z", "2026-03-02T24:01:00Z", "2026-03-02T24:00:00.001Z",
                           "2026-03-02T25:00:00Z", "9999-12-31T24:00:00Z"})
    EXPECT_FALSE(xml(none)) << none;
  EXPECT_FALSE(parse_timestamp("2026-03-02T24:00:00Z"));
}

}  // namespace timestamp_parser_test
