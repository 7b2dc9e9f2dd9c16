// SPDX-License-Identifier: MIT
#pragma once
// What headers include, and the rules on it: floors, packages, the core, no cycles.
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// What a text includes, with its brackets or quotes, in order.
inline std::vector<std::string> includes_of(std::string_view text) {
  std::vector<std::string> found;
  for (auto line : lines_of(text)) {
    line = trimmed(line);
    if (!line.starts_with('#')) continue;
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) continue;
    line = trimmed(line.substr(7));
    const auto end = line.find(line.starts_with('<') ? '>' : '"', 1);
    found.emplace_back(line.substr(0, end == std::string_view::npos ? end : end + 1));
  }
  return found;
}
inline bool is_own(std::string_view include) { return include.starts_with("<balint/") && include.ends_with('>'); }
/// `<a/b.hpp>` without its brackets.
inline std::string path_in(std::string_view include) { return std::string(include.substr(1, include.size() - 2)); }

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

/// Whether an include is one of the standard library, C headers by their C++ names.
inline bool is_standard(std::string_view include) {
  static const auto names = words_of(
      "algorithm any array atomic bit bitset cassert cctype cerrno charconv chrono cmath compare complex "
      "concepts coroutine cstddef cstdint cstdio cstdlib cstring deque exception expected filesystem "
      "forward_list fstream functional initializer_list iomanip ios iosfwd iostream istream iterator "
      "limits list map memory mutex new numbers numeric optional ostream queue random ranges ratio regex "
      "set span sstream stack stdexcept string string_view system_error thread tuple type_traits typeinfo "
      "unordered_map unordered_set utility variant vector version");
  return include.starts_with('<') && std::ranges::find(names, path_in(include)) != names.end();
}
/// A header needs the standard library and at most the packages of its folder.
inline complaints packages(const plan& house, const tree& headers) {
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
      if (!is_own(include) && !is_standard(include) && !may_need(path, include))
        found.push_back(path + " includes " + include);
    }
  }
  return found;
}

/// The core leaves out what is dear to include or differs between libraries; chrono has one header to itself. So do
/// repairs and monitors, which may keep things in containers, as may what `balint.hpp` leaves out of the core.
inline complaints core_is_cheap(const plan& house, const tree& headers) {
  static constexpr std::array<std::string_view, 9> dear{"<iostream>",   "<random>", "<chrono>",
                                                        "<functional>", "<string>", "<vector>",
                                                        "<bitset>",     "<ranges>", "<variant>"};
  static constexpr std::array<std::string_view, 5> containers{"<functional>", "<string>", "<vector>", "<bitset>",
                                                              "<variant>"};
  static constexpr std::array<std::string_view, 3> cheap{"balint", "alignment", "monitoring"};
  constexpr int first_apart = 4;
  const auto together = reached_from(headers, "balint/balint.hpp");
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto* const here = house.of(path);
    const bool is_cheap = here != nullptr && std::ranges::find(cheap, here->component) != cheap.end();
    if (!is_loose(path) && !is_cheap) continue;
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

}  // namespace house
