// SPDX-License-Identifier: MIT
#pragma once
// The rule on mutants: each can be made, as tests/mutation/run.sh makes it.
#include <tests/house/tree.hpp>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// A way to break a header, as tests/mutation/mutants.txt declares it.
struct mutant {
  std::string name;
  std::string header;              ///< Below include/balint/.
  std::string text;                ///< What the header has instead of what it would have.
  std::vector<std::string> tests;  ///< Below tests/, without the end of their names.
};

inline std::vector<mutant> read_mutants(std::string_view text) {
  std::vector<mutant> all;
  for (const auto line : lines_of(text)) {
    const auto blank = line.find(' ');
    const auto key = line.substr(0, blank);
    const std::string value(blank == std::string_view::npos ? "" : line.substr(blank + 1));
    if (key == "mutant") all.push_back({value, {}, {}, {}});
    if (all.empty()) continue;
    if (key == "in") all.back().header = value;
    if (key == "-") all.back().text += (all.back().text.empty() ? "" : "\n") + value;
    if (key == "by") all.back().tests = words_of(value);
  }
  return all;
}

/// A mutant's header is there and has its text exactly once, and so are the tests that see it.
inline complaints mutants_apply(const std::vector<mutant>& all, const tree& headers,
                                const std::set<std::string>& tests) {
  complaints found;
  for (const auto& one : all) {
    const auto header = headers.find("balint/" + one.header);
    if (header == headers.end()) {
      found.push_back(one.name + " is of no header: " + one.header);
    } else {
      const auto first = header->second.find(one.text);
      if (one.text.empty() || first == std::string::npos ||
          header->second.find(one.text, first + 1) != std::string::npos)
        found.push_back(one.name + " has a text that is not in " + one.header + " exactly once");
    }
    for (const auto& test : one.tests) {
      if (!tests.contains(test + ".cpp"))
        found.push_back(one.name + " is seen by no such test: tests/" + test + ".cpp");
    }
  }
  return found;
}

}  // namespace house
