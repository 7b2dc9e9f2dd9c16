// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How often a player was asked, and what came of it.
#include <balint/players/wire.hpp>
#include <balint/vocabulary/code.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace balint::players {

/// The counts of one player. Time-outs and broken lines are no refusals: they are counted apart.
struct player_tally {
  /// How often it was asked, and something came of it.
  std::uint64_t asked = 0;
  /// How often it answered with an act that the session took.
  std::uint64_t acted = 0;
  /// How often it answered that it does nothing.
  std::uint64_t silent = 0;
  /// How often its turn came to nothing, because of what went wrong.
  std::uint64_t fallbacks = 0;
  /// How often it was taken out of a session for that.
  std::uint64_t dropped = 0;
  /// What went wrong, by `trouble`.
  std::array<std::uint64_t, trouble_count> troubles{};
  /// What the session refused, by code.
  std::array<std::uint64_t, code_count> refused{};

  /// How often something went wrong.
  [[nodiscard]] std::uint64_t of(trouble what) const noexcept { return troubles[static_cast<std::size_t>(what)]; }
  /// How often the session refused with a code.
  [[nodiscard]] std::uint64_t of(code why) const noexcept { return refused[static_cast<std::size_t>(why)]; }
  /// Counts what an answer came to, an `asked_session::settled`.
  template <typename Settled>
  void count(const Settled& one) noexcept {
    ++asked;
    if (one.what == trouble::none) return static_cast<void>(++(one.recorded.is_silence ? silent : acted));
    ++troubles[static_cast<std::size_t>(one.what)];
    if (one.what == trouble::refused) ++refused[static_cast<std::size_t>(one.why)];
    if (one.attempts_left == 0) ++fallbacks;
    if (one.is_dropped) ++dropped;
  }
  friend bool operator==(const player_tally&, const player_tally&) = default;
};

}  // namespace balint::players
