// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Draws whose number of words does not depend on what comes out, so that a pair of sessions stays a pair.
#include <balint/random/detail/fixed_point.hpp>
#include <balint/random/stream.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace balint::random {

/// A probability as an integer threshold, in 2^-32ths.
struct probability {
  /// 0 for never to 2^32 for always.
  std::uint64_t threshold = 0;

  /// Never.
  [[nodiscard]] static constexpr probability never() noexcept { return {0}; }
  /// Always.
  [[nodiscard]] static constexpr probability always() noexcept { return {std::uint64_t{1} << 32U}; }
  /// `some` out of `all`, which is not 0; more than all is always.
  [[nodiscard]] static constexpr probability of(std::uint32_t some, std::uint32_t all) noexcept {
    return some >= all ? always() : probability{(static_cast<std::uint64_t>(some) << 32U) / all};
  }
  /// A probability as people write it, such as 0.05; below 0 is never and above 1 always. A power of two is multiplied,
  /// so that no bit depends on the processor.
  [[nodiscard]] static constexpr probability of(double p) noexcept {
    if (!(p > 0)) return never();
    return p >= 1 ? always() : probability{static_cast<std::uint64_t>(p * 4294967296.0)};
  }
  friend constexpr auto operator<=>(probability, probability) = default;
};

/// A number from 0 up to, not including, 1: a multiple of 2^-53. Two words.
template <bit_source Bits>
[[nodiscard]] constexpr double uniform(Bits& from) noexcept {
  return static_cast<double>(from.bits64() >> 11U) * 0x1p-53;
}

/// Whether something happens that has a probability. One word.
template <bit_source Bits>
[[nodiscard]] constexpr bool bernoulli(Bits& from, probability p) noexcept {
  return from.bits32() < p.threshold;
}

/// An integer from 0 up to, not including, n; 0 for no n. One word: a number is too frequent by at most n / 2^32.
template <bit_source Bits>
[[nodiscard]] constexpr std::uint32_t below(Bits& from, std::uint32_t n) noexcept {
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(from.bits32()) * n) >> 32U);
}

/// A place of a list of weights, each with a probability in proportion to its weight; how many there are if all are 0.
/// Two words. The sum of the weights is below 2^64.
template <bit_source Bits, typename Weight, std::size_t N>
[[nodiscard]] constexpr std::size_t categorical(Bits& from, std::span<const Weight, N> weights) noexcept {
  std::uint64_t sum = 0;
  for (const std::uint64_t weight : weights) sum += weight;
  std::uint64_t left = detail::high_product(from.bits64(), sum);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (left < weights[i]) return i;
    left -= weights[i];
  }
  return weights.size();
}

/// Puts a list into an order, each as probable as any other. One word fewer than there are elements.
/// @source Durstenfeld 1964, Algorithm 235
template <bit_source Bits, typename T, std::size_t N>
constexpr void shuffle(Bits& from, std::span<T, N> list) noexcept {
  for (auto i = list.size(); i > 1; --i) {
    const auto other = below(from, static_cast<std::uint32_t>(i));
    std::swap(list[i - 1], list[other]);
  }
}

}  // namespace balint::random
