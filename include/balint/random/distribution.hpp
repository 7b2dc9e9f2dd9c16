// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Draws from distributions, in fixed point: `unit` stands for 1.
#include <balint/random/detail/fixed_point.hpp>
#include <balint/random/stream.hpp>

#include <cstdint>

namespace balint::random {

/// What stands for 1 in a draw from a distribution: 2^32.
inline constexpr std::int64_t unit = std::int64_t{1} << 32U;

/// A time until something happens that happens once in a `unit` on average. Two words; wrong by at most 1.1e-8.
template <bit_source Bits>
[[nodiscard]] constexpr std::uint64_t exponential(Bits& from) noexcept {
  return detail::minus_ln(from.bits64());
}

/// The sum of `shape` of them: a gamma variate of an integer shape. Two words for each.
template <bit_source Bits>
[[nodiscard]] constexpr std::uint64_t erlang(Bits& from, unsigned shape) noexcept {
  std::uint64_t sum = 0;
  for (unsigned i = 0; i < shape; ++i) sum += exponential(from);
  return sum;
}

/// A normal variate of mean 0 and standard deviation one `unit`; wrong by at most 4e-6, and never beyond 6.4. Two
/// words.
template <bit_source Bits>
[[nodiscard]] constexpr std::int64_t normal(Bits& from) noexcept {
  const std::uint64_t bits = from.bits64();
  const std::int64_t below = detail::lower_quantile(bits >> 1U);
  return (bits & 1U) != 0 ? below : -below;
}

/// How far a lognormal variate spreads: the standard deviation of its logarithm.
struct spread {
  /// In 2^-16ths of a factor of two.
  std::int32_t factors_of_two = 0;

  /// From the standard deviation of the natural logarithm, at most 16. What is left over is cut off, so that no bit
  /// depends on the processor.
  [[nodiscard]] static constexpr spread of(double sigma) noexcept {
    return {static_cast<std::int32_t>(sigma * 94548.46064)};  // 2^16 / ln(2)
  }
  friend constexpr auto operator<=>(spread, spread) = default;
};

/// A lognormal variate around a median, which is below 2^32; rounded down. Two words.
template <bit_source Bits>
[[nodiscard]] constexpr std::uint64_t lognormal(Bits& from, std::uint32_t median, spread around) noexcept {
  return detail::times_exp2(median, (normal(from) * around.factors_of_two) >> 16U);
}

}  // namespace balint::random
