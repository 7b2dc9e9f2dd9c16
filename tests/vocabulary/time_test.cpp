// SPDX-License-Identifier: MIT
#include <balint/vocabulary/time.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <cstdint>
#include <limits>

namespace time_test {

using namespace balint;

constexpr bool minutes_are_sixty_thousand_milliseconds() {
  return time_span::minutes(1) == time_span{60'000} && time_span::minutes(180) == time_span{10'800'000} &&
         time_span::minutes(0) == time_span{} && time_span::minutes(-1) < time_span::minutes(0);
}
static_assert(minutes_are_sixty_thousand_milliseconds());
TEST(Minutes, AreSixtyThousandMillisecondsEach) { EXPECT_TRUE(minutes_are_sixty_thousand_milliseconds()); }

constexpr bool an_instant_less_an_instant_is_a_length() {
  return instant{90'000} - instant{30'000} == time_span::minutes(1) &&
         instant{0} - instant{60'000} == time_span::minutes(-1) &&
         std::same_as<decltype(instant{} - instant{}), time_span>;
}
static_assert(an_instant_less_an_instant_is_a_length());
TEST(Instant, LessAnInstantIsALength) { EXPECT_TRUE(an_instant_less_an_instant_is_a_length()); }

constexpr bool a_length_later_is_an_instant() {
  return instant{30'000} + time_span::minutes(1) == instant{90'000} &&
         instant{0} + time_span::minutes(-1) == instant{-60'000} &&
         instant{5} + (instant{90} - instant{5}) == instant{90};
}
static_assert(a_length_later_is_an_instant());
TEST(Instant, AndALengthIsALaterInstant) { EXPECT_TRUE(a_length_later_is_an_instant()); }

// In a constant expression an overflow would be an error of the compiler.
constexpr bool the_widest_difference_wraps() {
  return unstated - before_all == time_span{-1} && before_all - unstated == time_span{1};
}
static_assert(the_widest_difference_wraps());
TEST(Instant, HasADefinedDifferenceAtTheEnds) { EXPECT_TRUE(the_widest_difference_wraps()); }

constexpr bool every_time_lies_between_the_ends() {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  return before_all < instant{least + 1} && instant{} < instant{1} && instant{most - 1} < unstated &&
         before_all < unstated;
}
static_assert(every_time_lies_between_the_ends());
TEST(Unstated, IsLaterThanEveryTimeThatIsStated) { EXPECT_TRUE(every_time_lies_between_the_ends()); }

static_assert(!std::convertible_to<std::int64_t, instant> && !std::convertible_to<instant, time_span>);
TEST(Instant, IsNoNumberAndNoLength) { EXPECT_FALSE((std::convertible_to<instant, time_span>)); }

constexpr bool a_time_is_stated_up_to_a_bound() {
  return stated_by({10}, {9}) == instant{9} && stated_by({10}, {10}) == instant{10} &&
         stated_by({10}, {11}) == unstated && stated_by({10}, unstated) == unstated;
}
static_assert(a_time_is_stated_up_to_a_bound());
TEST(Instant, IsStatedUpToABound) { EXPECT_TRUE(a_time_is_stated_up_to_a_bound()); }

}  // namespace time_test
