// SPDX-License-Identifier: MIT
#include <balint/random/detail/log2_table.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

namespace log2_table_test {

using balint::random::detail::log2_table;

TEST(Log2Table, IsRoundedFromLongDoubles) {
  static_assert(log2_table.size() == 4097);
  for (std::size_t i = 0; i < log2_table.size(); ++i) {
    const long double exact = std::ldexp(std::log2(1 + static_cast<long double>(i) / 4096), 31);
    ASSERT_LE(std::abs(log2_table[i] - exact), 0.5000001L) << i;
  }
  EXPECT_EQ(log2_table[4096], 0x8000'0000U);
}

}  // namespace log2_table_test
