// SPDX-License-Identifier: MIT
// Functions for each act are a matter of optimising compilers alone.
#include <balint/session/detail/unfolding.hpp>

#include <gtest/gtest.h>

namespace unfolding_test {

BALINT_UNFOLDED constexpr int twice(int n) { return 2 * n; }

TEST(Unfolding, IsForCompilersThatOptimise) {
#if defined(__OPTIMIZE__)
  EXPECT_TRUE(balint::detail::unfolds_acts);
#else
  EXPECT_FALSE(balint::detail::unfolds_acts);
#endif
}
TEST(Unfolding, LeavesAFunctionWhatItIs) { EXPECT_EQ(twice(21), 42); }

}  // namespace unfolding_test
