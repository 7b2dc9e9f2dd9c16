// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as text for a person, with a timeline by stage; in colour on a terminal only.
#include "cause_words.hpp"
#include "report.hpp"
#include "span_words.hpp"

#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>
#include <balint/text/wording.hpp>

#include <fmt/color.h>
#include <fmt/format.h>

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// Writes text.
class text_style final : public style {
 public:
  explicit text_style(std::FILE* into) : in_colour_(isatty(fileno(into)) == 1 && std::getenv("NO_COLOR") == nullptr) {}

  [[nodiscard]] bool parts_findings() const override { return true; }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    const bool is_fault = f.about == balint::finding_class::record;
    const std::string_view indent = is_fault ? "    " : "  ";
    const auto where =
        f.event == 0 ? fmt::format("line {}, the group", f.line) : fmt::format("line {}, event {}", f.line, f.event);
    auto text =
        fmt::format("{}{}: {} [{}]\n", indent, where, f.message,
                    is_fault ? std::string(name_of(f.code)) : paint(name_of(f.code), fmt::terminal_color::yellow));
    if (!f.rule.empty() && !is_fault) text += fmt::format("      {} ({})\n", balint::say("rule", f.rule), f.source);
    if (!f.instead.empty()) text += fmt::format("      {}\n", f.instead);
    return text;
  }
  void session(const reported_session& s, finding_texts& findings, outlet& into) const override {
    const auto whole = whole_of(s.stages);
    const bool two_days = is_over_midnight(whole);
    std::string text = fmt::format(
        "{}: {}\n  {}, {} people{}\n", s.id,
        paint(s.verdict_words, is_clean(s.verdict) ? fmt::terminal_color::green : fmt::terminal_color::yellow),
        balint::say("protocol", s.protocol), s.people, s.is_whole ? "" : "; read only as far as it could be");
    if (whole.has_times())
      text += fmt::format("  {}{} (UTC)\n", two_days ? "" : day_of(whole.entered) + ", ", times_of(whole, two_days));
    for (std::size_t i = 0; i < s.stages.size(); ++i) text += timeline(i, s.stages[i], i > s.reached, two_days);
    into.add(text);
    findings.departures.pour(into);
    if (!s.record_words.empty()) into.add(fmt::format("  {}:\n", s.record_words));
    findings.faults.pour(into);
    for (const auto& one : s.breaches) into.add(fmt::format("  {}\n", one.message));
    for (const auto& one : s.advisories) into.add(fmt::format("  to think about: {} [{}]\n", one.message, one.code));
    if (s.fitness && *s.fitness) into.add(fmt::format("  fitness of the record: {:.3f}\n", **s.fitness));
    if (s.causes && !s.causes->empty()) into.add(causes(*s.causes));
    if (s.repair) into.add(repair(*s.repair));
    into.add("\n");
  }
  void foot(const tally& all, outlet& into) const override {
    if (!all.has_many()) return;
    std::string sum;
    for (std::size_t i = all.sessions.size(); i-- > 0;) {
      if (all.sessions[i] == 0) continue;
      sum += fmt::format("{}{} {}", sum.empty() ? "" : "; ", all.sessions[i],
                         balint::say("verdicts", name_of(static_cast<balint::verdict>(i))));
    }
    into.add(fmt::format("{} sessions: {}\n", all.all_sessions(), sum));
    if (all.findings == 0) return;
    into.add(fmt::format("{} finding{}\n", all.findings, all.findings == 1 ? "" : "s"));
    into.add("  by code\n");
    for (const auto& row : all.by_code.in_order()) into.add(fmt::format("  {:>8} {}\n", row.times, row.name));
    into.add("  by rule\n");
    for (const auto& row : all.by_rule.in_order())
      into.add(fmt::format("  {:>8} {} ({})\n", row.times, balint::say("rule", row.name), row.source));
    into.add("  by stage\n");
    for (const auto& row : all.by_stage.in_order())
      into.add(fmt::format("  {:>8} {}\n", row.times, balint::say("stage", row.name)));
  }

 private:
  static std::string causes(const std::vector<reported_cause>& all) {
    auto text = fmt::format("  {}:\n", balint::find_phrase("causes"));
    for (const auto& one : all) {
      const auto where = where_found(one);
      text +=
          fmt::format("    {}{}{} [{}]\n", balint::say("cause", one.kind), where.empty() ? "" : "; ", where, one.kind);
    }
    return text;
  }
  static std::string repair(const reported_repair& r) {
    auto text = fmt::format("  {}: {}\n", balint::find_phrase("repair"), r.sum);
    for (const auto& line : r.lines) text += fmt::format("    {}\n", line);
    return text;
  }
  static std::string timeline(std::size_t i, const stage_span& span, bool is_ahead, bool days) {
    const auto name = balint::say("stage", span.name);
    const auto when = times_of(span, days);
    if (span.events == 0 && when.empty())
      return fmt::format("  {} {:<16} {}\n", i + 1, name, is_ahead ? "not reached" : "no event");
    return fmt::format("  {} {:<16} {} event{}{}{}\n", i + 1, name, span.events, span.events == 1 ? "" : "s",
                       when.empty() ? "" : ", ", when);
  }
  [[nodiscard]] std::string paint(std::string_view what, fmt::terminal_color colour) const {
    return in_colour_ ? fmt::format(fmt::fg(colour) | fmt::emphasis::bold, "{}", what) : std::string(what);
  }

  bool in_colour_;
};
