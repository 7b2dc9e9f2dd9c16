// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as TAP 14, the Test Anything Protocol: a line for each session, with its findings as YAML below.
#include "report.hpp"

#include <balint/log/json_text.hpp>
#include <balint/log/plain_text.hpp>
#include <balint/text/format.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

/// Writes TAP. Test points have no numbers, as the protocol allows: several threads write them.
class tap_style final : public style {
 public:
  void head(const tally&, outlet& into) const override { into.add("TAP version 14\n"); }
  /// YAML 1.2 takes JSON as it is.
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    const auto rule = f.rule.empty() ? std::string("null") : balint::to_json(f.rule);
    const auto source = f.rule.empty() ? std::string("null") : balint::to_json(f.source);
    return fmt::format(
        "    - {{\"line\": {}, \"event\": {}, \"class\": \"{}\", \"code\": \"{}\", \"rule\": {}, \"source\": {}, "
        "\"times\": {}, \"message\": {}}}\n",
        f.line, f.event, name_of(f.about), f.code, rule, source, f.times, balint::to_json(f.message));
  }
  void session(const reported_session& s, finding_texts& findings, outlet& into) const override {
    const auto more = s.record_words.empty() ? std::string() : "; " + s.record_words;
    into.add(fmt::format("{} - {} ({}): {}\n", s.findings == 0 ? "ok" : "not ok", description(s.id), s.protocol,
                         description(s.verdict_words + more)));
    if (s.findings == 0) return;
    into.add(fmt::format("  ---\n  verdict: {}\n  record_faults: {}\n  file: {}\n  line: {}\n  findings:\n", s.verdict,
                         s.record_faults, balint::to_json(s.file), s.line));
    findings.departures.pour(into);
    into.add("  ...\n");
  }
  void foot(const tally& all, outlet& into) const override {
    for (const auto& error : all.unread) into.add(fmt::format("not ok - {}\n", description(error.message())));
    into.add(fmt::format("1..{}\n", all.all_sessions() + all.unread.size()));
  }

 private:
  /// A text of one line in which nothing is a directive.
  [[nodiscard]] static std::string description(std::string_view text) {
    std::string out;
    for (const char c : balint::plain_line(text)) {
      if (c == '#' || c == '\\') out += '\\';
      out += c;
    }
    return out;
  }
};
