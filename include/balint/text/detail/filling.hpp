// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Filling the sentences of the catalogue: numbers, lists, lengths of time.
#include <balint/text/catalogue.hpp>
#include <balint/text/language.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// The text of a key with its placeholders filled.
template <typename... Args>
[[nodiscard]] std::string fill(std::string_view key, language in, const Args&... args) {
  return fmt::vformat(find_phrase(key, in), fmt::make_format_args(args...));
}

/// The key for so many: `key.one` where there is one and the catalogue has it.
[[nodiscard]] inline std::string key_for(std::string_view key, std::uint64_t n) {
  std::string one(key);
  one += ".one";
  return n == 1 && !find_phrase(one).empty() ? one : std::string(key);
}

/// A number, in words up to twelve.
[[nodiscard]] inline std::string in_words(std::uint64_t n, language in) {
  const auto word = find_phrase("number." + std::to_string(n), in);
  return word.empty() ? std::to_string(n) : std::string(word);
}

/// "a", "a and b", "a, b and c"; each text once.
[[nodiscard]] inline std::string listed(const std::vector<std::string>& texts, std::string_view last, language in) {
  std::vector<std::string_view> once;
  for (const auto& text : texts) {
    bool is_there = false;
    for (const auto other : once) is_there = is_there || other == text;
    if (!is_there) once.push_back(text);
  }
  std::string all;
  for (std::size_t i = 0; i < once.size(); ++i) {
    if (i != 0) all += i + 1 == once.size() ? find_phrase(last, in) : find_phrase("word.comma", in);
    all += once[i];
  }
  return all;
}

/// People by their pseudonyms: "p1, p2 and p3".
[[nodiscard]] inline std::string people(person_set who, const pseudonyms& names, language in) {
  std::vector<std::string> ids;
  for (const auto id : who) ids.emplace_back(names(id));
  return ids.empty() ? std::string(find_phrase("word.nobody", in)) : listed(ids, "word.and", in);
}

/// A length of time in the largest unit of which there are two or more; what is left over is dropped.
[[nodiscard]] inline std::string length_in_words(time_span length, language in) {
  struct unit {
    std::string_view key;
    std::int64_t of;
  };
  constexpr unit units[]{{"length.days", 86'400'000}, {"length.hours", 3'600'000}, {"length.minutes", 60'000}};
  for (const auto& one : units) {
    if (length.milliseconds >= 2 * one.of) return fill(one.key, in, fmt::arg("n", length.milliseconds / one.of));
  }
  const bool is_short = length.milliseconds < 1000;
  return fill(is_short ? "length.milliseconds" : "length.seconds", in,
              fmt::arg("n", is_short ? length.milliseconds : length.milliseconds / 1000));
}

}  // namespace balint::detail
