// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Breaches that somebody named, and how each was answered: no findings.
#include <balint/vocabulary/id.hpp>

#include <cstdint>

namespace balint {

/// How a named breach was answered.
enum class breach_answer : std::uint8_t {
  none,        ///< No reminder is on record.
  reminder,    ///< The leader reminded the group of the rule.
  terminated,  ///< The session was terminated instead.
};

/// Somebody said that a rule was broken. Software cannot know whether it was.
struct named_breach {
  /// The 1-based position of the flag.
  std::uint64_t event = 0;
  /// The rule.
  rule_id rule{};
  /// Who said so.
  person_id by = nobody;
};

/// An answer to every open breach of a rule, or of all rules where the session was terminated.
struct answered_breaches {
  /// The 1-based position of the reminder or of the termination.
  std::uint64_t event = 0;
  /// How.
  breach_answer how = breach_answer::none;
  /// The rule; `no_rule`: of every rule.
  rule_id rule = no_rule;
};

}  // namespace balint
