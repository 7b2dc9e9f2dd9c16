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
#include <string>
#include <string_view>

namespace balint {

/// The texts, by key. Placeholders in braces are the same in every language. A key that ends in `.one` is said of one.
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

/// A word as a person reads it: `say("act", "tell_story")`. A word of your own reads as its name with spaces.
[[nodiscard]] inline std::string say(std::string_view kind, std::string_view name, language in = language::english) {
  std::string key(kind);
  key += '.';
  key += name;
  if (const auto text = find_phrase(key, in); !text.empty()) return std::string(text);
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace balint
