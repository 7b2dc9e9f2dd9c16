// SPDX-License-Identifier: MIT
// Makes docs/reference/codes.md: every code that logs, reports and other programs may meet, with its number and the
// sentence of its header.
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

std::string make(const std::string& source) {
  const auto codes = enumerators<code>(source, "vocabulary/code.hpp", "code");
  const auto advisories = enumerators<advisory_code>(source, "vocabulary/code.hpp", "advisory_code");
  const auto verdicts = enumerators<verdict>(source, "conformance/verdict.hpp", "verdict");
  const auto severities = enumerators<severity>(source, "conformance/severity.hpp", "severity");
  const auto causes = enumerators<cause_kind>(source, "conformance/cause.hpp", "cause_kind");
  const auto endings = enumerators<ending>(source, "session/state.hpp", "ending");
  const auto deliveries = enumerators<delivery>(source, "monitoring/delivery.hpp", "delivery");
  const auto snapshots = enumerators<snapshot_error>(source, "session/snapshot.hpp", "snapshot_error");
  if (codes.size() != code_count || advisories.size() != advisory_count || verdicts.empty() || severities.empty() ||
      causes.empty() || endings.empty() || deliveries.empty() || snapshots.empty())
    return {};
  const auto first_error = static_cast<std::size_t>(code::duplicate_person);
  const auto flagged = static_cast<std::size_t>(code::flagged);
  return "# Codes\n\n"
         "Logs, reports and the suite write names; programs in C++ may use the numbers. Neither changes once it was "
         "released, and\n"
         "new codes go to the end of their list ([stability](stability.md)). [Errors](errors.md) has a section for "
         "each refusal,\n"
         "finding, formation error and advisory, with an example. This page is generated from the headers.\n\n"
         "## Refusals\n\nWhat a session answers, and a judge finds, in the order in which they are looked for.\n\n" +
         table(codes, 0, flagged, true) + "## Findings\n\nWhat only a judge finds.\n\n" +
         table(codes, flagged, first_error, true) +
         "## Formation errors\n\nWhy a group cannot be formed, in the order in which they are reported.\n\n" +
         table(codes, first_error, codes.size(), true) +
         "## Advisories\n\nRecommendations that were not followed; no verdict depends on them.\n\n" +
         table(advisories, 0, advisories.size(), true) + "## Verdicts\n\n" +
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
