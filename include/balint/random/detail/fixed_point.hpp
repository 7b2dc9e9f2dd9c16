// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Logarithms, powers and quantiles in integers alone, so that no compiler and no processor changes a bit of them.
#include <balint/random/detail/exp2_table.hpp>
#include <balint/random/detail/log2_table.hpp>
#include <balint/random/detail/normal_table.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace balint::random::detail {

/// The upper half of a product of 64 bits each.
[[nodiscard]] constexpr std::uint64_t high_product(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t low = (a & 0xFFFF'FFFFU) * (b & 0xFFFF'FFFFU);
  const std::uint64_t one = (a >> 32U) * (b & 0xFFFF'FFFFU) + (low >> 32U);
  const std::uint64_t other = (a & 0xFFFF'FFFFU) * (b >> 32U) + (one & 0xFFFF'FFFFU);
  return (a >> 32U) * (b >> 32U) + (one >> 32U) + (other >> 32U);
}

/// -log2(x / 2^64) in 2^-31ths, to 1.1e-8; 0 counts as 1.
[[nodiscard]] constexpr std::uint64_t minus_log2(std::uint64_t x) noexcept {
  const auto zeros = static_cast<unsigned>(std::countl_zero(x | 1U));
  const std::uint64_t mantissa = (x | 1U) << zeros << 1U;  // what comes after the leading 1
  const std::size_t at = mantissa >> 52U;
  const std::uint64_t part = (mantissa >> 20U) & 0xFFFF'FFFFU;
  // Between its ends the logarithm is above the line, so what is left over is rounded up.
  const std::uint64_t step = log2_table[at + 1] - log2_table[at];
  const std::uint64_t log = log2_table[at] + ((step * part + 0xFFFF'FFFFU) >> 32U);
  return ((zeros + std::uint64_t{1}) << 31U) - log;
}

/// ln(2) in 2^-32ths.
inline constexpr std::uint64_t ln2 = 2'977'044'472;

/// -ln(x / 2^64) in 2^-32ths; 0 counts as 1.
[[nodiscard]] constexpr std::uint64_t minus_ln(std::uint64_t x) noexcept {
  const std::uint64_t log = minus_log2(x);
  return (log >> 31U) * ln2 + (((log & 0x7FFF'FFFFU) * ln2) >> 31U);
}

/// value * 2^x, where x is in 2^-32ths and value below 2^32; rounded down, and at most 2^63 - 1.
[[nodiscard]] constexpr std::uint64_t times_exp2(std::uint64_t value, std::int64_t x) noexcept {
  const auto power = x >> 32U;
  const auto part = static_cast<std::uint64_t>(x) & 0xFFFF'FFFFU;
  const std::size_t at = part >> 22U;
  const std::uint64_t step = exp2_table[at + 1] - exp2_table[at];
  const std::uint64_t product = value * (exp2_table[at] + ((step * (part & 0x3F'FFFFU)) >> 22U));  // in 2^-30ths
  const auto shift = power - 30;
  if (shift < 0) return shift <= -64 ? 0 : product >> static_cast<unsigned>(-shift);
  constexpr auto most = static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
  if (product != 0 && shift >= std::countl_zero(product)) return most;
  return product == 0 ? 0 : product << static_cast<unsigned>(shift);
}

/// How far below 0 the quantile x / 2^64 of the normal distribution is, for x below 2^63; in 2^-32ths, to 4e-6. Tails
/// below 2^-33 count as 2^-33.
[[nodiscard]] constexpr std::int64_t lower_quantile(std::uint64_t x) noexcept {
  constexpr std::uint64_t least = std::uint64_t{1} << 31U;
  const std::uint64_t tail = x < least ? least : x;
  const auto zeros = static_cast<unsigned>(std::countl_zero(tail));  // 1 to 32
  const std::uint64_t mantissa = tail << zeros << 1U;
  const std::size_t at = (std::size_t{32} - zeros) * 128 + (mantissa >> 57U);
  const std::uint64_t part = (mantissa >> 25U) & 0xFFFF'FFFFU;
  const std::uint64_t step = normal_table[at + 1] - normal_table[at];
  const std::uint64_t below = (std::uint64_t{normal_table[4096] - normal_table[at]} << 8U) - ((step * part) >> 24U);
  return static_cast<std::int64_t>(below);
}

}  // namespace balint::random::detail
