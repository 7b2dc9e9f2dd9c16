// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The parts of sentences about words that are not known.
#include <balint/group/person.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// The words of a list that owns them.
template <typename Words>
[[nodiscard]] std::vector<std::string> owned(const Words& words) {
  return {std::begin(words), std::end(words)};
}

/// A word between quotes. Free text may be content and is not shown. @source RUL-3
[[nodiscard]] inline std::string quoted(std::string_view word) {
  return is_pseudonym(word) ? "\"" + std::string(word) + "\"" : "a text that is no word";
}

/// Words in a row: `anna, boris, lead`.
[[nodiscard]] inline std::string in_a_row(const std::vector<std::string>& words) {
  std::string row;
  for (const auto& one : words) row.append(row.empty() ? "" : ", ").append(one);
  return row;
}

/// What a message adds about what is known: the nearest word, or all of them if there is none near.
[[nodiscard]] inline std::string hint(std::string_view nearest, const std::vector<std::string>& known) {
  if (!nearest.empty()) return "; the nearest is \"" + std::string(nearest) + "\"";
  return known.empty() ? std::string() : "; known: " + in_a_row(known);
}

}  // namespace balint::detail
