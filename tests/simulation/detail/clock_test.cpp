// SPDX-License-Identifier: MIT
#include <balint/random/distribution.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <balint/simulation/detail/clock.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace clock_test {

using balint::simulation::detail::clocks;

constexpr std::uint64_t unit = std::uint64_t{1} << 32U;
constexpr std::uint32_t a_second = 1U << 16U;

TEST(Clocks, GiveTheFloorToTheSmallestRemainingTime) {
  clocks all;
  all.left[0] = 3 * unit, all.rate[0] = a_second;      // 3 s
  all.left[1] = unit, all.rate[1] = 0;                 // never
  all.left[2] = 5 * unit, all.rate[2] = 2 * a_second;  // 2.5 s
  EXPECT_EQ(all.next(3), 2U);
  EXPECT_EQ(all.next(2), 0U);
  EXPECT_EQ(all.pass_until(2, 3), 2'500);
  EXPECT_EQ(all.left[0], unit / 2);
  EXPECT_EQ(all.left[1], unit);
  EXPECT_EQ(all.left[2], 0U);
  all.left[2] = unit, all.rate[2] = a_second;
  EXPECT_EQ(all.next(3), 0U);
  EXPECT_EQ(all.pass_until(0, 3), 500);
}
TEST(Clocks, GiveItToTheFirstOfEqualsAndToNobodyWhoNeverWantsIt) {
  clocks all;
  EXPECT_EQ(all.next(5), 5U);
  EXPECT_EQ(all.next(0), 0U);
  all.left[1] = all.left[3] = unit;
  all.rate[1] = all.rate[3] = a_second;
  EXPECT_EQ(all.next(5), 1U);
}
TEST(Clocks, StandStillWhereSomebodySpeaksAtOnce) {
  clocks all;
  all.left[0] = 1, all.rate[0] = a_second;
  all.left[1] = 40 * unit, all.rate[1] = clocks::at_once;
  EXPECT_EQ(all.next(2), 1U);
  EXPECT_EQ(all.pass_until(1, 2), 0);
  EXPECT_EQ(all.left[0], 1U);
  EXPECT_EQ(all.left[1], 40 * unit);  // nothing of it was used
}
TEST(Clocks, NeverGoBelowZero) {
  balint::random::stream from({.seed = 1}, balint::random::purpose::floor, 0);
  clocks all;
  for (std::size_t i = 0; i < 64; ++i) all.left[i] = balint::random::exponential(from);
  for (int turn = 0; turn < 20'000; ++turn) {
    for (std::size_t i = 0; i < 64; ++i) all.rate[i] = from.bits32() >> (8U + from.bits32() % 24U);
    const auto speaker = all.next(64);
    if (speaker == 64) continue;
    ASSERT_GE(all.pass_until(speaker, 64), 0);
    for (std::size_t i = 0; i < 64; ++i) ASSERT_LT(all.left[i], std::uint64_t{1} << 38U);
    all.left[speaker] = balint::random::exponential(from);
  }
}
// The next to speak is each with a probability in proportion to the eagerness, whatever the others' clocks show.
TEST(Clocks, ShareTheFloorInProportion) {
  balint::random::stream from({.seed = 2}, balint::random::purpose::floor, 0);
  clocks all;
  constexpr std::array<std::uint32_t, 3> rates{10'000, 30'000, 60'000};
  std::array<int, 3> turns{};
  std::int64_t time = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    all.rate[i] = rates[i];
    all.left[i] = balint::random::exponential(from);
  }
  for (int turn = 0; turn < 100'000; ++turn) {
    const auto speaker = all.next(3);
    ++turns[speaker];
    time += all.pass_until(speaker, 3);
    all.left[speaker] = balint::random::exponential(from);
  }
  EXPECT_NEAR(turns[0], 10'000, 300);
  EXPECT_NEAR(turns[1], 30'000, 500);
  EXPECT_NEAR(turns[2], 60'000, 500);
  EXPECT_NEAR(static_cast<double>(time), 100'000 * 655.36 - 50'000, 700'000);  // once in 655 ms, cut to whole ones
}

}  // namespace clock_test
