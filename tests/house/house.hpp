// SPDX-License-Identifier: MIT
#pragma once
// The rules of the house as functions over a plan and a tree of files, so that each can be shown to fail on a tree in
// memory. Every function gives its complaints, one a line; none: the rule is kept.
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace house {

using complaints = std::vector<std::string>;

/// The headers that are in no folder: all of the core in one include, and the version.
inline bool is_loose(std::string_view path) { return path == "balint/balint.hpp" || path == "balint/version.hpp"; }

/// A header is in a folder of the plan, and includes its own folder and lower floors only, of components that its own
/// needs. The version is everybody's.
inline complaints floors(const plan& house, const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    if (is_loose(path)) continue;
    const auto* const here = house.of(path);
    if (here == nullptr) {
      found.push_back(path + " is in no folder of the plan");
      continue;
    }
    for (const auto& include : includes_of(text)) {
      if (!is_own(include) || path_in(include) == "balint/version.hpp") continue;
      const auto* const there = house.of(path_in(include));
      if (there == here) continue;
      if (there == nullptr || there->floor >= here->floor) {
        found.push_back(path + " includes " + include);
      } else if (!house.may_see(here->component, there->component)) {
        found.push_back(path + " includes " + include + ", which its component " + here->component + " does not need");
      }
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

/// A header needs the standard library, C headers by their C++ names, and at most the packages of its folder.
inline complaints packages(const plan& house, const tree& headers) {
  static const std::set<std::string, std::less<>> standard{
      "<algorithm>", "<any>", "<array>", "<atomic>", "<bit>", "<bitset>", "<charconv>", "<chrono>", "<compare>",
      "<complex>", "<concepts>", "<coroutine>", "<cassert>", "<cctype>", "<cerrno>", "<cmath>", "<cstddef>",
      "<cstdint>", "<cstdio>", "<cstdlib>", "<cstring>", "<deque>", "<exception>", "<expected>", "<filesystem>",
      "<forward_list>", "<fstream>", "<functional>", "<initializer_list>", "<iomanip>", "<ios>", "<iosfwd>",
      "<iostream>", "<istream>", "<iterator>", "<limits>", "<list>", "<map>", "<memory>", "<mutex>", "<new>",
      "<numbers>", "<numeric>", "<optional>", "<ostream>", "<queue>", "<random>", "<ranges>", "<ratio>", "<regex>",
      "<set>", "<span>", "<sstream>", "<stack>", "<stdexcept>", "<string>", "<string_view>", "<system_error>",
      "<thread>", "<tuple>", "<type_traits>", "<typeinfo>", "<unordered_map>", "<unordered_set>", "<utility>",
      "<variant>", "<vector>", "<version>"};
  const auto may_need = [&](const std::string& path, std::string_view include) {
    const auto* const here = house.of(path);
    if (here == nullptr) return false;
    return std::ranges::any_of(here->packages, [&](const std::string& package) {
      return std::ranges::any_of(house.headers_of.at(package),
                                 [&](const std::string& begin) { return include.starts_with("<" + begin); });
    });
  };
  complaints found;
  for (const auto& [path, text] : headers) {
    for (const auto& include : includes_of(text)) {
      if (!is_own(include) && !standard.contains(include) && !may_need(path, include))
        found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// The core leaves out what is dear to include or differs between libraries; chrono has one header to itself. What
/// `balint.hpp` leaves out, up to floor 5, may keep things in containers.
inline complaints core_is_cheap(const plan& house, const tree& headers) {
  static constexpr std::array<std::string_view, 9> dear{"<iostream>",   "<random>", "<chrono>",
                                                        "<functional>", "<string>", "<vector>",
                                                        "<bitset>",     "<ranges>", "<variant>"};
  static constexpr std::array<std::string_view, 5> containers{"<functional>", "<string>", "<vector>", "<bitset>",
                                                              "<variant>"};
  constexpr int top_without_packages = 5, first_apart = 4;
  const auto together = reached_from(headers, "balint/balint.hpp");
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto* const here = house.of(path);
    if (!is_loose(path) && (here == nullptr || here->floor > top_without_packages)) continue;
    const bool apart = here != nullptr && here->floor >= first_apart && !together.contains(path);
    for (const auto& include : includes_of(text)) {
      if (include == "<chrono>" && path == "balint/vocabulary/chrono.hpp") continue;
      if (apart && std::ranges::find(containers, include) != containers.end()) continue;
      if (std::ranges::find(dear, include) != dear.end()) found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// `balint.hpp` reaches the core alone, and no chrono.
inline complaints core_in_one_include(const plan& house, const tree& headers) {
  complaints found;
  for (const auto& target : reached_from(headers, "balint/balint.hpp")) {
    if (target == "<chrono>" || target == "balint/vocabulary/chrono.hpp")
      found.push_back("balint.hpp reaches " + target);
    if (!target.starts_with("balint/") || target == "balint/version.hpp") continue;
    const auto* const there = house.of(target);
    if (there == nullptr || there->component != "balint") found.push_back("balint.hpp reaches " + target);
  }
  return found;
}

inline constexpr std::size_t most_headers = 14, most_lines_of_a_folder = 1800;

/// A folder is one idea: no more headers and lines than somebody takes in. The detail/ of a folder counts by itself.
inline complaints folders(const tree& headers) {
  struct size {
    std::size_t headers = 0, lines = 0;
  };
  std::map<std::string, size> sizes;
  for (const auto& [path, text] : headers) {
    auto& one = sizes[path.substr(0, path.rfind('/'))];
    ++one.headers;
    one.lines += static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }
  complaints found;
  for (const auto& [folder, size] : sizes) {
    if (size.headers > most_headers)
      found.push_back(folder + " has " + std::to_string(size.headers) + " headers, more than " +
                      std::to_string(most_headers));
    if (size.lines > most_lines_of_a_folder)
      found.push_back(folder + " has " + std::to_string(size.lines) + " lines, more than " +
                      std::to_string(most_lines_of_a_folder));
  }
  return found;
}

/// What is in detail/ is in a namespace called detail: nothing public hides there.
inline complaints private_code(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    if (path.find("/detail/") == std::string::npos) continue;
    bool is_private = true;
    each_line(text, [&](std::string_view line) {
      if (line.starts_with("namespace ") && line.find('=') == std::string_view::npos)
        is_private = is_private && line.find("detail") != std::string_view::npos;
    });
    if (!is_private || text.find("\nnamespace ") == std::string::npos)
      found.push_back(path + " has code outside balint::detail");
  }
  return found;
}

/// The words after `friend class` or `friend struct` in a line, without namespaces and template arguments.
inline std::string befriended_in(std::string_view line) {
  line = trimmed(line);
  for (const std::string_view opening : {"friend class ", "friend struct "}) {
    if (!line.starts_with(opening)) continue;
    line.remove_prefix(opening.size());
    line = line.substr(0, line.find_first_of("<;"));
    const auto colon = line.rfind(':');
    return std::string(colon == std::string_view::npos ? line : line.substr(colon + 1));
  }
  return {};
}
/// A class befriends classes of its own folder alone: a friend is an include in disguise.
inline complaints friends(const tree& headers) {
  std::map<std::string, std::set<std::string>> folders_of;  // of each class
  for (const auto& [path, text] : headers) {
    each_line(text, [&](std::string_view line) {
      line = trimmed(line);
      for (const std::string_view opening : {"class ", "struct "}) {
        if (!line.starts_with(opening) || line.ends_with(';')) continue;
        // An attribute may come before the name.
        std::istringstream words{std::string(line.substr(opening.size(), line.find_first_of("{:", opening.size())))};
        for (std::string word; words >> word;)
          folders_of[word.substr(0, word.find('<'))].insert(plan::folder_of(path));
      }
    });
  }
  complaints found;
  for (const auto& [path, text] : headers) {
    each_line(text, [&](std::string_view line) {
      const auto name = befriended_in(line);
      if (!name.empty() && !folders_of[name].contains(plan::folder_of(path)))
        found.push_back(path + " befriends " + name + " of another folder");
    });
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

/// No header opens a namespace for everybody, or one of its own for each program part. A declaration may open its words:
/// what is declared in protocols/ has a namespace of its own.
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
    constexpr std::string_view opening = "using namespace ";
    constexpr std::string_view words_of_declarations = "using namespace declare;";
    std::string_view rest = words;
    while (path.starts_with("balint/protocols/") && rest.find(words_of_declarations) != rest.npos &&
           rest.find(opening) == rest.find(words_of_declarations)) {
      rest.remove_prefix(rest.find(opening) + words_of_declarations.size());
    }
    if (rest.find(opening) != rest.npos) found.push_back(path + " has a using namespace");
    if (words.find("namespace {") != std::string::npos || words.find("namespace{") != std::string::npos) {
      found.push_back(path + " has an anonymous namespace");
    }
  }
  return found;
}

/// The path below tests/ of a header's test; empty for a header that needs none.
inline std::string test_of(std::string_view path) {
  if (is_loose(path)) return {};
  path.remove_prefix(std::string_view("balint/").size());
  path.remove_suffix(path.ends_with(".hpp") ? 4 : 0);
  return std::string(path) + "_test.cpp";
}
/// Every header has its test at the same path below tests/, those in detail/ too.
inline complaints tests_mirror(const tree& headers, const std::set<std::string>& tests) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto test = test_of(path);
    if (!test.empty() && !tests.contains(test)) found.push_back(path + " has no test: tests/" + test);
  }
  return found;
}

}  // namespace house
