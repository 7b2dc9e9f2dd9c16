// SPDX-License-Identifier: MIT
// Makes docs/reference/codes.md: every code that logs, reports and other programs may meet, with its number and the
// sentence of its header; of a finding also its class and its rule, of an advisory its numbers.
//
//   codes_page SOURCE_DIR write    writes it
//   codes_page SOURCE_DIR check    fails if it is not current
#include <balint/balint.hpp>
#include <balint/conformance/cause.hpp>
#include <balint/conformance/severity.hpp>
#include <balint/monitoring/delivery.hpp>

#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace balint;

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct enumerator {
  std::string name;
  std::string sentence;
};

/// The enumerators of a header's enumeration with the sentences behind them; none where they are not what the library
/// calls them.
template <typename Enum>
std::vector<enumerator> enumerators(const std::string& source, const std::string& header, const std::string& name) {
  const auto text = read(source + "/include/balint/" + header);
  const auto from = text.find("enum class " + name + " ");
  if (from == std::string::npos) return {};
  std::istringstream in(text.substr(from, text.find("};", from) - from));
  const std::regex line_of("^  ([a-z_]+), *///< (.*)$");
  std::vector<enumerator> found;
  for (std::string line; std::getline(in, line);) {
    std::smatch parts;
    if (!std::regex_match(line, parts, line_of)) continue;
    if (name_of(static_cast<Enum>(found.size())) != parts[1].str()) return {};
    const auto sentence = std::regex_replace(parts[2].str(), std::regex(" ?(\\()?@source ([A-Z0-9, -]+)"), " $1$2");
    found.push_back({parts[1], sentence});
  }
  return found;
}

std::string code_link(const std::string& name) { return "[" + name + "](errors.md#" + name + ")"; }

std::string table(const std::vector<enumerator>& all, std::size_t first, std::size_t last, bool has_section) {
  std::string text = "| number | name | means |\n|---|---|---|\n";
  for (std::size_t i = first; i < last && i < all.size(); ++i) {
    text += "| " + std::to_string(i) + " | " + (has_section ? code_link(all[i].name) : "`" + all[i].name + "`") +
            " | " + all[i].sentence + " |\n";
  }
  return text + "\n";
}

/// The class and the rule of a code; where what was done decides them, that is said.
std::string class_and_rule(code why) {
  using P = staff_group;  // has the rules of all that ship
  const auto act_of_a_stage = event<P>::of<act::present_case>(nobody);
  std::string about(name_of(class_of<P>(why, act_of_a_stage, false)));
  std::string rule(name_of<P>(rule_behind<P>(why)));
  if (rule == "unknown rule") rule = "-";
  if (rule != "-") rule = "`" + rule + "`";
  switch (why) {
    case code::session_over:
      about += "; departure: an act of a stage after `terminate`";
      rule = "-; then `leader_may_terminate`";
      break;
    case code::wrong_stage: about = "departure; record: `advance` and `cut_short`"; break;
    case code::stage_incomplete: rule = "that of what is open first"; break;
    default: break;
  }
  return about + " | " + rule;
}
/// The same of a formation error, whose rule its condition names.
template <typename Condition>
void find_rule(code why, std::string& rule) {
  if constexpr (requires { Condition::error; }) {
    if (Condition::error == why) rule = "`" + std::string(Condition::rule::name) + "`";
  }
}
template <typename... Conditions>
void find_rules(declare::conditions<Conditions...>, code why, std::string& rule) {
  (find_rule<Conditions>(why, rule), ...);
}
std::string class_and_rule_of_error(code why) {
  std::string rule = "-";
  if (why == code::too_many_people) rule = "`closed_group`";
  if (why == code::condition_broken) rule = "that of the condition";
  [&]<typename... Ps>(protocol_list<Ps...>) {
    (find_rules(typename Ps::formation{}, why, rule), ...);
  }(all_protocols{});
  return std::string(name_of(class_of<student_group>(why, {}, false))) + " | " + rule;
}
std::string finding_table(const std::vector<enumerator>& all, std::size_t first, std::size_t last,
                          std::string (*class_and_rule_of)(code)) {
  std::string text = "| number | name | class | rule | means |\n|---|---|---|---|---|\n";
  for (std::size_t i = first; i < last; ++i) {
    text += "| " + std::to_string(i) + " | " + code_link(all[i].name) + " | " +
            class_and_rule_of(static_cast<code>(i)) + " | " + all[i].sentence + " |\n";
  }
  return text + "\n";
}

/// What the numbers of an advisory count: `was`, and what is recommended.
std::string_view numbers_of(advisory_code what) {
  switch (what) {
    case advisory_code::group_size: return "`was`: participants; `from`, `to`: recommended";
    case advisory_code::less_experienced_share:
      return "`was`: how many; `to`: participants; `from`: no more than one in so many is recommended";
    case advisory_code::passed: return "`was`: passes";
    case advisory_code::own_option_only: return "`was`: options";
    case advisory_code::leader_proposed:
    case advisory_code::presenter_proposed: return "`was`: options";
    case advisory_code::cut_short: return "`stages`";
    case advisory_code::session_length: return "`was`: minutes; `from`, `to`: recommended";
    case advisory_code::no_refocus: return "`was`: minutes; `from`: a refocus is asked about from here on";
    case advisory_code::not_live:
      return "`was`: minutes of silence, or in all; `to`: recommended at most; `event`: which ended the silence";
    case advisory_code::supervisor_away: return "`was`: minutes";
    case advisory_code::consent_not_declared:
    case advisory_code::leader_profession:
    case advisory_code::supervisor_not_stated:
    case advisory_code::dual_role:
    case advisory_code::leader_weighed: break;
  }
  return "-";
}
std::string advisory_table(const std::vector<enumerator>& all) {
  std::string text = "| number | name | about | numbers | means |\n|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto what = static_cast<advisory_code>(i);
    text += "| " + std::to_string(i) + " | " + code_link(all[i].name) + " | " +
            (what < advisory_code::passed ? "the group" : "the session") + " | " + std::string(numbers_of(what)) +
            " | " + all[i].sentence + " |\n";
  }
  return text + "\n";
}

std::string make(const std::string& source) {
  const auto codes = enumerators<code>(source, "vocabulary/code.hpp", "code");
  const auto advisories = enumerators<advisory_code>(source, "vocabulary/code.hpp", "advisory_code");
  const auto classes = enumerators<finding_class>(source, "vocabulary/code.hpp", "finding_class");
  const auto verdicts = enumerators<verdict>(source, "conformance/verdict.hpp", "verdict");
  const auto severities = enumerators<severity>(source, "conformance/severity.hpp", "severity");
  const auto causes = enumerators<cause_kind>(source, "conformance/cause.hpp", "cause_kind");
  const auto endings = enumerators<ending>(source, "session/state.hpp", "ending");
  const auto deliveries = enumerators<delivery>(source, "monitoring/delivery.hpp", "delivery");
  const auto snapshots = enumerators<snapshot_error>(source, "session/snapshot.hpp", "snapshot_error");
  if (codes.size() != code_count || advisories.size() != advisory_count || classes.empty() || verdicts.empty() ||
      severities.empty() || causes.empty() || endings.empty() || deliveries.empty() || snapshots.empty())
    return {};
  const auto first_error = static_cast<std::size_t>(code::duplicate_person);
  const auto skipped = static_cast<std::size_t>(code::stage_skipped);
  return "# Codes\n\n"
         "Logs, reports and the suite write names; programs in C++ may use the numbers. Neither changes once it was "
         "released, and\n"
         "new codes go to the end of their list ([stability](stability.md)). [Errors](errors.md) has a section for "
         "each refusal,\n"
         "finding, formation error and advisory, with an example. This page is generated from the headers.\n\n"
         "A finding has a **class**. A *departure* is something that was done otherwise than the protocol has it. A "
         "*record*\nfault is one of the record; it says nothing about the group and never decides a verdict. The rule "
         "is "
         "the one that the\nrefusal or finding names; `-` where it names none.\n\n"
         "## Refusals\n\nWhat a session answers, and a judge finds, in the order in which they are looked for.\n\n" +
         finding_table(codes, 0, skipped, class_and_rule) + "## Findings\n\nWhat only a judge finds.\n\n" +
         finding_table(codes, skipped, first_error, class_and_rule) +
         "## Formation errors\n\nWhy a group cannot be formed, in the order in which they are reported.\n\n" +
         finding_table(codes, first_error, codes.size(), class_and_rule_of_error) + "## Classes of findings\n\n" +
         table(classes, 0, classes.size(), false) +
         "## Advisories\n\nSomething to think about, with the numbers of `advisory`; no verdict depends on them.\n\n" +
         advisory_table(advisories) + "## Verdicts\n\nThe first that applies.\n\n" +
         table(verdicts, 0, verdicts.size(), false) + "## Severities\n\n" +
         table(severities, 0, severities.size(), false) +
         "## Causes\n\nWhat findings follow from ([more](analyses.md#causes)).\n\n" +
         table(causes, 0, causes.size(), false) + "## Endings\n\n" + table(endings, 0, endings.size(), false) +
         "## Deliveries\n\nWhat a monitor makes of an event that arrives ([more](streams.md#deliveries)).\n\n" +
         table(deliveries, 0, deliveries.size(), false) + "## Snapshot errors\n\nWhy a snapshot is not restored.\n\n" +
         table(snapshots, 0, snapshots.size(), false);
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "codes_page SOURCE_DIR check|write\n";
    return 2;
  }
  const std::string source = values[1];
  const auto path = source + "/docs/reference/codes.md";
  auto made = make(source);
  if (made.empty()) {
    std::cerr << "an enumeration is not where it was, or its names are not those of its enumerators\n";
    return 1;
  }
  made.pop_back();
  if (what == "write") return std::ofstream(path, std::ios::binary) << made ? 0 : 1;
  if (read(path) == made) return 0;
  std::cerr << "docs/reference/codes.md is not current: build the target codes_page_write\n";
  return 1;
}
