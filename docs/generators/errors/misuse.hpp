// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A file of tests/compile_fail: its broken code, its corrected code, and what a compiler says about it.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <sys/wait.h>

namespace errors_page {

/// A file's text; empty if there is none.
inline std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The text's lines, without their ends.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A misuse and its corrected twin.
struct misuse {
  std::string section;   ///< The section it belongs to.
  std::string computed;  ///< The whole message of a compiler that computes messages, where the file states it.
  std::string broken;    ///< The code that does not compile.
  std::string fixed;     ///< The code that does.
};

/// Reads a misuse: the code is what follows the using-directives, once with MISUSE defined and once without.
inline misuse read_misuse(const std::string& path) {
  misuse all;
  enum { before, both, only_broken, only_fixed } where = before;
  const auto after = [](const std::string& line, std::string_view head) {
    return line.starts_with(head) ? line.substr(head.size()) : std::string();
  };
  for (const auto& line : lines_of(read(path))) {
    if (const auto value = after(line, "// section: "); !value.empty()) all.section = value;
    if (const auto value = after(line, "// expect-computed: "); !value.empty()) all.computed = value;
    if (line.starts_with("using namespace ")) {
      where = both;
    } else if (line == "#ifdef MISUSE") {
      where = only_broken;
    } else if (line == "#ifndef MISUSE") {
      where = only_fixed;
    } else if (line == "#else") {
      where = only_fixed;
    } else if (line == "#endif") {
      where = both;
    } else if (where != before) {
      if (where != only_fixed && !(all.broken.empty() && line.empty())) all.broken += line + "\n";
      if (where != only_broken && !(all.fixed.empty() && line.empty())) all.fixed += line + "\n";
    }
  }
  return all;
}

/// A compiler whose words the page shows.
struct compiler {
  std::string_view name;      ///< As the page calls it.
  std::string_view no_quote;  ///< Its option not to quote source lines.
  std::string command{};      ///< How it is run; empty: it is not there, and its words are left out.
};

/// What a compiler says about a misuse, without the source lines it quotes, without line numbers and counts. Empty if
/// it compiles or does not start.
inline std::string ask(const compiler& one, const std::string& source, const std::string& file) {
  const auto command = "cd '" + source + "' && LC_ALL=C " + one.command + " -std=c++23 -fsyntax-only -Iinclude " +
                       std::string(one.no_quote) + " -fdiagnostics-color=never -DMISUSE " + file + " 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {};
  std::string said;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
  const int status = pclose(pipe);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 1) return {};
  said = std::regex_replace(said, std::regex("(\\.[ch]pp):[0-9]+(:[0-9]+)?"), "$1");
  said = std::regex_replace(said, std::regex("[0-9]+ errors? generated\\.\n"), "");
  return said;
}

}  // namespace errors_page
