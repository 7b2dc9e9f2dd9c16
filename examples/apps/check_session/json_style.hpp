// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as JSON Lines: one object a session.
#include "report.hpp"

#include <balint/log/jsonl/writer.hpp>
#include <balint/text/format.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

/// Writes JSON.
class json_style final : public style {
 public:
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    const bool is_event = f.event != 0;
    return fmt::format(
        R"({}{{"event":{},"line":{},"code":"{}","rule":"{}","times":{},"stage":{},"act":{},"by":{},"message":{}}})",
        f.number == 1 ? "" : ",", f.event, f.line, f.code, f.rule, f.times,
        is_event ? balint::to_json(f.stage) : "null", is_event ? balint::to_json(f.act) : "null",
        is_event ? balint::to_json(f.by) : "null", balint::to_json(f.message));
  }
  void session(const reported_session& s, outlet& findings, outlet& into) const override {
    into.add(fmt::format(R"({{"session":{},"protocol":"{}","verdict":"{}","findings":[)", balint::to_json(s.id),
                         s.protocol, s.verdict));
    findings.pour(into);
    std::string thoughts;
    for (const auto& thought : s.thoughts) {
      thoughts += fmt::format(R"({}{{"code":"{}","message":{}}})", thoughts.empty() ? "" : ",", thought.code,
                              balint::to_json(thought.message));
    }
    into.add(fmt::format("],\"advisories\":[{}]{}{}{}}}\n", thoughts,
                         s.fitness ? fmt::format(",\"fitness\":{}", *s.fitness) : std::string(),
                         s.causes ? ",\"causes\":" + causes(*s.causes) : std::string(),
                         s.repair ? ",\"repair\":" + repair(*s.repair) : std::string()));
  }
  void foot(const tally&, outlet&) const override {}

 private:
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
  [[nodiscard]] static std::string repair(const reported_repair& r) {
    if (!r.is_possible) return "null";
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
