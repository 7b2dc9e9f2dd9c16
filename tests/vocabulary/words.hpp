// SPDX-License-Identifier: MIT
#pragma once
// What every list of words is held to: a word is named like its type, has a name of its own, and states a source.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace words {

/// The identifier of a type, without its namespaces, as the compiler spells it.
template <typename T>
constexpr std::string_view identifier_of() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  return text.substr(text.rfind(':') + 1);
}

template <typename... Words>
struct list {
  static constexpr std::array<std::string_view, sizeof...(Words)> names{Words::name...};
  /// The same list with more words behind.
  template <typename... More>
  using with = list<Words..., More...>;

  /// No two words have one name.
  static constexpr bool have_own_names() {
    auto sorted = names;
    std::ranges::sort(sorted);
    return std::ranges::adjacent_find(sorted) == sorted.end();
  }
  /// Every word is named like its type.
  static constexpr bool are_named_like_their_types() { return ((Words::name == identifier_of<Words>()) && ...); }
  /// Every word is an empty type nobody derives from, so that it costs nothing and prints by name.
  static constexpr bool are_empty_types() { return ((std::is_empty_v<Words> && std::is_final_v<Words>) && ...); }
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a text is one requirement ID: three capitals, a hyphen, a number.
constexpr bool is_requirement(std::string_view text) {
  if (text.size() < 5 || text[3] != '-') return false;
  return std::ranges::all_of(text.substr(0, 3), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::ranges::all_of(text.substr(4), is_digit);
}

/// Whether a text is a source: requirement IDs joined by a slash, a section of the field study, or "house".
constexpr bool is_source(std::string_view text) {
  if (text == "house" || text == "domain 3.1" || text == "domain 3.2") return true;
  for (auto slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/')) {
    if (!is_requirement(text.substr(0, slash))) return false;
    text.remove_prefix(slash + 1);
  }
  return is_requirement(text);
}

template <typename... Words>
constexpr bool have_sources(list<Words...>) {
  return (is_source(Words::source) && ...);
}

static_assert(is_source("STG-10") && is_source("STG-1/STG-4") && !is_source("") && !is_source("STG") &&
              !is_source("STG-") && !is_source("stg-1") && !is_source("STG-1/") && !is_source("STG-1x"));

}  // namespace words
