// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The catalogue: every text that a person reads, one row each, one column for each language.
#include <balint/text/detail/sentences.hpp>
#include <balint/text/detail/words.hpp>
#include <balint/text/language.hpp>
#include <balint/text/phrase.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace balint {

/// The texts, by key. Placeholders in braces are the same in every language. A key that ends in `.one` is for one of
/// them.
inline constexpr auto catalogue = [] {
  std::array<phrase, std::size(detail::all_sentences) + std::size(detail::all_words)> all{};
  auto behind = std::copy(std::begin(detail::all_sentences), std::end(detail::all_sentences), all.begin());
  std::copy(std::begin(detail::all_words), std::end(detail::all_words), behind);
  std::sort(all.begin(), all.end(), [](const phrase& a, const phrase& b) { return a.key < b.key; });
  return all;
}();

/// The text of a key, or an empty one if the catalogue has none.
[[nodiscard]] constexpr std::string_view find_phrase(std::string_view key, language in = language::english) noexcept {
  const auto at = std::lower_bound(catalogue.begin(), catalogue.end(), key,
                                   [](const phrase& row, std::string_view wanted) { return row.key < wanted; });
  return at != catalogue.end() && at->key == key ? at->in[static_cast<std::size_t>(in)] : std::string_view();
}

}  // namespace balint
