// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Findings: what a judge saw, once for each fault.
#include <balint/group/advisory.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/evidence.hpp>
#include <balint/session/obligation.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
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
  /// The rule that stands against it, or `no_rule`.
  rule_id rule{};
  /// Whether it is about what was done or about the record.
  finding_class about = finding_class::departure;
  /// The stage in which it happened; for `stage_incomplete` and `stage_skipped` the one that was left.
  stage_id<P> stage{};
  /// What happened; empty for the group itself.
  balint::event<P> what{};
  /// How often it happened in a row.
  std::uint64_t times = 1;
  /// For `stage_incomplete` and `stage_skipped`: the first thing owed, and by whom.
  obligation<P> owed{};
  /// The numbers and people behind the code.
  evidence behind{};
  /// Whether not all of those in a row were the same act.
  bool is_mixed = false;
  /// For the group itself: whom it concerns, where that can be said.
  person_set who{};
  /// For the group itself: which of the protocol's conditions is broken; `no_condition`: what every protocol asks for.
  std::uint8_t condition = no_condition;

  friend constexpr bool operator==(const finding&, const finding&) = default;
};

}  // namespace balint
