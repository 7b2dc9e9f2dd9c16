// SPDX-License-Identifier: MIT
#include <balint/random/detail/fixed_point.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace fixed_point_test {

using balint::random::purpose;
using balint::random::stream;
namespace detail = balint::random::detail;

constexpr std::uint64_t bit(unsigned i) { return std::uint64_t{1} << i; }

TEST(HighProduct, IsTheUpperHalf) {
  constexpr auto ones = ~std::uint64_t{0};
  static_assert(detail::high_product(ones, ones) == ones - 1);
  static_assert(detail::high_product(bit(63), 6) == 3);
  static_assert(detail::high_product(ones, 1) == 0);
  static_assert(detail::high_product(0x1'0000'0001, 0xFFFF'FFFF'FFFF'FFFF) == 0x1'0000'0000);
#ifdef __SIZEOF_INT128__
  __extension__ using wide = unsigned __int128;
  stream all({.seed = 1}, purpose::act, 0);
  for (int i = 0; i < 100'000; ++i) {
    const auto a = all.bits64();
    const auto b = all.bits64() >> (i % 64);
    ASSERT_EQ(detail::high_product(a, b), static_cast<std::uint64_t>((static_cast<wide>(a) * b) >> 64U));
  }
#endif
}

/// Numbers of every magnitude: all single bits, those beside them, and random ones below each.
template <typename F>
void each_number(F f) {
  stream all({.seed = 2}, purpose::act, 0);
  for (unsigned i = 0; i < 64; ++i) {
    for (const std::uint64_t x : {bit(i), bit(i) - 1, bit(i) + 1}) f(x);
    for (int k = 0; k < 4'000; ++k) f(all.bits64() >> i);
  }
  f(~std::uint64_t{0});
}

TEST(MinusLog2, IsExactTo1_1e_8) {
  long double worst = 0;
  each_number([&](std::uint64_t x) {
    if (x == 0) return;
    const long double exact = 64 - std::log2(static_cast<long double>(x | 1U));
    const long double got = std::ldexp(static_cast<long double>(detail::minus_log2(x)), -31);
    worst = std::max(worst, std::abs(got - exact));
  });
  EXPECT_LE(worst, 1.1e-8L);
  EXPECT_GE(worst, 1e-8L);  // so that the bound says something
  EXPECT_EQ(detail::minus_log2(0), detail::minus_log2(1));
  EXPECT_EQ(detail::minus_log2(1), std::uint64_t{64} << 31U);
}
TEST(MinusLn, IsExactTo1_1e_8) {
  long double worst = 0;
  each_number([&](std::uint64_t x) {
    if (x == 0) return;
    const long double exact = 64 * std::log(2.0L) - std::log(static_cast<long double>(x | 1U));
    const long double got = std::ldexp(static_cast<long double>(detail::minus_ln(x)), -32);
    worst = std::max(worst, std::abs(got - exact));
  });
  EXPECT_LE(worst, 1.6e-8L);
}

TEST(TimesExp2, IsExactTo1_2e_7AndTheRounding) {
  stream all({.seed = 3}, purpose::act, 0);
  for (int i = 0; i < 200'000; ++i) {
    const std::uint64_t value = all.bits32();
    const auto x = static_cast<std::int64_t>(all.bits64()) >> 28U;  // from -8 to 8
    const long double exact = static_cast<long double>(value) * std::exp2(std::ldexp(static_cast<long double>(x), -32));
    const auto got = static_cast<long double>(detail::times_exp2(value, x));
    ASSERT_LE(std::abs(got - exact), 1.2e-7L * exact + 1) << value << ' ' << x;
  }
}
TEST(TimesExp2, MultipliesByPowersOfTwo) {
  constexpr std::int64_t one = std::int64_t{1} << 32U;
  static_assert(detail::times_exp2(7, 0) == 7);
  static_assert(detail::times_exp2(7, 3 * one) == 56);
  static_assert(detail::times_exp2(7, -one) == 3);
  static_assert(detail::times_exp2(7, -33 * one) == 0);
  static_assert(detail::times_exp2(7, -34 * one) == 0);
  static_assert(detail::times_exp2(7, -100 * one) == 0);
  static_assert(detail::times_exp2(0, 100 * one) == 0);
  static_assert(detail::times_exp2(1, 62 * one) == bit(62));
  static_assert(detail::times_exp2(1, 64 * one) == bit(63) - 1);
  EXPECT_EQ(detail::times_exp2(1, 1000 * one), bit(63) - 1);
}

TEST(LowerQuantile, IsExactTo4e_6) {
  // Through the tail: a quantile is wrong by as much as its tail is, over the density there.
  long double worst = 0;
  each_number([&](std::uint64_t x) {
    if (x >= bit(63) || x < bit(31)) return;
    const long double p = std::ldexp(static_cast<long double>(x), -64);
    const long double z = std::ldexp(static_cast<long double>(detail::lower_quantile(x)), -32);
    const long double tail = std::erfc(z / std::sqrt(2.0L)) / 2;
    const long double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0L));
    worst = std::max(worst, std::abs(tail - p) / density);
  });
  EXPECT_LE(worst, 4e-6L);
  EXPECT_GE(worst, 1e-6L);
}
TEST(LowerQuantile, HasAnEnd) {
  static_assert(detail::lower_quantile(0) == detail::lower_quantile(bit(31)));
  static_assert(detail::lower_quantile(bit(31) - 1) == detail::lower_quantile(bit(31)));
  EXPECT_LT(detail::lower_quantile(bit(31) + bit(20)), detail::lower_quantile(bit(31)));
  EXPECT_LT(detail::lower_quantile(0), std::int64_t{64} << 32U);
  EXPECT_GE(detail::lower_quantile(bit(63) - 1), 0);
  EXPECT_LT(detail::lower_quantile(bit(63) - 1), 16);
}

}  // namespace fixed_point_test
