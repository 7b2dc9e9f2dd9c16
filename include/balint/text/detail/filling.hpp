// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Filling the sentences of the catalogue: numbers, lists, lengths of time.
#include <balint/text/catalogue.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// Where a text of your own does not fit: a placeholder that it cannot be filled with, or a brace of none. Empty: it
/// fits.
[[nodiscard]] inline std::string_view misfit(std::string_view text, std::span<const std::string_view> known) {
  for (std::size_t at = text.find_first_of("{}"); at < text.size(); at = text.find_first_of("{}", at)) {
    if (text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}") {
      at += 2;
      continue;
    }
    const auto end = text.find('}', at);
    if (text[at] == '}' || end == std::string_view::npos) return text.substr(at, 1);
    const auto name = text.substr(at + 1, end - at - 1);
    bool is_known = false;
    for (const auto one : known) is_known = is_known || one == name;
    if (!is_known) return text.substr(at, end - at + 1);
    at = end + 1;
  }
  return {};
}
/// That a text of your own does not fit, in place of the text: nothing else can be said then.
[[nodiscard]] inline std::string misfit_message(std::string_view key, std::string_view at) {
  std::string said = "[balint: the text of '";
  said += key;
  said += "' does not fit: it has no ";
  said += at;
  return said += ']';
}

/// The text of a key with its placeholders filled, which fmt 11.1 asks for as variables. A text of your own that does
/// not fit is reported.
template <typename... Args>
[[nodiscard]] std::string fill(std::string_view key, const wording& in, Args... args) {
  const auto own = in.own(key);
  if (!own) return fmt::vformat(find_phrase(key, in.otherwise()), fmt::make_format_args(args...));
  const std::array<std::string_view, sizeof...(Args)> known{args.name...};
  if (const auto at = misfit(*own, known); !at.empty()) return misfit_message(key, at);
  return fmt::vformat(*own, fmt::make_format_args(args...));
}

/// The key for so many: with the ending of their form, where words of your own have that, or the catalogue has it and
/// there are no words of your own for it; else the key itself.
[[nodiscard]] inline std::string key_for(std::string_view key, std::uint64_t n, const wording& in = {}) {
  const auto form = in.form(n);
  if (form.empty()) return std::string(key);
  std::string formed(key);
  formed += '.';
  formed += form;
  return in.own(formed) || (!in.own(key) && !find_phrase(formed, in.otherwise()).empty()) ? formed : std::string(key);
}
/// A person as a message names them.
[[nodiscard]] inline std::string_view named(person_id who, const pseudonyms& names, const wording& in) {
  return who.index >= names.ids.size() && names.outsider.empty() ? in("word.somebody") : names(who);
}

/// A number, in words up to twelve.
[[nodiscard]] inline std::string in_words(std::uint64_t n, const wording& in) {
  const auto word = in("number." + std::to_string(n));
  return word.empty() ? std::to_string(n) : std::string(word);
}

/// "a", "a and b", "a, b and c"; each text once.
[[nodiscard]] inline std::string listed(const std::vector<std::string>& texts, std::string_view last,
                                        const wording& in) {
  std::vector<std::string_view> once;
  for (const auto& text : texts) {
    bool is_there = false;
    for (const auto other : once) is_there = is_there || other == text;
    if (!is_there) once.push_back(text);
  }
  std::string all;
  for (std::size_t i = 0; i < once.size(); ++i) {
    if (i != 0) all += i + 1 == once.size() ? in(last) : in("word.comma");
    all += once[i];
  }
  return all;
}

/// People by their pseudonyms: "p1, p2 and p3".
[[nodiscard]] inline std::string people(person_set who, const pseudonyms& names, const wording& in) {
  std::vector<std::string> ids;
  for (const auto id : who) ids.emplace_back(named(id, names, in));
  return ids.empty() ? std::string(in("word.nobody")) : listed(ids, "word.and", in);
}

/// A length of time in the largest unit of which there are two or more; what is left over is dropped.
[[nodiscard]] inline std::string length_in_words(time_span length, const wording& in) {
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
