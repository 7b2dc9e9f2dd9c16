// SPDX-License-Identifier: MIT
#include <balint/random/detail/running_sum.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace running_sum_test {

using balint::random::detail::running_sum;

TEST(RunningSum, AddsStepAfterStep) {
  static constexpr std::uint32_t steps[]{1, 0, 5};
  static constexpr auto from_0 = running_sum(steps);
  static_assert(from_0 == std::array<std::uint32_t, 4>{0, 1, 1, 6});
  static constexpr auto from_10 = running_sum(steps, 10);
  EXPECT_EQ(from_10, (std::array<std::uint32_t, 4>{10, 11, 11, 16}));
}

}  // namespace running_sum_test
