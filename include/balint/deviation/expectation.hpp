// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a checker has to find in a log: the ground truth of what was planted.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace balint::deviation {

/// What is expected of a session as a whole, the gravest first.
enum class expected_verdict : std::uint8_t {
  different,    ///< A stage is left out.
  departs,      ///< Another departure.
  terminated,   ///< Ended by its leader.
  in_progress,  ///< Not at its end.
  conforming,   ///< As the protocol has it.
};
/// The name of a verdict, as outputs write it.
[[nodiscard]] constexpr std::string_view name_of(expected_verdict what) noexcept {
  constexpr std::string_view names[]{"different", "departs", "terminated", "in_progress", "conforming"};
  return names[static_cast<std::size_t>(what)];
}

/// A finding that there has to be.
struct expected_finding {
  /// The 1-based position of the event in the recorded log; 0: the roster.
  std::uint64_t event = 0;
  /// What is found there.
  balint::code code{};
  /// Whether it is about what was done or about the record.
  finding_class about{};
  /// How often in a row.
  std::uint64_t times = 1;
  /// Which of the planted deviations it comes from.
  std::size_t deviation = 0;

  friend constexpr bool operator==(const expected_finding&, const expected_finding&) = default;
};

/// How somebody who said that a rule was broken was answered.
enum class expected_answer : std::uint8_t {
  none,        ///< With nothing that is on record.
  reminder,    ///< The leader reminded the group of the rule.
  terminated,  ///< The session was terminated instead.
};
/// The name of an answer, as outputs write it.
[[nodiscard]] constexpr std::string_view name_of(expected_answer what) noexcept {
  constexpr std::string_view names[]{"none", "reminder", "terminated"};
  return names[static_cast<std::size_t>(what)];
}

/// Somebody said that a rule was broken, and was heard: no finding.
struct expected_breach {
  /// The 1-based position of the event in the recorded log.
  std::uint64_t event = 0;
  /// The rule.
  std::string_view rule{};
  /// How it was answered.
  expected_answer answer = expected_answer::none;
  /// The position of the event that answered it; 0: none did.
  std::uint64_t answered_at = 0;

  friend constexpr bool operator==(const expected_breach&, const expected_breach&) = default;
};

/// Where more may be found, which is not scored: events of the recorded log, the first and the last, from 1.
struct unscored {
  /// The first event.
  std::uint64_t from = 0;
  /// The last event.
  std::uint64_t to = 0;

  /// Whether an event is among them.
  [[nodiscard]] constexpr bool contains(std::uint64_t event) const noexcept { return from <= event && event <= to; }
  friend constexpr bool operator==(const unscored&, const unscored&) = default;
};

/// What is expected of a recorded log.
struct expectation {
  /// What has to be found, by event.
  std::vector<expected_finding> must{};
  /// Where more may be found.
  std::vector<unscored> may{};
  /// Which rules somebody said were broken, by event; certain where nothing more may be found.
  std::vector<expected_breach> breaches{};
  /// What the session is as a whole.
  expected_verdict verdict = expected_verdict::conforming;
  /// Whether the verdict is certain; else another one is no fault.
  bool is_verdict_certain = true;

  /// Whether more may be found at an event.
  [[nodiscard]] bool may_find_at(std::uint64_t event) const noexcept {
    for (const auto& region : may) {
      if (region.contains(event)) return true;
    }
    return false;
  }
};

/// Whether a finding of that code about an act is one of what was done or one of the record. What is done after a
/// session was terminated is a departure where it is an act of a stage. @source protocol.md 5
template <protocol P>
[[nodiscard]] constexpr finding_class class_of(code what, act_id<P> act, bool after_termination) noexcept {
  switch (what) {
    case code::duplicate_person:
    case code::time_reversed:
    case code::unknown_act:
    case code::absent:
    case code::unknown_target:
    case code::repeated:
    case code::nothing_owed:
    case code::not_absent:
    case code::too_many_options: return finding_class::record;
    case code::wrong_stage: {
      if (act.index >= act_count<P>) return finding_class::departure;
      const auto does = balint::detail::table_of<P>.acts[act.index].does;
      return does == effect::advances || does == effect::cuts_short ? finding_class::record : finding_class::departure;
    }
    case code::session_over:
      return after_termination && is_act_of_a_stage<P>(act) ? finding_class::departure : finding_class::record;
    default: return finding_class::departure;
  }
}

}  // namespace balint::deviation
