// SPDX-License-Identifier: MIT
#include <balint/log/zoned_time.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace zoned_time_test {

constexpr instant four{1'772'467'200'000};  // 2026-03-02T16:00:00Z

TEST(ZonedTime, ReadsAnyOffsetAndAnyDecimals) {
  BALINT_CHECK(parse_zoned("2026-03-02T16:00:00Z") == four);
  BALINT_CHECK(parse_zoned("2026-03-02T16:00:00+00:00") == four);
  BALINT_CHECK(parse_zoned("2026-03-02 19:00:00+03:00") == four);
  BALINT_CHECK(parse_zoned("2026-03-02T10:30:00-05:30") == four);
  BALINT_CHECK(parse_zoned("2026-03-03T06:00:00.000000+14:00") == four);
  BALINT_CHECK(parse_zoned("2026-03-02T16:00:00.250000Z") == instant{four.since_epoch + 250});
  BALINT_CHECK(parse_zoned("2026-03-02T16:00:00.5Z") == instant{four.since_epoch + 500});
  BALINT_CHECK(parse_zoned("2026-03-01T00:30:00+01:00") == parse_timestamp("2026-02-28T23:30:00Z"));
}

TEST(ZonedTime, IsRoundedDownOnlyWhereThatIsAskedFor) {
  BALINT_CHECK(!parse_zoned("2026-03-02T16:00:00.250999Z"));
  BALINT_CHECK(parse_zoned("2026-03-02T16:00:00.250999Z", fraction::rounded_down) == instant{four.since_epoch + 250});
}

TEST(ZonedTime, WithoutAnOffsetIsNone) {
  for (const auto* bad : {"",
                          "2026-03-02",
                          "2026-03-02T16:00:00",
                          "2026-03-02T16:00:00.250",
                          "2026-03-02T16:00:00 Z",
                          "2026-03-02T16:00Z",
                          "2026-03-02T16:00:00+3:00",
                          "2026-03-02T16:00:00+0300",
                          "2026-03-02T16:00:00+15:00",
                          "2026-03-02T16:00:00+01:60",
                          "2026-03-02T16:00:00*01:00",
                          "2026-03-02T16:00:00+0a:00",
                          "2026-03-02T16:00:00.Z",
                          "2026-03-02T16:00:00.2x0Z",
                          "2026-03-02T16:00:00,250Z",
                          "2026-03-02T16:00:00.+01:00",
                          "2026-03-02T16:00:00.2x0+01:00",
                          "2026-03-02T16:00:00.2/0+01:00",
                          "2026-03-02T16:00:00,250+01:00",
                          "2026-02-30T16:00:00+01:00",
                          "2026-03-02T16:00:00+0/:00",
                          "2026-03-02T16:00:00+01:/0",
                          "2026-03-02T16:00:00+01-00",
                          "2026-03-02t16:00:00Z",
                          "2026-02-30T16:00:00Z",
                          "2026-03-02T24:00:00Z",
                          "2026-03-02T16:00:60Z",
                          "2026-03-02T16:00:00.0000000000000000000000000Z",
                          "0000-01-01T00:00:00+01:00",
                          "9999-12-31T23:59:59-01:00",
                          "+02:00",
                          "Z"}) {
    EXPECT_FALSE(parse_zoned(bad)) << bad;
    EXPECT_FALSE(parse_zoned(bad, fraction::rounded_down)) << bad;
  }
}

TEST(ZonedTime, ReadsWhatTimestampsWrite) {
  for (const std::int64_t at : {0LL, -1LL, 1'772'467'200'250LL, -62'167'219'200'000LL, 253'402'300'799'999LL}) {
    EXPECT_EQ(parse_zoned(to_timestamp({at})), instant{at});
  }
}

}  // namespace zoned_time_test
