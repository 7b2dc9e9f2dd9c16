// SPDX-License-Identifier: MIT
// Makes docs/reference/errors.md from prose.md, the misuses of tests/compile_fail, the words of two compilers and the
// session's refusals.
//
//   errors_page SOURCE_DIR write gcc=COMMAND clang=COMMAND     writes docs/reference/errors.md
//   errors_page SOURCE_DIR check [gcc=COMMAND] [clang=COMMAND]  fails if docs/reference/errors.md differs from what
//   would
//                                                               be written; leaves out a compiler that is not named
#include "misuse.hpp"
#include "run_time.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace errors_page;

constexpr std::string_view output_fence = "```console";

struct page {
  std::string text;
  std::vector<std::string> faults;
};

std::string fenced(std::string_view fence, const std::string& text) {
  return std::string(fence) + "\n" + text + "```\n";
}

std::string says(const compiler& one) { return std::string(one.name) + " says:"; }

std::string show_misuse(const std::string& source, const std::vector<compiler>& compilers, const std::string& name,
                        std::string_view section, page& made) {
  const std::string file = "tests/compile_fail/" + name + ".cpp";
  const auto found = read_misuse(source + "/" + file);
  if (found.broken.empty()) made.faults.push_back(file + " holds no code");
  if (found.section != section) made.faults.push_back(file + " is in the section " + std::string(section));
  std::string text =
      "Does not compile:\n\n" + fenced("```cpp", found.broken) + "\nCompiles:\n\n" + fenced("```cpp", found.fixed);
  for (const auto& one : compilers) {
    const auto said = one.command.empty() ? std::string() : ask(one, source, file);
    if (!one.command.empty() && said.find("[" + std::string(section) + "]") == std::string::npos) {
      made.faults.push_back(file + ": " + std::string(one.name) + " does not say it");
    }
    text += "\n" + says(one) + "\n\n" + fenced(output_fence, said);
  }
  if (!found.computed.empty()) text += "\nA computed message says:\n\n" + fenced("```text", found.computed + "\n");
  return text;
}

/// The sections of a page, in order: a `## ` heading begins a group, a `### ` heading a section.
struct group {
  std::string heading;
  std::vector<std::string> codes;
};
std::vector<group> groups_of(const std::vector<std::string>& lines) {
  std::vector<group> groups;
  for (const auto& line : lines) {
    if (line.starts_with("## ")) groups.push_back({line.substr(3), {}});
    if (line.starts_with("### ") && !groups.empty()) groups.back().codes.push_back(line.substr(4));
  }
  return groups;
}
std::string index_of(const std::vector<group>& groups) {
  std::string text;
  for (const auto& one : groups) {
    text += "- " + one.heading + ":";
    for (const auto& code : one.codes)
      text += "\n  [" + code + "](#" + code + ")" + (&code == &one.codes.back() ? "" : ",");
    text += "\n";
  }
  return text;
}

page make(const std::string& source, const std::vector<compiler>& compilers) {
  page made;
  const auto said = provoke();
  if (said.contains("?")) made.faults.push_back(said.at("?"));
  const auto lines = lines_of(read(source + "/docs/generators/errors/prose.md"));
  std::string section;
  for (const auto& line : lines) {
    if (line.starts_with("### ")) section = line.substr(4);
    if (line == "{{index}}") {
      made.text += index_of(groups_of(lines));
    } else if (line == "{{example}}") {
      const auto example = said.find(section);
      if (example == said.end()) made.faults.push_back("nothing provokes " + section);
      if (example != said.end()) made.text += fenced("```text", example->second);
    } else if (line.starts_with("{{misuse ") && line.ends_with("}}")) {
      made.text += show_misuse(source, compilers, line.substr(9, line.size() - 11), section, made);
    } else if (line.starts_with("{{")) {
      made.faults.push_back("nobody knows " + line);
    } else {
      made.text += line + "\n";
    }
  }
  return made;
}

/// The codes in brackets at the end of the messages in the headers.
std::set<std::string> sections_in_headers(const std::string& source) {
  std::set<std::string> found;
  const std::regex message("\\[([a-z_]+)\\]\"");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source + "/include/balint")) {
    if (entry.path().extension() != ".hpp") continue;
    const auto text = read(entry.path().string());
    for (std::sregex_iterator i(text.begin(), text.end(), message), end; i != end; ++i) found.insert((*i)[1]);
  }
  return found;
}

/// Every code has one section, and every section's code exists.
void compare_codes(const std::string& source, page& made) {
  auto codes = sections_in_headers(source);
  for (const auto name : balint::detail::code_names) codes.emplace(name);
  for (const auto name : balint::detail::advisory_names) codes.emplace(name);
  std::set<std::string> sections;
  for (const auto& one : groups_of(lines_of(made.text))) {
    for (const auto& code : one.codes) {
      if (!sections.insert(code).second) made.faults.push_back("two sections: " + code);
      if (!codes.contains(code)) made.faults.push_back("no such code: " + code);
    }
  }
  for (const auto& code : codes) {
    if (!sections.contains(code)) made.faults.push_back("no section: " + code);
  }
}

/// The lines of a text without the words of the compilers that are not there.
std::vector<std::string> comparable(const std::string& text, const std::vector<compiler>& compilers) {
  std::vector<std::string> kept;
  bool is_left_out = false;
  bool inside = false;
  for (const auto& line : lines_of(text)) {
    for (const auto& one : compilers) {
      if (line == says(one)) is_left_out = one.command.empty();
    }
    if (line == "```") inside = false;
    if (!inside || !is_left_out) kept.push_back(line);
    if (line == output_fence) inside = true;
  }
  return kept;
}

void compare_pages(const std::string& made_text, const std::string& committed, const std::vector<compiler>& compilers,
                   page& made) {
  const auto wanted = comparable(made_text, compilers);
  const auto there = comparable(committed, compilers);
  for (std::size_t i = 0; i < wanted.size() || i < there.size(); ++i) {
    const std::string left = i < there.size() ? there[i] : "(the end)";
    const std::string right = i < wanted.size() ? wanted[i] : "(the end)";
    if (left == right) continue;
    made.faults.push_back("docs/reference/errors.md is not current: build the target errors_page_write\n  it says   " +
                          left + "\n  should be " + right);
    return;
  }
}

}  // namespace

int main(int count, char** values) {
  std::vector<compiler> compilers{{"g++ 12", "-fno-diagnostics-show-caret"}, {"clang 19", "-fno-caret-diagnostics"}};
  const std::vector<std::string> arguments(values + 1, values + count);
  for (const auto& argument : arguments) {
    if (argument.starts_with("gcc=")) compilers[0].command = argument.substr(4);
    if (argument.starts_with("clang=")) compilers[1].command = argument.substr(6);
  }
  const bool writes = arguments.size() > 1 && arguments[1] == "write";
  const bool checks = arguments.size() > 1 && arguments[1] == "check";
  if ((!writes && !checks) || (writes && (compilers[0].command.empty() || compilers[1].command.empty()))) {
    std::cerr << "errors_page SOURCE_DIR check [gcc=COMMAND] [clang=COMMAND]\n"
                 "errors_page SOURCE_DIR write gcc=COMMAND clang=COMMAND\n";
    return 2;
  }
  const auto& source = arguments[0];
  const std::string path = source + "/docs/reference/errors.md";

  auto made = make(source, compilers);
  compare_codes(source, made);
  if (checks) compare_pages(made.text, read(path), compilers, made);
  for (const auto& fault : made.faults) std::cerr << fault << "\n";
  if (!made.faults.empty()) return 1;
  if (writes) std::ofstream(path, std::ios::binary) << made.text;
  return 0;
}
