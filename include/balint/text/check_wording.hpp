// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether words of your own are complete and fit, before anybody reads them.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/base_name.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/text/catalogue.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// What is the matter with words of your own for one key.
struct wording_fault {
  /// The key.
  std::string key;
  /// What does not fit: a placeholder that the text of this key is never filled with, or a brace that is none. Empty:
  /// there is no text.
  std::string misfit;

  friend bool operator==(const wording_fault&, const wording_fault&) = default;
};

/// A fault in one English sentence, for those who write the words.
[[nodiscard]] inline std::string message(const wording_fault& fault) {
  if (fault.misfit.empty()) return "'" + fault.key + "' has no text";
  return "the text of '" + fault.key + "' does not fit: it has no " + fault.misfit;
}

namespace detail {

/// Which family of sentences a key is of: those of one family are filled with the same. Empty: the key is by itself.
[[nodiscard]] constexpr std::string_view family_of(std::string_view key) noexcept {
  constexpr std::string_view families[][2]{{"finding.", "finding."},   {"refusal.", "finding."}, {"you.", "you."},
                                           {"advisory.", "advisory."}, {"open.", "open."},       {"before.", "open."},
                                           {"missing", "missing"},     {"choice", "choice"}};
  if (key.starts_with("finding.wrong_stage.again")) return {};
  for (const auto& [begin, family] : families) {
    if (key.starts_with(begin)) return family;
  }
  return {};
}
/// Adds the placeholders of a text that are not there yet.
inline void add_placeholders(std::string_view text, std::vector<std::string_view>& known) {
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto name = text.substr(at + 1, text.find('}', at) - at - 1);
    if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
  }
}

}  // namespace detail

/// The placeholders that the text of a key can have: those of the catalogue's sentences that are filled with the same,
/// be they said of one or of many.
[[nodiscard]] inline std::vector<std::string_view> placeholders_of(std::string_view key) {
  std::vector<std::string_view> known;
  const auto family = detail::family_of(key);
  detail::add_placeholders(find_phrase(key), known);
  if (key.ends_with(".one")) detail::add_placeholders(find_phrase(key.substr(0, key.size() - 4)), known);
  for (const auto& row : catalogue) {
    if (!family.empty() && detail::family_of(row.key) == family) detail::add_placeholders(row.in[0], known);
  }
  std::sort(known.begin(), known.end());
  return known;
}

/// The keys of words that protocol P has and the catalogue may not: its acts, stages, roles, rules and its name.
template <protocol P>
[[nodiscard]] std::vector<std::string> keys_of_words() {
  std::vector<std::string> keys{"protocol." + std::string(P::name)};
  const auto add = [&keys](std::string_view kind, std::string_view name) {
    keys.push_back(std::string(kind) + "." + std::string(name));
  };
  for (const auto name : P::order::names) add("stage", name);
  for (const auto name : rules_of<P>::names) add("rule", name);
  for (std::uint8_t base = 0; base <= P::offices::size; ++base) {
    for (const auto* kind : {"role", "roles", "is"}) add(kind, detail::base_name<P>(base));
  }
  for (std::uint16_t i = 0; i < act_count<P>; ++i) {
    for (const auto* kind : {"act", "doing", "can"}) add(kind, name_of<P>(act_id<P>{i}));
    if (is_act_of_a_stage<P>({i})) add("acts", name_of<P>(act_id<P>{i}));
  }
  return keys;
}

/// What is the matter with words of your own: keys of the catalogue without a text, and texts that do not fit. A text
/// that does not fit is never put into a message: the message says so instead.
[[nodiscard]] inline std::vector<wording_fault> check_wording(const wording& words) {
  std::vector<wording_fault> faults;
  for (const auto& row : catalogue) {
    const auto mine = words.own(row.key);
    const auto at = mine ? detail::misfit(*mine, placeholders_of(row.key)) : std::string_view();
    if (!mine || !at.empty()) faults.push_back({std::string(row.key), std::string(at)});
  }
  return faults;
}
/// The same, with the words of a protocol of your own.
template <protocol P>
[[nodiscard]] std::vector<wording_fault> check_wording(const wording& words) {
  auto faults = check_wording(words);
  for (const auto& key : keys_of_words<P>()) {
    if (find_phrase(key).empty() && !words.own(key)) faults.push_back({key, {}});
  }
  return faults;
}

}  // namespace balint
