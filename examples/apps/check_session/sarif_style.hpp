// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as SARIF 2.1.0, which code hosts and editors show at the lines: a result for each finding and advisory.
#include "report.hpp"
#include "rules.hpp"

#include <balint/log/json_text.hpp>
#include <balint/text/format.hpp>
#include <balint/text/wording.hpp>
#include <balint/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A path as a URI writes it: absolute with its scheme, relative as it is.
[[nodiscard]] inline std::string to_uri(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain =
        byte < 0x80 && (std::isalnum(byte) != 0 || std::string_view("/-._~").find(c) != std::string_view::npos);
    if (is_plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", byte);
    }
  }
  return uri;
}

/// Writes SARIF, each result on a line of its own. Code hosts refuse a run of more than 25,000 results: advisories are
/// left out first, then faults of the record, and the run says so.
class sarif_style final : public style {
 public:
  /// How many results a run may have.
  static constexpr std::uint64_t most_results = 25'000;

  [[nodiscard]] bool begins_with_totals() const override { return true; }
  void head(const tally&, outlet& into) const override {
    into.add(
        R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[)"
        "\n");
    into.add(fmt::format(R"({{"tool":{{"driver":{{"name":"check_session","semanticVersion":"{}.{}.{}","rules":[)",
                         BALINT_VERSION_MAJOR, BALINT_VERSION_MINOR, BALINT_VERSION_PATCH));
    std::string_view between = "\n";
    for (const auto& rule : all_rules()) {
      const auto words = balint::say("rule", rule.name);
      into.add(fmt::format(
          R"({}{{"id":"{}","shortDescription":{{"text":{}}},"help":{{"text":{}}},"defaultConfiguration":{{"level":"{}"}},"properties":{{"source":"{}","severity":"{}"}}}})",
          between, rule.name, balint::to_json(words),
          balint::to_json(fmt::format("The rule: {}. Its source: {}.", words, rule.source)), level_of(rule.severity),
          rule.source, name_of(rule.severity)));
      between = ",\n";
    }
    for (std::size_t i = 0; i < balint::advisory_count; ++i) {
      const auto name = name_of(static_cast<balint::advisory_code>(i));
      const auto words = advice(name);
      into.add(fmt::format(
          R"({}{{"id":"advisory.{}","shortDescription":{{"text":{}}},"help":{{"text":{}}},"defaultConfiguration":{{"level":"note"}}}})",
          between, name, balint::to_json(words),
          balint::to_json("Something to think about, never an error: " + words + ".")));
    }
    for (const auto code : faults) {
      const auto name = name_of(code);
      into.add(fmt::format(
          R"({}{{"id":"record.{}","shortDescription":{{"text":"a fault of the record"}},"help":{{"text":"A fault of the record, which says nothing about the group."}},"defaultConfiguration":{{"level":"note"}}}})",
          between, name));
    }
    into.add("]}},\n\"results\":[\n");
  }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    auto text = f.message;
    if (!f.instead.empty()) text += "; " + f.instead;
    const bool is_fault = f.about == balint::finding_class::record;
    const auto stage = f.event == 0 ? std::string() : fmt::format(R"(,"stage":"{}")", f.stage);
    const auto rule =
        is_fault ? fmt::format("record.{}", f.code) : std::string(f.rule.empty() ? name_of(f.code) : f.rule);
    return fmt::format(
        R"({}{{"ruleId":"{}","level":"{}","message":{{"text":{}}},{},"occurrenceCount":{},"properties":{{"class":"{}","code":"{}","event":{}{}}}}})",
        f.number == 1 ? "" : ",\n", rule, is_fault ? "note" : level_of(f.severity), balint::to_json(text),
        where(f.file, f.line, f.session), f.times, name_of(f.about), f.code, f.event, stage);
  }
  void session(const reported_session& s, finding_texts& texts, outlet& into) const override {
    auto& findings = texts.departures;
    for (const auto& thought : s.advisories) {
      findings.add(fmt::format(R"({}{}{}","level":"note","message":{{"text":{}}},{}}})",
                               findings.is_fresh() ? "" : ",\n", advisory, thought.code,
                               balint::to_json(thought.message), where(s.file, s.line, s.id)));
    }
    join(findings, into);
  }
  void join(outlet& more, outlet& into) const override {
    if (!more.is_fresh() && !into.is_fresh()) into.add(",\n");
    more.pour(into);
  }
  void all_sessions(const tally& all, outlet& kept, outlet& into) const override {
    auto left = room_for(all);
    if (left.results() == all.findings + all.advisories) return kept.pour(into);
    std::string_view between;
    const bool is_read = kept.each_line([&](std::string_view line) {
      const bool is_advice = line.starts_with(advisory);
      auto& place = is_advice ? left.advisories : line.starts_with(fault) ? left.faults : left.departures;
      if (place == 0) return;
      --place;
      into.add(between);
      into.add(line.substr(0, line.find_last_of('}') + 1));
      between = ",\n";
    });
    if (!is_read) into.fail();
  }
  void foot(const tally& all, outlet& into) const override {
    into.add(fmt::format("\n],\n\"invocations\":[{{\"executionSuccessful\":{},\"toolExecutionNotifications\":[",
                         all.unread.empty()));
    std::string_view between;
    const auto shown = room_for(all);
    if (shown.results() != all.findings + all.advisories) {
      const auto departures = all.findings - all.record_findings;
      const auto text = fmt::format(
          "This run has {} of {} results, since code hosts take no more. Left out are {} of {} advisories, {} of {} "
          "faults of the record and {} of {} departures; the report in JSON has them all.",
          shown.results(), all.findings + all.advisories, all.advisories - shown.advisories, all.advisories,
          all.record_findings - shown.faults, all.record_findings, departures - shown.departures, departures);
      into.add(fmt::format(R"({{"level":"warning","message":{{"text":{}}}}})", balint::to_json(text)));
      between = ",";
    }
    for (const auto& error : all.unread) {
      const auto line = error.line == 0 ? std::string() : fmt::format(R"(,"region":{{"startLine":{}}})", error.line);
      into.add(fmt::format(
          R"({}{{"level":"error","message":{{"text":{}}},"locations":[{{"physicalLocation":{{"artifactLocation":{{"uri":"{}"}}{}}}}}]}})",
          between, balint::to_json(error.message()), to_uri(error.file), line));
      between = ",";
    }
    into.add("]}]}]}\n");
  }

 private:
  /// How a result begins that is an advisory or a fault of the record.
  static constexpr std::string_view advisory = R"({"ruleId":"advisory.)", fault = R"({"ruleId":"record.)";

  /// How many results of each kind there is room for.
  struct room {
    std::uint64_t departures = 0, faults = 0, advisories = 0;
    [[nodiscard]] std::uint64_t results() const { return departures + faults + advisories; }
  };
  [[nodiscard]] static room room_for(const tally& all) {
    room has;
    has.departures = std::min(all.findings - all.record_findings, most_results);
    has.faults = std::min(all.record_findings, most_results - has.departures);
    has.advisories = std::min(all.advisories, most_results - has.departures - has.faults);
    return has;
  }

  /// The codes that faults of a record have.
  static constexpr balint::code faults[]{
      balint::code::session_over,     balint::code::time_reversed,   balint::code::unknown_act,
      balint::code::absent,           balint::code::wrong_stage,     balint::code::unknown_target,
      balint::code::repeated,         balint::code::nothing_owed,    balint::code::not_absent,
      balint::code::too_many_options, balint::code::duplicate_person};

  [[nodiscard]] static std::string_view level_of(balint::severity how) {
    switch (how) {
      case balint::severity::advisory: return "note";
      case balint::severity::required: return "warning";
      case balint::severity::inviolable: return "error";
    }
    return "none";
  }

  [[nodiscard]] static std::string where(std::string_view file, std::uint64_t line, std::string_view session) {
    return fmt::format(
        R"("locations":[{{"physicalLocation":{{"artifactLocation":{{"uri":"{}"}},"region":{{"startLine":{}}}}},"logicalLocations":[{{"name":{},"kind":"session"}}]}}])",
        to_uri(file), line, balint::to_json(session));
  }
  /// What an advisory is about.
  [[nodiscard]] static std::string advice(std::string_view name) { return balint::say("about", name); }
};
