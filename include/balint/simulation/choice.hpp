// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a player answers who has the floor: an act, or silence.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/target.hpp>

namespace balint::simulation {

/// An act on a target, or silence: the floor is given up, and nothing is recorded. The session says whether the act is
/// legal; a player may try one that is not.
template <protocol P>
struct choice {
  /// The act; silence is an act that no protocol has.
  act_id<P> act{0xFFFF};
  /// What it is done to.
  balint::target target = {};

  /// Nothing is done.
  [[nodiscard]] static constexpr choice silence() noexcept { return {}; }
  /// Whether nothing is done.
  [[nodiscard]] constexpr bool is_silence() const noexcept { return act.index == 0xFFFF; }
  /// Whether it is done to something of the kind that the act takes. What is not is refused: `unknown_target`. An act
  /// that P does not have takes anything.
  [[nodiscard]] constexpr bool fits() const noexcept {
    return act.index >= act_count<P> || target_of<P>(act) == target.kind();
  }
  friend constexpr bool operator==(const choice&, const choice&) = default;
};

namespace detail {
/// The event of a choice that fits; of one that does not, an event on nothing that a session has.
template <protocol P>
[[nodiscard]] constexpr event<P> event_of(person_id who, const choice<P>& what) noexcept {
  return balint::detail::raw_event<P>(
      {.by = who,
       .act = what.act,
       .target = what.fits() ? balint::detail::target_access::number(what.target) : balint::detail::unknown_target});
}
}  // namespace detail

}  // namespace balint::simulation
