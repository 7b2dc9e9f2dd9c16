// SPDX-License-Identifier: MIT
#include <balint/random/detail/exp2_table.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

namespace exp2_table_test {

using balint::random::detail::exp2_table;

TEST(Exp2Table, IsRoundedFromLongDoubles) {
  static_assert(exp2_table.size() == 1025);
  for (std::size_t i = 0; i < exp2_table.size(); ++i) {
    const long double exact = std::ldexp(std::exp2(static_cast<long double>(i) / 1024), 30);
    ASSERT_LE(std::abs(exp2_table[i] - exact), 0.5000001L) << i;
  }
  EXPECT_EQ(exp2_table[1024], 0x8000'0000U);
}

}  // namespace exp2_table_test
