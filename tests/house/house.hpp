// SPDX-License-Identifier: MIT
#pragma once
// The rules of the house as functions over a tree of files, so that each can be shown to fail on a tree in memory.
// Every function gives its complaints, one a line; none: the rule is kept.
#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// The text of each header by its path below include/, such as "balint/group/form.hpp".
using tree = std::map<std::string, std::string>;
using complaints = std::vector<std::string>;

/// Every header below a directory.
inline tree read_headers(const std::filesystem::path& include) {
  tree found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(include)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    found[entry.path().lexically_relative(include).generic_string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return found;
}

/// Calls f with every line of a text.
template <typename F>
void each_line(std::string_view text, F f) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    f(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}
inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// What a text includes, with its brackets or quotes, in order.
inline std::vector<std::string> includes_of(std::string_view text) {
  std::vector<std::string> found;
  each_line(text, [&](std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('#')) return;
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) return;
    line = trimmed(line.substr(7));
    const auto end = line.find(line.starts_with('<') ? '>' : '"', 1);
    found.emplace_back(line.substr(0, end == std::string_view::npos ? end : end + 1));
  });
  return found;
}
inline bool is_own(std::string_view include) { return include.starts_with("<balint/") && include.ends_with('>'); }
/// `<a/b.hpp>` without its brackets.
inline std::string path_in(std::string_view include) { return std::string(include.substr(1, include.size() - 2)); }

/// The folder of a header below balint/; empty for one that stands in no folder.
inline std::string folder_of(std::string_view path) {
  path.remove_prefix(std::min(path.size(), std::string_view("balint/").size()));
  const auto end = path.find('/');
  return end == std::string_view::npos ? std::string() : std::string(path.substr(0, end));
}

struct storey {
  std::string_view folder;
  int floor;
};
inline constexpr std::array<storey, 10> storeys{{{"vocabulary", 0},
                                                 {"protocol", 1},
                                                 {"group", 2},
                                                 {"session", 3},
                                                 {"conformance", 4},
                                                 {"simulation", 4},
                                                 {"text", 5},
                                                 {"log", 5},
                                                 {"journal", 5},
                                                 {"testing", 5}}};
inline constexpr int no_floor = -1;
inline constexpr int top_of_the_core = 4;

inline int floor_of(std::string_view path) {
  const auto folder = folder_of(path);
  for (const auto& one : storeys) {
    if (one.folder == folder) return one.floor;
  }
  return no_floor;
}
/// Whether a header stands in a folder of the core: floors 0 to 4.
inline bool is_core(std::string_view path) {
  const int floor = floor_of(path);
  return floor != no_floor && floor <= top_of_the_core;
}

/// A header stands on a floor, and includes its own folder and lower floors only. The version is everybody's.
inline complaints floors(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    if (path == "balint/balint.hpp" || path == "balint/version.hpp") continue;
    if (floor_of(path) == no_floor) found.push_back(path + " stands on no floor of the house");
    for (const auto& include : includes_of(text)) {
      if (!is_own(include)) continue;
      const auto target = path_in(include);
      if (target == "balint/version.hpp" || folder_of(target) == folder_of(path)) continue;
      if (floor_of(target) == no_floor || floor_of(target) >= floor_of(path))
        found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// An include of the project is an existing header in angle brackets.
inline complaints own_includes(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    for (const auto& include : includes_of(text)) {
      const bool exists = is_own(include) && headers.contains(path_in(include));
      const bool others = include.starts_with('<') && !is_own(include);
      if (!exists && !others) found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// The packages that a header may need: none in the core, on floor 5 those of its part of a folder. Whoever reads JSON
/// Lines needs no XML, and the other way round.
inline bool may_need(std::string_view path, std::string_view include) {
  struct package {
    std::string_view part, header;
  };
  static constexpr std::array<package, 10> packages{{{"text/", "<fmt/"},
                                                     {"log/jsonl", "<simdjson.h>"},
                                                     {"log/plain_line", "<simdjson.h>"},
                                                     {"log/xes_mapping_file", "<simdjson.h>"},
                                                     {"log/detail/xml", "<libxml/"},
                                                     {"log/detail/gzip", "<zlib.h>"},
                                                     {"log/gzip", "<zlib.h>"},
                                                     {"journal/", "<sqlite3.h>"},
                                                     {"testing/", "<gtest/"},
                                                     {"testing/", "<gmock/"}}};
  path.remove_prefix(std::min(path.size(), std::string_view("balint/").size()));
  return std::ranges::any_of(
      packages, [&](const package& one) { return path.starts_with(one.part) && include.starts_with(one.header); });
}

/// A header needs the standard library, C headers by their C++ names, and at most a package of its folder's own.
inline complaints packages(const tree& headers) {
  static const std::set<std::string, std::less<>> standard{"<algorithm>",
                                                           "<any>",
                                                           "<array>",
                                                           "<atomic>",
                                                           "<bit>",
                                                           "<bitset>",
                                                           "<charconv>",
                                                           "<chrono>",
                                                           "<compare>",
                                                           "<complex>",
                                                           "<concepts>",
                                                           "<coroutine>",
                                                           "<cassert>",
                                                           "<cctype>",
                                                           "<cerrno>",
                                                           "<cmath>",
                                                           "<cstddef>",
                                                           "<cstdint>",
                                                           "<cstdio>",
                                                           "<cstdlib>",
                                                           "<cstring>",
                                                           "<deque>",
                                                           "<exception>",
                                                           "<expected>",
                                                           "<filesystem>",
                                                           "<forward_list>",
                                                           "<fstream>",
                                                           "<functional>",
                                                           "<initializer_list>",
                                                           "<iomanip>",
                                                           "<ios>",
                                                           "<iosfwd>",
                                                           "<iostream>",
                                                           "<istream>",
                                                           "<iterator>",
                                                           "<limits>",
                                                           "<list>",
                                                           "<map>",
                                                           "<memory>",
                                                           "<mutex>",
                                                           "<new>",
                                                           "<numbers>",
                                                           "<numeric>",
                                                           "<optional>",
                                                           "<ostream>",
                                                           "<queue>",
                                                           "<random>",
                                                           "<ranges>",
                                                           "<ratio>",
                                                           "<regex>",
                                                           "<set>",
                                                           "<span>",
                                                           "<sstream>",
                                                           "<stack>",
                                                           "<stdexcept>",
                                                           "<string>",
                                                           "<string_view>",
                                                           "<system_error>",
                                                           "<thread>",
                                                           "<tuple>",
                                                           "<type_traits>",
                                                           "<typeinfo>",
                                                           "<unordered_map>",
                                                           "<unordered_set>",
                                                           "<utility>",
                                                           "<variant>",
                                                           "<vector>",
                                                           "<version>"};
  complaints found;
  for (const auto& [path, text] : headers) {
    for (const auto& include : includes_of(text)) {
      if (!is_own(include) && !standard.contains(include) && !may_need(path, include))
        found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// Everything that a header includes, itself and by others: paths of own headers, and the rest as written.
inline std::set<std::string> reached_from(const tree& headers, const std::string& path) {
  std::set<std::string> seen;
  std::vector<std::string> next{path};
  while (!next.empty()) {
    const auto here = next.back();
    next.pop_back();
    if (!seen.insert(here).second || !headers.contains(here)) continue;
    for (const auto& include : includes_of(headers.at(here)))
      next.push_back(is_own(include) ? path_in(include) : include);
  }
  seen.erase(path);
  return seen;
}

/// A header of the core leaves out what is dear to include or differs between libraries; chrono has one header to
/// itself. On floor 4, what `balint.hpp` leaves out may keep things in containers.
inline complaints core_is_cheap(const tree& headers) {
  static constexpr std::array<std::string_view, 9> dear{"<iostream>",   "<random>", "<chrono>",
                                                        "<functional>", "<string>", "<vector>",
                                                        "<bitset>",     "<ranges>", "<variant>"};
  static constexpr std::array<std::string_view, 5> containers{"<functional>", "<string>", "<vector>", "<bitset>",
                                                              "<variant>"};
  const auto together = reached_from(headers, "balint/balint.hpp");
  complaints found;
  for (const auto& [path, text] : headers) {
    const bool apart = floor_of(path) == top_of_the_core && !together.contains(path);
    if (!is_core(path) && path != "balint/balint.hpp" && path != "balint/version.hpp") continue;
    for (const auto& include : includes_of(text)) {
      if (include == "<chrono>" && path == "balint/vocabulary/chrono.hpp") continue;
      if (apart && std::ranges::find(containers, include) != containers.end()) continue;
      if (std::ranges::find(dear, include) != dear.end()) found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// `balint.hpp` reaches floors 0 to 3 and the judge, and no chrono.
inline complaints core_in_one_include(const tree& headers) {
  complaints found;
  for (const auto& target : reached_from(headers, "balint/balint.hpp")) {
    if (target == "<chrono>" || target == "balint/vocabulary/chrono.hpp")
      found.push_back("balint.hpp reaches " + target);
    if (!target.starts_with("balint/") || target == "balint/version.hpp") continue;
    const int floor = floor_of(target);
    if ((floor == no_floor || floor > 3) && folder_of(target) != "conformance")
      found.push_back("balint.hpp reaches " + target);
  }
  return found;
}

/// No header includes itself, directly or by others.
inline complaints no_cycle(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    for (const auto& include : includes_of(text)) {
      if (!is_own(include)) continue;
      const auto target = path_in(include);
      if (target == path || reached_from(headers, target).contains(path))
        found.push_back(path + " and " + target + " include each other");
    }
  }
  return found;
}

inline constexpr std::size_t most_lines = 500;

/// A header begins with its licence, `#pragma once` and a sentence on what it is for, and is not long.
inline complaints openings(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    std::vector<std::string> lines;
    each_line(text, [&](std::string_view line) { lines.emplace_back(line); });
    const auto line = [&](std::size_t i) { return i < lines.size() ? std::string_view(lines[i]) : std::string_view(); };
    if (line(0) != "// SPDX-License-Identifier: MIT") found.push_back(path + " does not begin with its licence");
    if (line(1) != "#pragma once") found.push_back(path + " has no #pragma once in its second line");
    std::string sentence;
    std::size_t i = 3;
    for (; line(2) == "/// @file" && line(i).starts_with("/// "); ++i) sentence += line(i).substr(3);
    if (sentence.size() < 2 || sentence.find('.') == std::string::npos)
      found.push_back(path + " has no @file sentence");
    if (lines.size() > most_lines) found.push_back(path + " has more than 500 lines");
  }
  return found;
}

/// No header opens a namespace for everybody, or one of its own for each program part.
inline complaints namespaces(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    // Blanks and line ends between the words do not matter.
    std::string words;
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!blank)
        words += c;
      else if (!words.ends_with(' '))
        words += ' ';
    }
    if (words.find("using namespace") != std::string::npos) found.push_back(path + " has a using namespace");
    if (words.find("namespace {") != std::string::npos || words.find("namespace{") != std::string::npos) {
      found.push_back(path + " has an anonymous namespace");
    }
  }
  return found;
}

/// The path below tests/ of a header's test; empty for a header that needs none.
inline std::string test_of(std::string_view path) {
  if (path == "balint/balint.hpp" || path == "balint/version.hpp" || path.find("/detail/") != std::string_view::npos)
    return {};
  path.remove_prefix(std::string_view("balint/").size());
  path.remove_suffix(path.ends_with(".hpp") ? 4 : 0);
  return std::string(path) + "_test.cpp";
}
/// Every header has its test at the same path below tests/.
inline complaints tests_mirror(const tree& headers, const std::set<std::string>& tests) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto test = test_of(path);
    if (!test.empty() && !tests.contains(test)) found.push_back(path + " has no test: tests/" + test);
  }
  return found;
}
/// Every file below a directory, by its path below it.
inline std::set<std::string> files_below(const std::filesystem::path& directory) {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) found.insert(entry.path().lexically_relative(directory).generic_string());
  }
  return found;
}

}  // namespace house
