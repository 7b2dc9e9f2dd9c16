// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Findings: what a judge saw, once for each fault.
#include <balint/protocol/lookup.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/event.hpp>
#include <balint/vocabulary/set.hpp>

#include <cstdint>

namespace balint {

/// A fault of a trace.
template <protocol P>
struct finding {
  /// The 1-based position of the event; 0: the group itself.
  std::uint64_t event = 0;
  /// What was found.
  balint::code code{};
  /// The rule that stands against it.
  rule_id rule{};
  /// The stage in which it happened.
  stage_id stage{};
  /// What happened; empty for the group itself.
  balint::event<P> what{};
  /// How often it happened in a row.
  std::uint64_t times = 1;
  /// For `stage_incomplete`: the first thing owed, and by whom.
  obligation owed{};
  /// For the group itself: whom it concerns, where that can be said.
  person_set who{};

  friend constexpr bool operator==(const finding&, const finding&) = default;
};

}  // namespace balint
