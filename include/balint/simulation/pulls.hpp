// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What pulls somebody to the floor: what policies of talking and their calibration both go by.
#include <balint/protocol/concepts.hpp>
#include <balint/simulation/view.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation {

/// After how many turns it is forgotten that somebody had the floor.
inline constexpr std::uint32_t turns_remembered = 64;

/// What pulls somebody to the floor who could take it now, a bit each.
class pulls {
 public:
  /// How many different ones there are.
  static constexpr std::size_t count = 8;

  /// None, on somebody who is no candidate.
  constexpr pulls() = default;
  /// These, on a candidate.
  constexpr pulls(bool again, bool open, bool asked) noexcept
      : bits_((again ? 1U : 0U) | (open ? 2U : 0U) | (asked ? 4U : 0U) | 8U) {}

  /// Whether there is something to do, and somebody else had the floor last, unless the stage waits for nobody else.
  [[nodiscard]] constexpr bool is_candidate() const noexcept { return bits_ != 0; }
  /// Whether oneself had the floor before who had it last.
  [[nodiscard]] constexpr bool again() const noexcept { return (bits_ & 1U) != 0; }
  /// Whether the stage waits for oneself too.
  [[nodiscard]] constexpr bool open() const noexcept { return (bits_ & 2U) != 0; }
  /// Whether the last act can be replied to by oneself.
  [[nodiscard]] constexpr bool asked() const noexcept { return (bits_ & 4U) != 0; }
  /// Which of the different ones these are, for tables: 0 to `count` - 1.
  [[nodiscard]] constexpr unsigned index() const noexcept { return bits_ & 7U; }

  friend constexpr bool operator==(pulls, pulls) = default;

 private:
  unsigned bits_ = 0;
};

/// What pulls the one who sees this.
template <protocol P>
[[nodiscard]] constexpr pulls pulls_on(const view<P>& seen) noexcept {
  if (!seen.is_able()) return {};
  if (seen.spoke_last() == seen.self() && !seen.is_owing_alone()) return {};
  return {seen.spoke_before_last() == seen.self(), seen.is_owing(), seen.is_asked()};
}
/// For how many turns the one who sees this has been listening, 2 or more; 0 where `again` says it, where that are more
/// than are remembered, and where one never had the floor. So the two never say the same of somebody.
template <protocol P>
[[nodiscard]] constexpr std::uint32_t turns_listening(const view<P>& seen) noexcept {
  const auto turns = seen.turns_since_own();
  return turns < 2 || turns > turns_remembered ? 0 : turns;
}

}  // namespace balint::simulation
