// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as JSON Lines: one object a session.
#include "report.hpp"

#include <balint/log/json_text.hpp>
#include <balint/text/format.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Writes JSON.
class json_style final : public style {
 public:
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    return fmt::format(
        R"({}{{"event":{},"line":{},"class":"{}","code":"{}","rule":{},"times":{},"stage":{},"act":{},"by":{},)"
        R"("message":{}}})",
        f.number == 1 ? "" : ",", f.event, f.line, name_of(f.about), f.code, or_null(f.rule), f.times, or_null(f.stage),
        or_null(f.act), or_null(f.by), balint::to_json(f.message));
  }
  void session(const reported_session& s, finding_texts& findings, outlet& into) const override {
    into.add(fmt::format(R"({{"file":{},"session":{},"protocol":"{}","verdict":"{}","record_faults":{},"findings":[)",
                         balint::to_json(s.file), balint::to_json(s.id), s.protocol, s.verdict, s.record_faults));
    findings.departures.pour(into);
    into.add("],\"breaches\":[");
    std::string_view between;
    for (const auto& one : s.breaches) {
      into.add(fmt::format(R"({}{{"event":{},"line":{},"rule":"{}","by":{},"answered":{}}})", between, one.event,
                           one.line, one.rule, balint::to_json(one.by), answer(one)));
      between = ",";
    }
    into.add("],\"advisories\":[");
    between = {};
    for (const auto& one : s.advisories) {
      into.add(fmt::format(R"({}{{"code":"{}","message":{},"event":{}}})", between, one.code,
                           balint::to_json(one.message), one.event == 0 ? "null" : std::to_string(one.event)));
      between = ",";
    }
    into.add("]");
    if (s.fitness) into.add(",\"fitness\":" + (*s.fitness ? fmt::format("{}", **s.fitness) : std::string("null")));
    if (s.causes) into.add(",\"causes\":" + causes(*s.causes));
    if (s.repair) into.add(",\"repair\":" + repair(*s.repair));
    into.add("}\n");
  }
  void foot(const tally&, outlet&) const override {}

 private:
  [[nodiscard]] static std::string or_null(std::string_view text) {
    return text.empty() ? "null" : balint::to_json(text);
  }
  [[nodiscard]] static std::string answer(const reported_breach& one) {
    switch (one.how) {
      case balint::breach_answer::none: break;
      case balint::breach_answer::reminder: return std::to_string(one.answer_event);
      case balint::breach_answer::terminated: return "\"terminated\"";
    }
    return "null";
  }
  [[nodiscard]] static std::string causes(const std::vector<reported_cause>& all) {
    std::string rows;
    for (const auto& one : all) {
      rows += fmt::format(R"({}{{"kind":"{}","severity":"{}","findings":[{}],"related":[{}],"legal":[)",
                          rows.empty() ? "" : ",", one.kind, name_of(one.severity), fmt::join(one.findings, ","),
                          fmt::join(one.related, ","));
      for (const auto act : one.legal_acts)
        rows += fmt::format("{}{}", act == one.legal_acts.front() ? "" : ",", balint::to_json(act));
      rows += "]}";
    }
    return "[" + rows + "]";
  }
  /// The repair, and behind it why there is none, where more can be said.
  [[nodiscard]] static std::string repair(const reported_repair& r) {
    if (!r.is_possible) return r.why.empty() ? "null" : fmt::format(R"(null,"why":"{}")", r.why);
    std::string edits;
    for (const auto& change : r.edits) {
      if (!edits.empty()) edits += ',';
      if (!change.is_insertion) {
        edits += fmt::format(R"({{"remove":{}}})", change.at);
        continue;
      }
      const auto target = change.target_key.empty()
                              ? std::string()
                              : fmt::format(R"(,"{}":{})", change.target_key,
                                            change.is_number ? change.target : balint::to_json(change.target));
      edits += fmt::format(R"({{"insert":{{"by":{},"act":{}{}}},"before":{}}})", balint::to_json(change.by),
                           balint::to_json(change.act), target, change.at);
    }
    return fmt::format(R"({{"cost":{},"exact":{},"edits":[{}]}})", r.edits.size(), r.is_exact, edits);
  }
};
