// SPDX-License-Identifier: MIT
// Makes docs/reference/requirements.md from prose.md, the requirements of the suite, and who cites them.
//
//   requirements_page SOURCE_DIR write    writes it
//   requirements_page SOURCE_DIR check    fails if it is not current
//
// An ID that is cited and not listed, and a requirement whose rule is held otherwise than the list says, are faults.
#include "cited.hpp"

#include <iostream>
#include <sstream>

namespace {

using namespace requirements_page;

struct requirement {
  std::string id;
  std::string level;
  std::string force;
  std::string text;
  std::string source;
  std::vector<std::string> codes;
  std::vector<std::string> advisories;
  std::vector<std::string> breaches;  // rules whose breach somebody names
  std::vector<std::string> held;
  std::string not_in_traces;
};
using requirements = std::vector<requirement>;
using complaints = std::vector<std::string>;

std::string text_at(simdjson::dom::element from, const char* key) {
  std::string_view text;
  return from[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}
std::vector<std::string> texts_at(simdjson::dom::element from, const char* key) {
  std::vector<std::string> found;
  simdjson::dom::array list;
  if (from[key].get(list) != simdjson::SUCCESS) return found;
  for (const auto one : list) found.emplace_back(one.get_string().value());
  return found;
}
requirements read_requirements(const fs::path& source) {
  requirements found;
  simdjson::dom::parser parser;
  const simdjson::dom::array list = parser.load((source / "tests/suite/requirements.json").string());
  for (const auto one : list) {
    found.push_back({text_at(one, "id"), text_at(one, "level"), text_at(one, "force"), text_at(one, "text"),
                     text_at(one, "source"), texts_at(one, "codes"), texts_at(one, "advisories"),
                     texts_at(one, "breaches"), texts_at(one, "held"), text_at(one, "not_in_traces")});
  }
  return found;
}

bool has(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

/// The ways a requirement is held, in the order of the page's explanation.
std::vector<std::string> ways(const requirement& one) {
  std::vector<std::string> all;
  if (has(one.held, "type")) all.emplace_back("types");
  if (!one.codes.empty()) all.emplace_back("machine");
  if (!one.advisories.empty()) all.emplace_back("advisory");
  if (!one.breaches.empty() || has(one.held, "person")) all.emplace_back("people");
  return all;
}
std::string joined(const auto& all, std::string_view between) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : std::string(between)) + std::string(one);
  return text;
}

/// A rule that is held by the types, by the machine, by an advisory or by people is a requirement that is held so.
template <typename... Rules>
void compare_rules(balint::rule_list<Rules...>, const requirements& all, complaints& found) {
  const auto compare = [&](std::string_view name, std::string_view source, balint::held holds) {
    for (const auto& id : ids_in(std::string(source))) {
      const auto one = std::ranges::find(all, id, &requirement::id);
      if (one == all.end()) continue;
      constexpr std::string_view way[]{"types", "machine", "advisory", "people"};
      if (!has(ways(*one), way[static_cast<std::size_t>(holds)]))
        found.push_back("the rule " + std::string(name) + " is held by the " +
                        std::string(way[static_cast<std::size_t>(holds)]) + ", " + id + " is not");
    }
  };
  (compare(Rules::name, Rules::source, Rules::holds), ...);
}

std::string anchor_of(std::string heading) {
  std::ranges::transform(heading, heading.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return heading;
}

std::string summary(const requirements& all) {
  std::string text = "| ID | in short | force | level | held by |\n|---|---|---|---|---|\n";
  for (const auto& one : all) {
    text += "| [" + one.id + "](#" + anchor_of(one.id) + ") | " + one.text + " | " +
            (one.force.empty() ? "house" : one.force) + " | " + one.level + " | " + joined(ways(one), ", ") + " |\n";
  }
  return text;
}

std::string links_to_errors(const std::vector<std::string>& codes) {
  std::vector<std::string> links;
  for (const auto& code : codes) links.push_back("[" + code + "](errors.md#" + code + ")");
  return joined(links, ", ");
}

std::string said_by(const requirement& one) {
  if (one.force.empty()) return "a decision of this project";
  return one.source + " (*" + one.force + "*)";
}
std::string how_held(const requirement& one) {
  std::vector<std::string> all;
  if (has(one.held, "type")) all.emplace_back("by the types");
  if (!one.codes.empty()) all.push_back("by the machine: " + links_to_errors(one.codes));
  if (!one.advisories.empty()) all.push_back("by an advisory: " + links_to_errors(one.advisories));
  if (!one.breaches.empty()) {
    all.push_back("by people: anybody may [flag](reports.md#breaches) a breach of `" + joined(one.breaches, "`, `") +
                  "`");
  } else if (has(one.held, "person")) {
    all.emplace_back("by people");
  }
  auto text = joined(all, "; ");
  if (!one.not_in_traces.empty()) text += ". No trace shows it: " + one.not_in_traces;
  return text.ends_with(".") ? text : text + ".";
}

std::string section(const requirement& one, const citations& words, const citations& cases, const citations& tests) {
  std::string text = "### " + one.id + "\n\n" + one.text + "\n\n";
  text += "- **Source**: " + said_by(one) + ".\n";
  text += "- **Held** as " + one.level + ", " + how_held(one) + "\n";
  const auto add = [&](const std::string& what, const citations& all) {
    if (const auto at = all.find(one.id); at != all.end())
      text += "- **" + what + "**: " + joined(at->second, ", ") + ".\n";
  };
  add("Words", words);
  add("Cases of the suite", cases);
  add("Tests", tests);
  return text + "\n";
}

std::string group_of(const std::string& id) { return id.substr(0, id.find_first_of("-0123456789")); }

struct page {
  std::string text;
  complaints faults;
};

page make(const fs::path& source) {
  page made;
  const auto all = read_requirements(source);
  const auto words = cited_by_words(source);
  const auto cases = cited_by_cases(source);
  const auto tests = cited_by_tests(source);

  std::set<std::string> written;
  std::istringstream prose(read(source / "docs/generators/requirements/prose.md"));
  for (std::string line; std::getline(prose, line);) {
    if (line == "{{summary}}") {
      made.text += summary(all);
    } else if (line.starts_with("{{requirements ") && line.ends_with("}}")) {
      std::istringstream groups(line.substr(15, line.size() - 17));
      std::string sections;
      for (std::string group; groups >> group;) {
        for (const auto& one : all) {
          if (group_of(one.id) == group && written.insert(one.id).second) sections += section(one, words, cases, tests);
        }
      }
      if (!sections.empty()) sections.pop_back();
      made.text += sections;
    } else {
      made.text += line + "\n";
    }
  }

  std::set<std::string> cited = cited_in_headers(source);
  for (const auto* citing : {&words, &cases, &tests}) {
    for (const auto& [id, by] : *citing) cited.insert(id);
  }
  std::vector<fs::path> pages = files_below(source / "docs", ".md");
  pages.push_back(source / "README.md");
  static const std::regex full_id("\\b[A-Z]{3}-[0-9]+\\b");
  for (const auto& path : pages) {
    const auto text = read(path);
    for (std::sregex_iterator i(text.begin(), text.end(), full_id), end; i != end; ++i) cited.insert(i->str());
  }
  for (const char* const standard : {"UTF-8", "UTF-16", "UTF-32", "RFC-4180"}) cited.erase(standard);
  for (const auto& one : all) {
    if (!written.contains(one.id)) made.faults.push_back("prose.md has no place for " + one.id);
    cited.erase(one.id);
  }
  for (const auto& id : cited)
    made.faults.push_back(id + " is cited, and tests/suite/requirements.json does not have it");
  compare_rules(balint::rule::catalogue{}, all, made.faults);
  if (tests.empty() || cases.empty()) made.faults.push_back("no test or no case cites a requirement");
  return made;
}

void compare(const std::string& committed, page& made) {
  std::istringstream has(committed);
  std::istringstream wants(made.text);
  std::string left;
  std::string right;
  do {
    if (!std::getline(has, left)) left = "(the end)";
    if (!std::getline(wants, right)) right = "(the end)";
  } while (left == right && left != "(the end)");
  if (left != right)
    made.faults.push_back(
        "docs/reference/requirements.md is not current: build the target requirements_page_write\n  it says   " + left +
        "\n  should be " + right);
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "requirements_page SOURCE_DIR check|write\n";
    return 2;
  }
  const fs::path source = values[1];
  const auto path = source / "docs/reference/requirements.md";
  auto made = make(source);
  if (what == "check") compare(read(path), made);
  for (const auto& fault : made.faults) std::cerr << fault << "\n";
  if (!made.faults.empty()) return 1;
  if (what == "write") std::ofstream(path, std::ios::binary) << made.text;
  return 0;
}
