// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the program has seen in all the files: counts of sessions and of findings, never of people.
#include <balint/conformance/verdict.hpp>
#include <balint/log/format_error.hpp>
#include <balint/vocabulary/code.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// How often each of a few names came.
class counts {
 public:
  struct row {
    std::string_view name;
    std::string_view source;
    std::uint64_t times = 0;
  };

  void add(std::string_view name, std::string_view source, std::uint64_t times) {
    const auto known = std::find_if(rows_.begin(), rows_.end(), [&](const row& one) { return one.name == name; });
    if (known != rows_.end()) {
      known->times += times;
    } else {
      rows_.push_back({name, source, times});
    }
  }
  void add(const counts& more) {
    for (const auto& one : more.rows_) add(one.name, one.source, one.times);
  }
  /// What came most often first, the same number by name.
  [[nodiscard]] std::vector<row> in_order() const {
    auto rows = rows_;
    std::sort(rows.begin(), rows.end(),
              [](const row& a, const row& b) { return a.times != b.times ? a.times > b.times : a.name < b.name; });
    return rows;
  }

 private:
  std::vector<row> rows_;
};

/// What the program has seen.
struct tally {
  std::array<std::uint64_t, 5> sessions{};  ///< By verdict.
  std::uint64_t with_findings = 0;          ///< Sessions in which something was found, be it in the record alone.
  std::uint64_t findings = 0;               ///< The same in a row is one.
  std::uint64_t record_findings = 0;        ///< Those of them that are faults of the record.
  std::uint64_t advisories = 0;
  counts by_code;
  counts by_rule;
  counts by_stage;
  std::vector<balint::format_error> unread;  ///< The logs that could not be read to their end.

  void add(const tally& more) {
    for (std::size_t i = 0; i < sessions.size(); ++i) sessions[i] += more.sessions[i];
    with_findings += more.with_findings;
    findings += more.findings;
    record_findings += more.record_findings;
    advisories += more.advisories;
    by_code.add(more.by_code);
    by_rule.add(more.by_rule);
    by_stage.add(more.by_stage);
    unread.insert(unread.end(), more.unread.begin(), more.unread.end());
  }
  [[nodiscard]] std::uint64_t of(balint::verdict v) const { return sessions[static_cast<std::size_t>(v)]; }
  [[nodiscard]] std::uint64_t all_sessions() const {
    std::uint64_t n = 0;
    for (const auto one : sessions) n += one;
    return n;
  }
  /// Whether counts over sessions say anything: of one session there are none.
  [[nodiscard]] bool has_many() const { return all_sessions() > 1; }
};
