// SPDX-License-Identifier: MIT
#include <balint/vocabulary/chrono.hpp>

#include <gtest/gtest.h>

#include <chrono>

namespace chrono_test {

using namespace balint;
using namespace std::chrono_literals;

constexpr bool the_epoch_is_1970() {
  constexpr std::chrono::sys_days day{std::chrono::year{2026} / 3 / 2};
  return to_instant(std::chrono::sys_days{std::chrono::year{1970} / 1 / 1}) == instant{0} &&
         to_instant(day + 16h + 31min + 10s + 250ms) == instant{1'772'469'070'250};
}
static_assert(the_epoch_is_1970());
TEST(ToInstant, CountsMillisecondsSince1970) { EXPECT_TRUE(the_epoch_is_1970()); }

constexpr bool part_of_a_millisecond_is_rounded_down() {
  using micro = std::chrono::sys_time<std::chrono::microseconds>;
  return to_instant(micro{1999us}) == instant{1} && to_instant(micro{2000us}) == instant{2} &&
         to_instant(micro{-1us}) == instant{-1} && to_instant(micro{-1000us}) == instant{-1};
}
static_assert(part_of_a_millisecond_is_rounded_down());
TEST(ToInstant, RoundsDownBeforeTheEpochToo) { EXPECT_TRUE(part_of_a_millisecond_is_rounded_down()); }

constexpr bool there_and_back_is_the_same() {
  for (const auto n : {-1'000LL, -1LL, 0LL, 1LL, 1'772'469'070'250LL}) {
    if (to_instant(to_chrono(instant{n})) != instant{n}) return false;
  }
  return true;
}
static_assert(there_and_back_is_the_same());
TEST(ToChrono, TakesAnInstantThereAndBack) { EXPECT_TRUE(there_and_back_is_the_same()); }

constexpr bool lengths_keep_their_unit() {
  return to_chrono(time_span::minutes(120)) == 2h && to_chrono(time_span{1}) == 1ms;
}
static_assert(lengths_keep_their_unit());
TEST(ToChrono, KeepsTheUnitOfALength) { EXPECT_TRUE(lengths_keep_their_unit()); }

constexpr bool lengths_are_added_in_their_unit() {
  using namespace std::chrono_literals;
  return balint::to_time_span(5s) == balint::time_span{5'000} && balint::to_time_span(2min).in_minutes() == 2 &&
         balint::to_time_span(-1us) == balint::time_span{-1} && balint::instant{7} + 5s == balint::instant{5'007};
}
static_assert(lengths_are_added_in_their_unit());
TEST(Chrono, LengthsAreAddedInTheirUnit) { EXPECT_TRUE(lengths_are_added_in_their_unit()); }

}  // namespace chrono_test
