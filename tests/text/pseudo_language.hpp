// SPDX-License-Identifier: MIT
#pragma once
/// A complete third language, made of the catalogue: every letter outside of placeholders is another one, so that what
/// is left in a text of the letters A to Z was said in English.
#include <balint/text/catalogue.hpp>
#include <balint/text/check_wording.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pseudo_language {

inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A text with other letters, its placeholders apart.
inline std::string translated(std::string_view text) {
  std::string made;
  bool is_inside = false;
  for (const char c : text) {
    is_inside = (is_inside || c == '{') && c != '}';
    if (is_inside || !is_letter(c)) {
      made += c;
    } else {
      made += "\xC3";
      made += static_cast<char>(0xA0 + (c | 0x20) - 'a');
    }
  }
  return made;
}

/// Answers every key of the catalogue, and names of a protocol that the catalogue does not have.
class words {
 public:
  explicit words(bool has_every_placeholder = false) {
    for (const auto& row : balint::catalogue) {
      auto text = translated(row.in[0]);
      if (has_every_placeholder) {
        for (const auto name : balint::placeholders_of(row.key)) text.append("{").append(name).append("}");
      }
      texts_.emplace(row.key, text);
    }
  }
  template <balint::protocol P>
  void add_words_of() {
    for (const auto& key : balint::keys_of_words<P>()) texts_.emplace(key, translated(key.substr(key.find('.') + 1)));
  }
  std::optional<std::string_view> operator()(std::string_view key) const {
    const auto at = texts_.find(key);
    if (at == texts_.end()) return {};
    return at->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

/// What of a text is said in English; names of people are digits.
inline std::string english_in(std::string_view text) {
  std::string left;
  for (const char c : text) {
    if (is_letter(c)) left += c;
  }
  return left.empty() ? left : std::string(text);
}

}  // namespace pseudo_language
