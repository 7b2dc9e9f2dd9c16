// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a report says of a session, whatever its protocol and whatever the report's style.
#include "outlet.hpp"
#include "tally.hpp"

#include <balint/conformance/severity.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
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
  std::uint64_t event = 0;  ///< 0: the group itself; then there is no stage, act or person.
  std::uint64_t line = 0;
  std::uint64_t times = 1;
  std::string_view rule;
  std::string_view source;
  balint::severity severity{};
  std::string_view stage;
  std::string act;
  std::string by;
  std::string message;
  std::string legal;  ///< What the same person could have done instead.
};

/// What happened in a stage.
struct stage_span {
  std::string_view name;
  std::uint64_t events = 0;
  std::uint64_t findings = 0;
  balint::instant first = balint::unstated;
  balint::instant last = balint::before_all;

  void add(balint::instant at) {
    ++events;
    if (at == balint::unstated) return;
    first = std::min(first, at);
    last = std::max(last, at);
  }
};

/// An advisory, in words.
struct reported_thought {
  balint::advisory_code code{};
  std::string message;
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
  std::string message;
};

/// What would make a trace conforming.
struct reported_repair {
  bool is_possible = true;
  bool is_exact = true;
  std::uint64_t at_least = 0;
  std::vector<reported_edit> edits;
};

/// What findings come of.
struct reported_cause {
  std::string_view kind;
  balint::severity severity{};
  std::vector<std::uint64_t> findings;       ///< Which of the session's, from 1.
  std::vector<std::uint64_t> events;         ///< Where they were; 0 is the group itself.
  std::vector<std::uint64_t> related;        ///< Earlier events that they are about.
  std::vector<std::string_view> legal_acts;  ///< What whoever acted first could have done instead.
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
  std::vector<stage_span> stages;
  std::size_t reached = 0;  ///< The last stage it came to, from 0.
  std::size_t people = 0;
  std::vector<reported_thought> thoughts;
  std::uint64_t findings = 0;
  std::vector<std::uint64_t> found_at;  ///< The events of the first findings; 0 is the group itself.
  bool is_whole = true;
  std::optional<double> fitness;                      ///< Of its record, where it was asked for.
  std::optional<std::vector<reported_cause>> causes;  ///< Where they were asked for.
  std::optional<reported_repair> repair;              ///< Where one was asked for.
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
  /// Writes what stands before the sessions.
  virtual void head(const tally&, outlet&) const {}
  /// The text of a finding.
  [[nodiscard]] virtual std::string finding(const reported_finding& f) const = 0;
  /// Writes a session with the texts of its findings.
  virtual void session(const reported_session& s, outlet& findings, outlet& into) const = 0;
  /// Writes what was kept back of some sessions behind what is there of others.
  virtual void join(outlet& more, outlet& into) const { more.pour(into); }
  /// Writes what stands behind the sessions.
  virtual void foot(const tally& all, outlet& into) const = 0;
};

/// What a user asks for.
struct request {
  const style& how;
  /// What would make each session conforming.
  bool repairs = false;
  /// What its findings come of.
  bool causes = false;
  /// How near its record is to its protocol.
  bool fitness = false;
};
