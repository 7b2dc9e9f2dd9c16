// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as TAP 14, the Test Anything Protocol: a line for each session, with its findings as YAML below.
#include "report.hpp"

#include <balint/log/jsonl/writer.hpp>
#include <balint/text/catalogue.hpp>
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
    return fmt::format(
        "    - {{\"line\": {}, \"event\": {}, \"code\": \"{}\", \"rule\": \"{}\", \"source\": \"{}\", \"times\": {}, "
        "\"message\": {}}}\n",
        f.line, f.event, f.code, f.rule, f.source, f.times, balint::to_json(f.message));
  }
  void session(const reported_session& s, outlet& findings, outlet& into) const override {
    into.add(fmt::format("{} - {} ({}): {}\n", is_clean(s.verdict) ? "ok" : "not ok", description(s.id), s.protocol,
                         balint::say("verdict", name_of(s.verdict))));
    if (is_clean(s.verdict)) return;
    into.add(fmt::format("  ---\n  verdict: {}\n  file: {}\n  line: {}\n  findings:\n", s.verdict,
                         balint::to_json(s.file), s.line));
    findings.pour(into);
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
    for (const char c : text) {
      if (c == '#' || c == '\\') out += '\\';
      out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
    return out;
  }
};
