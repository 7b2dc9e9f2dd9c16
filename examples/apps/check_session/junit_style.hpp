// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as JUnit XML, which continuous integration shows: a test case for each session.
#include "markup.hpp"
#include "report.hpp"

#include <balint/text/format.hpp>
#include <balint/text/wording.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

/// Writes JUnit XML. Where there are several logs, a session's name says of which it is; one that comes again has a
/// number as well, since what reads the report goes by the names. A session in which something was found is a failure,
/// of type `different`, `departs` or `record`; a log that cannot be read is an error.
class junit_style final : public style {
 public:
  explicit junit_style(bool has_several_logs) : has_several_logs_(has_several_logs) {}

  [[nodiscard]] bool begins_with_totals() const override { return true; }
  [[nodiscard]] bool parts_findings() const override { return true; }
  void head(const tally& all, outlet& into) const override {
    const auto totals = fmt::format(R"(tests="{}" failures="{}" errors="{}")", all.all_sessions() + all.unread.size(),
                                    all.with_findings, all.unread.size());
    into.add(
        fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"balint\" {0}>\n<testsuite "
                    "name=\"sessions\" {0} skipped=\"0\">\n",
                    totals));
  }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    auto text = fmt::format("line {}, {}: {} [{}]", f.line,
                            f.event == 0 ? "the group" : fmt::format("event {}", f.event), f.message, f.code);
    if (!f.rule.empty()) text += fmt::format("; {} ({})", balint::say("rule", f.rule), f.source);
    if (!f.instead.empty()) text += "; " + f.instead;
    return to_markup(text) + "\n";
  }
  void session(const reported_session& s, finding_texts& findings, outlet& into) const override {
    const auto name = has_several_logs_ ? fmt::format("{} ({})", s.id, s.file) : std::string(s.id);
    into.add(fmt::format(R"({}{}" name="{}" file="{}" line="{}">)", test_case, to_markup(s.protocol), to_markup(name),
                         to_markup(s.file), s.line));
    const bool departs = !is_clean(s.verdict);
    if (departs || s.record_faults != 0) {
      into.add(fmt::format("\n<failure type=\"{}\" message=\"{}\">\n", departs ? name_of(s.verdict) : "record",
                           to_markup(departs ? s.verdict_words : s.record_words)));
      findings.departures.pour(into);
      if (departs && !s.record_words.empty()) into.add(to_markup(s.record_words) + ":\n");
      findings.faults.pour(into);
      into.add("</failure>\n");
    }
    std::string more = departs ? "" : to_markup(s.verdict_words) + "\n";
    if (!s.is_whole) more += "read only as far as it could be\n";
    for (const auto& one : s.breaches) more += to_markup(one.message) + "\n";
    for (const auto& one : s.advisories)
      more += to_markup(fmt::format("to think about: {} [{}]", one.message, one.code)) + "\n";
    if (!more.empty()) into.add(fmt::format("<system-out>{}</system-out>", more));
    into.add("</testcase>\n");
  }
  void all_sessions(const tally&, outlet& kept, outlet& into) const override {
    std::unordered_map<std::size_t, std::uint64_t> times;  // By the hash of protocol and name: as little as it can be.
    const bool is_read = kept.each_line([&](std::string_view line) {
      const auto name_end = line.starts_with(test_case) ? line.find("\" file=\"") : std::string_view::npos;
      if (name_end == std::string_view::npos) return into.add(line);
      const auto so_often = ++times[std::hash<std::string_view>()(line.substr(0, name_end))];
      into.add(line.substr(0, name_end));
      if (so_often > 1) into.add(fmt::format(" [{}]", so_often));
      into.add(line.substr(name_end));
    });
    if (!is_read) into.fail();
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

 private:
  static constexpr std::string_view test_case = R"(<testcase classname="balint.)";
  bool has_several_logs_;
};
