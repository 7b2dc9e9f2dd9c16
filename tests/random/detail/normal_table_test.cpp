// SPDX-License-Identifier: MIT
#include <balint/random/detail/normal_table.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>

namespace normal_table_test {

using balint::random::detail::normal_table;

TEST(NormalTable, IsOfTheTailsItSays) {
  static_assert(normal_table.size() == 4097);
  for (std::size_t i = 0; i < normal_table.size(); ++i) {
    const auto octave = static_cast<int>(i / 128);
    const long double p = std::ldexp(1 + static_cast<long double>(i % 128) / 128, octave - 33);
    const long double z = std::ldexp(static_cast<long double>(normal_table[4096] - normal_table[i]), -24);
    const long double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0L));
    ASSERT_LE(std::abs((std::erfc(z / std::sqrt(2.0L)) / 2 - p) / density), 0x1p-25L * 1.001L) << i;
  }
}

}  // namespace normal_table_test
