// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a report says of a session, whatever its protocol and whatever the report's style.
#include "outlet.hpp"

#include <balint/conformance/verdict.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A finding, in words.
struct reported_finding {
  balint::code code{};
  std::uint64_t event = 0;  ///< 0: the group itself; then there is no stage, act or person.
  std::uint64_t line = 0;
  std::uint64_t times = 1;
  std::string_view rule;
  std::string_view source;
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

/// A session that was read to its end, or as far as it could be.
struct reported_session {
  std::string_view id;
  std::string_view protocol;
  balint::verdict verdict{};
  std::vector<stage_span> stages;
  std::size_t reached = 0;  ///< The last stage it came to, from 0.
  std::size_t people = 0;
  std::vector<reported_thought> thoughts;
  bool is_whole = true;
  std::optional<reported_repair> repair;  ///< Where one was asked for.
};

/// What the program has seen in all the files.
struct tally {
  std::array<std::uint64_t, 5> sessions{};  ///< By verdict.

  void add(const tally& more) {
    for (std::size_t i = 0; i < sessions.size(); ++i) sessions[i] += more.sessions[i];
  }
  [[nodiscard]] std::uint64_t of(balint::verdict v) const { return sessions[static_cast<std::size_t>(v)]; }
};

/// How a report is written.
class style {
 public:
  style() = default;
  style(const style&) = delete;
  style& operator=(const style&) = delete;
  virtual ~style() = default;
  /// The text of a finding.
  [[nodiscard]] virtual std::string finding(const reported_finding& f, bool is_first) const = 0;
  /// Writes a session with the texts of its findings.
  virtual void session(const reported_session& s, outlet& findings, outlet& into) const = 0;
  /// Writes what is to be said of all sessions.
  virtual void summary(const tally& all, outlet& into) const = 0;
};

/// What a user asks for.
struct request {
  const style& how;
  /// What would make each session conforming.
  bool repairs = false;
};
