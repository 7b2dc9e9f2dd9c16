// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What pulls somebody to the floor: what policies of talking and their calibration both go by.
#include <balint/protocol/concepts.hpp>
#include <balint/simulation/view.hpp>

#include <compare>
#include <cstdint>

namespace balint::simulation {

/// After how many turns it is forgotten that somebody had the floor.
inline constexpr std::uint32_t turns_remembered = 64;

/// What pulls somebody to the floor who could take it now.
struct pulls {
  /// Whether there is something to do, and somebody else had the floor last, unless the stage waits for nobody else.
  bool is_candidate = false;
  /// Whether oneself had the floor before who had it last.
  bool again = false;
  /// Whether the stage waits for oneself too.
  bool open = false;
  /// Whether the last act can be replied to by oneself.
  bool asked = false;
  /// For how many turns one has been listening, 2 or more; 0 where `again` says it, where that are more than are
  /// remembered, and where one never had the floor. So the two pulls never say the same of somebody.
  std::uint32_t turns_since = 0;

  friend constexpr auto operator<=>(const pulls&, const pulls&) = default;
};

/// What pulls the one who sees this.
template <protocol P>
[[nodiscard]] constexpr pulls pulls_on(const view<P>& seen) noexcept {
  if (!seen.is_able()) return {};
  if (seen.spoke_last() == seen.self() && !seen.is_owing_alone()) return {};
  const auto turns = seen.turns_since_own();
  return {.is_candidate = true,
          .again = seen.spoke_before_last() == seen.self(),
          .open = seen.is_owing(),
          .asked = seen.is_asked(),
          .turns_since = turns < 2 || turns > turns_remembered ? 0 : turns};
}

}  // namespace balint::simulation
