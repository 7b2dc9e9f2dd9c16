// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a report says of a session, whatever its protocol and whatever the report's style.
#include "outlet.hpp"
#include "stage_span.hpp"
#include "tally.hpp"

#include <balint/conformance/breach.hpp>
#include <balint/conformance/severity.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/vocabulary/code.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A finding, in words.
struct reported_finding {
  std::string_view file;
  std::string_view session;
  std::uint64_t number = 0;  ///< Among the findings of the session, from 1.
  balint::code code{};
  balint::finding_class about{};
  std::uint64_t event = 0;  ///< 0: the group itself; then there is no stage, act or person.
  std::uint64_t line = 0;
  std::uint64_t times = 1;
  std::string_view rule;  ///< Empty: no rule stands behind it.
  std::string_view source;
  balint::severity severity{};
  std::string_view stage;
  std::string_view act;  ///< Empty: the protocol does not know it.
  std::string by;
  std::string message;
  std::string instead;  ///< What was the same person's to do; empty: nothing is to be said of that.
};

/// A breach that somebody named, and its answer.
struct reported_breach {
  std::uint64_t event = 0;
  std::uint64_t line = 0;
  std::string_view rule;
  std::string_view by;
  balint::breach_answer how = balint::breach_answer::none;
  std::uint64_t answer_event = 0;
  std::string message;
};

/// An advisory, in words.
struct reported_advisory {
  balint::advisory_code code{};
  std::string message;
  std::uint64_t event = 0;  ///< 0: it is about no event.
};

/// A change that a repair asks for, in words.
struct reported_edit {
  bool is_insertion = false;
  std::uint64_t at = 0;
  std::string by;
  std::string act;
  std::string target_key;  ///< Empty: the act has no target.
  std::string target;
  bool is_number = false;  ///< Whether the target is a number.
};

/// How far a record is from its protocol.
struct reported_repair {
  bool is_possible = true;
  bool is_exact = true;
  std::string_view why;  ///< Why there is none, where more can be said: `protected`.
  std::string sum;       ///< What it comes to, in words.
  std::vector<reported_edit> edits;
  std::vector<std::string> lines;  ///< What is missing or unexplained, in words.
};

/// Findings that belong together.
struct reported_cause {
  std::string_view kind;
  balint::severity severity{};
  std::vector<std::uint64_t> findings;       ///< Which of the session's, from 1.
  std::vector<std::uint64_t> events;         ///< Where they were; 0 is the group itself.
  std::vector<std::uint64_t> related;        ///< Earlier events that they are about.
  std::vector<std::string_view> legal_acts;  ///< What was legal for whoever acted first.
};

/// A session that was read to its end, or as far as it could be.
struct reported_session {
  /// Of how many findings it is kept at which event they were.
  static constexpr std::size_t most_found_at = 200;

  std::string_view file;
  std::uint64_t line = 0;  ///< Of its header.
  std::string_view id;
  std::string_view protocol;
  balint::verdict verdict{};
  std::string verdict_words;
  std::vector<stage_span> stages;
  std::size_t reached = 0;  ///< The last stage it came to, from 0.
  std::size_t people = 0;
  std::uint64_t findings = 0;
  std::uint64_t record_faults = 0;      ///< Each of those in a row counts.
  std::string record_words;             ///< How many faults the record has; empty: none.
  std::vector<std::uint64_t> found_at;  ///< The events of the first findings; 0 is the group itself.
  std::vector<reported_breach> breaches;
  std::vector<reported_advisory> advisories;
  bool is_whole = true;
  std::optional<std::optional<double>> fitness;       ///< Where it was asked for; of closed sessions alone.
  std::optional<std::vector<reported_cause>> causes;  ///< Where they were asked for.
  std::optional<reported_repair> repair;              ///< Where one was asked for.
};

/// The texts of a session's findings, as a style wrote them.
struct finding_texts {
  outlet departures;  ///< For a style that does not part them: all findings, in the order of the events.
  outlet faults;      ///< Faults of the record.
};

/// How a report is written: one file for each, and one row in styles.hpp. A style keeps nothing in memory; several
/// threads ask it at a time.
class style {
 public:
  style() = default;
  style(const style&) = delete;
  style& operator=(const style&) = delete;
  virtual ~style() = default;
  /// Whether the head is written after the sessions were judged, as it says how many there are.
  [[nodiscard]] virtual bool begins_with_totals() const { return false; }
  /// Whether departures and faults of the record are written apart.
  [[nodiscard]] virtual bool parts_findings() const { return false; }
  /// Writes what comes before the sessions.
  virtual void head(const tally&, outlet&) const {}
  /// The text of a finding.
  [[nodiscard]] virtual std::string finding(const reported_finding& f) const = 0;
  /// Writes a session with the texts of its findings.
  virtual void session(const reported_session& s, finding_texts& findings, outlet& into) const = 0;
  /// Writes what was kept back of some sessions after what is there of others.
  virtual void join(outlet& more, outlet& into) const { more.pour(into); }
  /// Writes what was kept back of all sessions after the head, where that begins with totals.
  virtual void all_sessions(const tally&, outlet& kept, outlet& into) const { kept.pour(into); }
  /// Writes what comes after the sessions.
  virtual void foot(const tally& all, outlet& into) const = 0;
};

/// What a user asks for.
struct request {
  const style& how;
  /// How far each record is from the protocol.
  bool repairs = false;
  /// Which findings belong together.
  bool causes = false;
  /// The fitness of each closed session's record.
  bool fitness = false;
  /// The ids of people in advisories.
  bool ids = false;
};
