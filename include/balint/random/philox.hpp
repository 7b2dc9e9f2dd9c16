// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Philox 4x32-10 of Random123: four random words for each counter, under a key.
#include <Random123/philox.h>

#include <array>
#include <compare>
#include <cstdint>

namespace balint::random {

/// Four 32-bit words: a counter, and what Philox makes of one.
using block = std::array<std::uint32_t, 4>;

/// The key of Philox: two 32-bit words, the lower half of a seed first.
struct key {
  /// The words.
  std::array<std::uint32_t, 2> words{};

  /// The key that a seed is.
  [[nodiscard]] static constexpr key of(std::uint64_t seed) noexcept {
    return {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}};
  }
  friend constexpr auto operator<=>(const key&, const key&) = default;
};

/// The four random words of a counter. Different counters under one key have different blocks.
/// @source Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"
[[nodiscard]] inline block philox(const block& counter, const key& under) noexcept {
  const philox4x32_ctr_t at{{counter[0], counter[1], counter[2], counter[3]}};
  const philox4x32_key_t with{{under.words[0], under.words[1]}};
  const auto made = philox4x32_R(10, at, with);
  return {made.v[0], made.v[1], made.v[2], made.v[3]};
}

}  // namespace balint::random
