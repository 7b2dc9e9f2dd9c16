// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A refusal: why the session says no, and what would be legal or is owed instead.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/evidence.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

namespace balint {

/// The session's no. It changed nothing.
template <protocol P>
struct refusal {
  /// Why.
  balint::code code{};
  /// The rule that stands against it. For `stage_incomplete` it is that of the first thing owed in the order of the
  /// rules, whatever `owed` names.
  rule_id rule{};
  /// The stage the session is in.
  stage_id<P> stage{};
  /// What was refused.
  event<P> refused{};
  /// What the same person may do now: exactly what `apply` would accept with some target.
  act_set<P> legal{};
  /// For `stage_incomplete`: what is owed, and by whom: the first thing that somebody can do now; if there is none, the
  /// first thing owed.
  obligation<P> owed{};
  /// The numbers and people behind the code.
  evidence behind{};

  friend constexpr bool operator==(const refusal&, const refusal&) = default;
};

}  // namespace balint
