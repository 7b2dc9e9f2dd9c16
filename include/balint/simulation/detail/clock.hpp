// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Own clocks: each player has an exponential threshold and integrates its eagerness against it.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation::detail {

/// How many clocks there are at most: one for each player, and one for leading.
inline constexpr std::size_t max_clocks = max_people + 1;

/// The clocks of a session: what is left of each threshold, and how fast it goes down.
struct clocks {
  /// What is left, in 2^-32ths; below 2^38.
  plain_array<std::uint64_t, max_clocks> left{};
  /// How fast it goes down, in 2^-16ths a second; at most 2^24 - 1.
  plain_array<std::uint32_t, max_clocks> rate{};

  /// The rate that is at once: no time goes by.
  static constexpr std::uint32_t at_once = (1U << 24U) - 1;

  /// Who of the first n speaks next: the first of those who do at once, else who has the smallest remaining time, the
  /// first of those that are equal; n: nobody ever.
  [[nodiscard]] constexpr std::size_t next(std::size_t n) const noexcept {
    std::size_t best = n;
    std::uint64_t left_of_best = 1;
    std::uint64_t rate_of_best = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (rate[i] == at_once) return i;
      // left / rate of the one against that of the other, without dividing; a rate of 0 is never smaller.
      if (left[i] * rate_of_best >= left_of_best * rate[i]) continue;
      best = i;
      left_of_best = left[i];
      rate_of_best = rate[i];
    }
    return best;
  }
  /// Lets the time go by until one of the first n speaks, who is the next; gives how long that was, in milliseconds.
  /// The speaker's threshold is used up.
  constexpr std::int64_t pass_until(std::size_t speaker, std::size_t n) noexcept {
    if (rate[speaker] == at_once) return 0;
    const std::uint64_t seconds = (left[speaker] << 24U) / rate[speaker];  // in 2^-40ths: (2^-32 / 2^-16) / 2^24
    for (std::size_t i = 0; i < n; ++i) left[i] -= (rate[i] * seconds) >> 24U;
    left[speaker] = 0;
    return static_cast<std::int64_t>(((seconds >> 16U) * 1000) >> 24U);
  }
};

}  // namespace balint::simulation::detail
