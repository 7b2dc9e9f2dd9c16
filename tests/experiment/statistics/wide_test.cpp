// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/wide.hpp>

#include <gtest/gtest.h>

namespace wide_test {

using balint::experiment::int128;
using balint::experiment::uint128;
static_assert(sizeof(int128) == 16 && sizeof(uint128) == 16);

TEST(Wide, HoldsTheCubesOfAMillionLargeNumbers) {
  constexpr int128 large = int128{1} << 31U;
  EXPECT_TRUE(large * large * large * 1'000'000 / large / large / large == 1'000'000);
}

}  // namespace wide_test
