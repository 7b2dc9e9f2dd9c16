// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Looking things up in settings, and what is said where a name is not found.
#include "value.hpp"

#include <balint/words/detail/nearest.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

/// A hint at the name that was most likely meant; nothing where none is near.
[[nodiscard]] inline std::string near_hint(std::string_view given, const std::vector<std::string>& known) {
  const auto nearest = balint::detail::nearest_of(given, known);
  return nearest.empty() ? "" : fmt::format("; did you mean {}?", nearest);
}
/// The same, or a hint at all that there are.
[[nodiscard]] inline std::string hint(std::string_view given, const std::vector<std::string>& known) {
  if (auto nearest = near_hint(given, known); !nearest.empty()) return nearest;
  std::string all;
  for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
  return "; there are " + all;
}

/// A part of settings by name, in the order in which it was given; the command line counts last.
[[nodiscard]] inline std::vector<std::pair<std::string, const setting*>> in_order(const settings& all,
                                                                                  std::string_view before) {
  std::vector<std::pair<std::string, const setting*>> found;
  for (auto at = all.lower_bound(before); at != all.end() && at->first.starts_with(before); ++at)
    found.emplace_back(at->first.substr(before.size()), &at->second);
  std::ranges::sort(found, {}, [](const auto& one) {
    const auto& [line, column] = std::pair(one.second->where.line, one.second->where.column);
    return std::tuple(line == 0 ? std::numeric_limits<std::uint32_t>::max() : line, column,
                      std::string_view(one.first));
  });
  return found;
}
