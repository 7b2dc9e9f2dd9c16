// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as JUnit XML, which continuous integration shows: a test case for each session.
#include "markup.hpp"
#include "report.hpp"

#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>

#include <fmt/format.h>

#include <string>

/// Writes JUnit XML. A session that is different or breaks a rule has failed; a log that cannot be read is an error.
class junit_style final : public style {
 public:
  [[nodiscard]] bool begins_with_totals() const override { return true; }
  void head(const tally& all, outlet& into) const override {
    const auto totals = fmt::format(R"(tests="{}" failures="{}" errors="{}")", all.all_sessions() + all.unread.size(),
                                    all.not_clean(), all.unread.size());
    into.add(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"balint\" {0}>\n<testsuite "
                    "name=\"sessions\" {0} skipped=\"0\">\n",
                    totals));
  }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    auto text = fmt::format("line {}, {}: {} [{}]", f.line,
                            f.event == 0 ? "the group" : fmt::format("event {}", f.event), f.message, f.code);
    if (f.times > 1) text += fmt::format(", {} times", f.times);
    text += fmt::format("; rule: {} ({})", balint::say("rule", f.rule), f.source);
    if (!f.legal.empty()) text += fmt::format("; {} could have done: {}", f.by, f.legal);
    return to_markup(text) + "\n";
  }
  void session(const reported_session& s, outlet& findings, outlet& into) const override {
    into.add(fmt::format(R"(<testcase classname="balint.{}" name="{}" file="{}" line="{}">)", to_markup(s.protocol),
                         to_markup(s.id), to_markup(s.file), s.line));
    if (!is_clean(s.verdict)) {
      into.add(fmt::format("\n<failure type=\"{}\" message=\"{}\">\n", s.verdict,
                           to_markup(balint::say("verdict", name_of(s.verdict)))));
      findings.pour(into);
      into.add("</failure>\n");
    }
    std::string more =
        is_clean(s.verdict) ? fmt::format("{}\n", to_markup(balint::say("verdict", name_of(s.verdict)))) : "";
    if (!s.is_whole) more += "read only as far as it could be\n";
    for (const auto& thought : s.thoughts)
      more += to_markup(fmt::format("worth a thought: {} [{}]", thought.message, thought.code)) + "\n";
    if (!more.empty()) into.add(fmt::format("<system-out>{}</system-out>", more));
    into.add("</testcase>\n");
  }
  void foot(const tally& all, outlet& into) const override {
    for (const auto& error : all.unread) {
      into.add(
          fmt::format("<testcase classname=\"balint.log\" name=\"{0}\" file=\"{0}\"><error type=\"unreadable\" "
                      "message=\"{1}\"/></testcase>\n",
                      to_markup(error.file), to_markup(error.message())));
    }
    into.add("</testsuite>\n</testsuites>\n");
  }
};
