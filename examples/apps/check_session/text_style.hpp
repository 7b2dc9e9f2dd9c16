// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as text for a person, with a timeline by stage; in colour on a terminal only.
#include "explained.hpp"
#include "report.hpp"
#include "span_words.hpp"

#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>

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

  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    std::string where =
        f.event == 0 ? fmt::format("line {}, the group", f.line) : fmt::format("line {}, event {}", f.line, f.event);
    if (f.times > 1) where += fmt::format(", {} times", f.times);
    std::string text =
        fmt::format("  {}: {} [{}]\n      rule: {} ({})\n", where, f.message,
                    paint(name_of(f.code), fmt::terminal_color::yellow), balint::say("rule", f.rule), f.source);
    if (!f.legal.empty()) text += fmt::format("      {} could have done: {}\n", f.by, f.legal);
    return text;
  }
  void session(const reported_session& s, outlet& findings, outlet& into) const override {
    const auto verdict = name_of(s.verdict);
    std::string text =
        fmt::format("{}: {}\n", s.id,
                    paint(verdict, is_clean(s.verdict) ? fmt::terminal_color::green : fmt::terminal_color::yellow));
    if (const auto words = balint::say("verdict", verdict); words != verdict) text += fmt::format("  {}\n", words);
    text +=
        fmt::format("  {}, {} people{}\n", s.protocol, s.people, s.is_whole ? "" : "; read only as far as it could be");
    for (std::size_t i = 0; i < s.stages.size(); ++i) text += timeline(i, s.stages[i], i > s.reached);
    into.add(text);
    findings.pour(into);
    for (const auto& thought : s.thoughts)
      into.add(fmt::format("  worth a thought: {} [{}]\n", thought.message, thought.code));
    if (s.fitness) into.add(fmt::format("  fitness of the record: {:.3f}\n", *s.fitness));
    if (s.causes) into.add(causes(*s.causes));
    if (s.repair) into.add(repair(*s.repair));
    into.add("\n");
  }
  void foot(const tally& all, outlet& into) const override {
    using balint::verdict;
    const auto sessions = all.all_sessions();
    into.add(fmt::format(
        "{} session{}: {} conforming, {} terminated, {} in progress, {} different, {} with rules not kept\n", sessions,
        sessions == 1 ? "" : "s", all.of(verdict::conforming), all.of(verdict::terminated),
        all.of(verdict::in_progress), all.of(verdict::different), all.of(verdict::rule_violation)));
    if (all.findings == 0) return;
    if (const auto fitness = all.fitness.value()) into.add(fmt::format("median fitness {:.3f}\n", *fitness));
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
    std::string text;
    for (const auto& one : all) {
      text += fmt::format("  cause: {} [{}, {}]\n", balint::say("cause", one.kind), one.kind, name_of(one.severity));
      text += fmt::format("      {}\n", where_found(one));
      if (!one.related.empty()) text += fmt::format("      about {}\n", events_of(one.related));
    }
    return text;
  }
  static std::string repair(const reported_repair& r) {
    std::string text = fmt::format("  repair: {}\n", sum_of(r));
    for (const auto& change : r.edits) text += fmt::format("      {}\n", change.message);
    return text;
  }
  static std::string timeline(std::size_t i, const stage_span& span, bool is_ahead) {
    const auto name = balint::say("stage", span.name);
    if (span.events == 0) return fmt::format("  {} {:<16} {}\n", i + 1, name, is_ahead ? "not reached" : "no event");
    const auto when = times_of(span);
    return fmt::format("  {} {:<16} {} event{}{}\n", i + 1, name, span.events, span.events == 1 ? "" : "s",
                       when.empty() ? "" : fmt::format(", {} on {}", when, day_of(span)));
  }
  [[nodiscard]] std::string paint(std::string_view what, fmt::terminal_color colour) const {
    return in_colour_ ? fmt::format(fmt::fg(colour) | fmt::emphasis::bold, "{}", what) : std::string(what);
  }

  bool in_colour_;
};
