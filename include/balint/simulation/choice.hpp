// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a player answers who has the floor: an act, or silence.
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>

namespace balint::simulation {

/// An act on a target, or silence: the floor is given up, and nothing is recorded. The session says whether the act is
/// legal; a player may try one that is not.
template <protocol P>
struct choice {
  /// The act; silence is an act that no protocol has.
  act_id<P> act{0xFFFF};
  /// The target as events have it: the index of a person, an owner of a case or a rule, the number of an option, or 0.
  std::uint16_t target = 0;

  /// Nothing is done.
  [[nodiscard]] static constexpr choice silence() noexcept { return {}; }
  /// Whether nothing is done.
  [[nodiscard]] constexpr bool is_silence() const noexcept { return act.index == 0xFFFF; }
  friend constexpr bool operator==(const choice&, const choice&) = default;
};

}  // namespace balint::simulation
