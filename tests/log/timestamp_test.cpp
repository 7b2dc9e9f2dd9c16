// SPDX-License-Identifier: MIT
// Times in logs: RFC 3339 with any offset, up to milliseconds, and nothing else.
#include <array>
#include <balint/log/timestamp.hpp>
#include <string>
#include <string_view>

#include "tests/support.hpp"

using namespace balint;

namespace timestamp_test {

constexpr std::int64_t day = 86'400'000;

TEST(Timestamp, ReadsSecondsAndDecimals) {
  BALINT_CHECK(parse_timestamp("1970-01-01T00:00:00Z") == instant{0});
  BALINT_CHECK(parse_timestamp("1970-01-01T00:00:01Z") == instant{1'000});
  BALINT_CHECK(parse_timestamp("1970-01-01T00:00:00.5Z") == instant{500});
  BALINT_CHECK(parse_timestamp("1970-01-01T00:00:00.25Z") == instant{250});
  BALINT_CHECK(parse_timestamp("1970-01-01T00:00:00.007Z") == instant{7});
  BALINT_CHECK(parse_timestamp("1970-01-02T01:02:03.004Z") == instant{day + 3'600'000 + 2 * 60'000 + 3'000 + 4});
  BALINT_CHECK(parse_timestamp("2026-03-02T16:31:10.250Z") == instant{1'772'469'070'250});
}

TEST(Timestamp, ReadsTimesBefore1970) {
  BALINT_CHECK(parse_timestamp("1969-12-31T23:59:59.999Z") == instant{-1});
  BALINT_CHECK(parse_timestamp("0000-01-01T00:00:00Z").has_value());
}

TEST(Timestamp, KnowsLeapYears) {
  BALINT_CHECK(parse_timestamp("2024-02-29T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-02-29T00:00:00Z").has_value());
  BALINT_CHECK(parse_timestamp("2000-02-29T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("1900-02-29T00:00:00Z").has_value());
  BALINT_CHECK(parse_timestamp("2024-03-01T00:00:00Z")->since_epoch -
                   parse_timestamp("2024-02-28T00:00:00Z")->since_epoch ==
               2 * day);
}

TEST(Timestamp, RefusesDaysAndHoursThatDoNotExist) {
  BALINT_CHECK(!parse_timestamp("2026-00-10T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-13-10T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-04-31T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-04-00T00:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-04-30T24:00:00Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-04-30T23:60:00Z").has_value());
  BALINT_CHECK(parse_timestamp("2026-04-30T23:59:59.999Z").has_value());
}

TEST(Timestamp, RefusesEveryOtherFormOfTime) {
  BALINT_CHECK(!parse_timestamp("").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31:10").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31:10.Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31:10.25xZ").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31:1 Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-3-02T16:31:100Z").has_value());
  BALINT_CHECK(!parse_timestamp("+026-03-02T16:31:10Z").has_value());
  BALINT_CHECK(!parse_timestamp("-026-03-02T16:31:10Z").has_value());
  BALINT_CHECK(!parse_timestamp(" 2026-03-02T16:31:10Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31:10Z ").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31Z").has_value());
  BALINT_CHECK(!parse_timestamp(std::string_view("\0\0\0\0\0\0\0\0\0\0T16:31:10Z", 20)).has_value());
  BALINT_CHECK(!parse_timestamp("2026/03/02T16:31:10Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16-31-10Z").has_value());
  BALINT_CHECK(!parse_timestamp("2026-03-02T16:31-10Z").has_value());
}

TEST(Timestamp, RefusesWhatIsNoDigitInAnyPlace) {
  const std::string valid = "2026-03-02T16:31:10.250Z";
  for (std::size_t i = 0; i < valid.size(); ++i) {
    for (const char c : {'x', ' ', '/', ':', '-', '.'}) {
      auto text = valid;
      text[i] = c;
      const bool is_blank_for_t = i == 10 && c == ' ';
      EXPECT_EQ(parse_timestamp(text).has_value(), text == valid || is_blank_for_t) << text;
    }
  }
}

constexpr instant four{1'772'467'200'000};  // 2026-03-02T16:00:00Z

TEST(Timestamp, ReadsAnyOffset) {
  BALINT_CHECK(parse_timestamp("2026-03-02T16:00:00+00:00") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T16:00:00-00:00") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T19:00:00+03:00") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T19:00:00+0300") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T19:00:00+03") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T10:30:00-05:30") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T21:30:00.000+0530") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02T06:00:00.5-10") == instant{four.since_epoch + 500});
  BALINT_CHECK(parse_timestamp("2026-03-03T06:00:00.000000+14:00") == four);
  BALINT_CHECK(parse_timestamp("2026-03-03T15:59:00+23:59") == four);
  BALINT_CHECK(parse_timestamp("2026-03-01T00:30:00+01:00") == parse_timestamp("2026-02-28T23:30:00Z"));
}

TEST(Timestamp, ReadsSmallLettersBlanksAndCommas) {
  BALINT_CHECK(parse_timestamp("2026-03-02t16:00:00z") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02 16:00:00Z") == four);
  BALINT_CHECK(parse_timestamp("2026-03-02 16:00:00,250Z") == instant{four.since_epoch + 250});
  BALINT_CHECK(parse_timestamp("2026-03-02 19:00:00,5+03:00") == instant{four.since_epoch + 500});
}

TEST(Timestamp, CutsAFractionOfAnyLengthToMilliseconds) {
  BALINT_CHECK(parse_timestamp("2026-03-02T16:00:00.2509Z") == instant{four.since_epoch + 250});
  BALINT_CHECK(parse_timestamp("2026-03-02T16:00:00.999999999999999999999999999999999999999Z") ==
               instant{four.since_epoch + 999});
  BALINT_CHECK(parse_timestamp("2026-03-02T19:00:00.0009+03") == four);
  EXPECT_EQ(parse_timestamp("2026-03-02T16:00:00." + std::string(5'000, '1') + "Z"), instant{four.since_epoch + 111});
}

TEST(Timestamp, ALeapSecondIsTheNextOne) {
  BALINT_CHECK(parse_timestamp("2016-12-31T23:59:60Z") == parse_timestamp("2017-01-01T00:00:00Z"));
  BALINT_CHECK(parse_timestamp("2017-01-01T02:59:60.25+03:00") == parse_timestamp("2017-01-01T00:00:00.25Z"));
  BALINT_CHECK(parse_timestamp("1990-12-31T15:59:60-08:00") == parse_timestamp("1991-01-01T00:00:00Z"));
  for (const auto* none : {"2016-12-31T23:58:60Z", "2016-12-31T22:59:60Z", "2016-12-30T23:59:60Z",
                           "2016-12-31T23:59:60+01:00", "2016-12-31T23:59:61Z", "9999-12-31T23:59:60Z"})
    EXPECT_FALSE(parse_timestamp(none)) << none;
}

TEST(Timestamp, WithoutAnOffsetIsNone) {
  for (const auto* bad : {"2026-03-02T16:00:00",
                          "2026-03-02T16:00:00.250",
                          "2026-03-02T16:00:00.2500000000",
                          "2026-03-02T16:00:00 Z",
                          "2026-03-02T16:00:00ZZ",
                          "2026-03-02T16:00:00+3:00",
                          "2026-03-02T16:00:00+",
                          "2026-03-02T16:00:00+030",
                          "2026-03-02T16:00:00+03:0",
                          "2026-03-02T16:00:00+03:",
                          "2026-03-02T16:00:00+24:00",
                          "2026-03-02T16:00:00+01:60",
                          "2026-03-02T16:00:00*01:00",
                          "2026-03-02T16:00:00+0a:00",
                          "2026-03-02T16:00:00+0/:00",
                          "2026-03-02T16:00:00+01:/0",
                          "2026-03-02T16:00:00+01-00",
                          "2026-03-02T16:00:00+01:00:00",
                          "2026-03-02T16:00:00.Z",
                          "2026-03-02T16:00:00,Z",
                          "2026-03-02T16:00:00.+01:00",
                          "2026-03-02T16:00:00.2x0Z",
                          "2026-03-02T16:00:00.2.5Z",
                          "2026-03-02T16:00:00.2 5Z",
                          "2026-02-30T16:00:00+01:00",
                          "0000-01-01T00:00:00+01:00",
                          "9999-12-31T23:59:59-01:00",
                          "+02:00",
                          "Z"})
    EXPECT_FALSE(parse_timestamp(bad)) << bad;
}

TEST(Timestamp, WritesDecimalsOnlyWhereThereAreMilliseconds) {
  EXPECT_EQ(to_timestamp(instant{0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_timestamp(instant{7}), "1970-01-01T00:00:00.007Z");
  EXPECT_EQ(to_timestamp(instant{-1}), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(to_timestamp(instant{1'772'469'070'250}), "2026-03-02T16:31:10.250Z");
  EXPECT_EQ(to_timestamp(instant{253'402'300'800'000}), "10000-01-01T00:00:00Z");
}

TEST(Timestamp, ComesBackTheSame) {
  for (const char* const text :
       {"0000-01-01T00:00:00Z", "0099-07-09T08:07:06.005Z", "1900-03-01T00:00:00Z", "1969-12-31T23:59:59.999Z",
        "2000-02-29T12:30:00Z", "2024-02-29T23:59:59.100Z", "9999-12-31T23:59:59.999Z"}) {
    ASSERT_TRUE(parse_timestamp(text)) << text;
    EXPECT_EQ(to_timestamp(*parse_timestamp(text)), text);
  }
  for (std::int64_t ms = -40'000 * day; ms < 40'000 * day; ms += 12'345'678'901) {
    EXPECT_EQ(parse_timestamp(to_timestamp({ms})), instant{ms});
  }
}

constexpr bool remembers_no_other_day() {
  detail::timestamp_parser times;
  for (const std::string_view date :
       {"1970-01-01", "2026-03-02", "2026-03-01", "2026-03-02", "2027-03-02", "1970-01-01"}) {
    std::array<char, 20> text{};
    const std::string_view clock = "T16:31:10Z";
    for (std::size_t i = 0; i < 10; ++i) {
      text[i] = date[i];
      text[10 + i] = clock[i];
    }
    const std::string_view whole(text.data(), text.size());
    if (!times.parse(whole) || times.parse(whole) != parse_timestamp(whole)) return false;
  }
  return true;
}
TEST(TimestampParser, RemembersTheDayBeforeAndTakesNoOtherForIt) { BALINT_CHECK(remembers_no_other_day()); }

}  // namespace timestamp_test
