// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The known word that a misspelt one most likely stands for.
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// How many letters have to be put in, taken out or replaced to make one word of another (Levenshtein).
[[nodiscard]] inline std::size_t distance_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t corner = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const auto replaced = corner + (a[i] == b[k] ? 0U : 1U);
      corner = row[k + 1];
      row[k + 1] = (std::min)({replaced, row[k] + 1, corner + 1});
    }
  }
  return row.back();
}

/// The nearest of some words, if a third of its letters or less would have to change; empty where there is none.
[[nodiscard]] inline std::string nearest_of(std::string_view given, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;  // what is longer is no word that anybody misspelt
  std::string nearest;
  std::size_t least = longest;
  if (given.size() > longest) return nearest;
  for (const auto& one : known) {
    const auto changes = distance_between(given, one);
    if (changes < least && changes * 3 <= (std::max)(one.size(), std::size_t{3})) {
      nearest = one;
      least = changes;
    }
  }
  return nearest;
}

}  // namespace balint::detail
