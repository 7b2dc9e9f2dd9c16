// SPDX-License-Identifier: MIT
#pragma once
// C++ as the words and signs it is made of, without comments and preprocessor lines.
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace house {

/// A word, a sign or a literal, and its line, from 1. `::` and `->` are one sign each, every other sign is one
/// character.
struct token {
  std::string_view text;
  std::size_t line = 1;
};

inline bool is_of_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// How long the token is that a text begins with; comments and preprocessor lines are tokens here.
inline std::size_t length_of_first(std::string_view text) {
  const auto up_to = [text](std::string_view end, std::size_t from) {
    const auto at = text.find(end, from);
    return at == std::string_view::npos ? text.size() : at + end.size();
  };
  if (text.starts_with("//")) return std::min(text.find('\n'), text.size());
  if (text.starts_with("/*")) return up_to("*/", 2);
  if (text.starts_with("::") || text.starts_with("->")) return 2;
  if (text.starts_with("R\"")) {
    const auto open = std::min(text.find('('), text.size());
    return up_to(text.substr(2, open - 2), up_to(")", open)) + 1;
  }
  if (text.front() == '#') {
    auto end = text.find('\n');
    while (end != std::string_view::npos && text[end - 1] == '\\') end = text.find('\n', end + 1);
    return std::min(end, text.size());
  }
  if (text.front() == '"' || text.front() == '\'') {
    std::size_t end = 1;
    while (end < text.size() && text[end] != text.front()) end += text[end] == '\\' ? 2U : 1U;
    return std::min(end + 1, text.size());
  }
  // 1'000 is one number.
  const bool is_number = std::isdigit(static_cast<unsigned char>(text.front())) != 0;
  std::size_t end = 0;
  while (end < text.size() && (is_of_a_word(text[end]) || (is_number && text[end] == '\''))) ++end;
  return std::max<std::size_t>(end, 1);
}

inline std::vector<token> tokens_of(std::string_view text) {
  std::vector<token> found;
  std::size_t line = 1;
  while (!text.empty()) {
    const auto one = text.substr(0, length_of_first(text));
    const bool is_blank = std::isspace(static_cast<unsigned char>(one.front())) != 0;
    if (!is_blank && !one.starts_with("//") && !one.starts_with("/*") && !one.starts_with('#'))
      found.push_back({one, line});
    line += static_cast<std::size_t>(std::ranges::count(one, '\n'));
    text.remove_prefix(one.size());
  }
  return found;
}

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, text) != all.end();
}
/// Whether tokens are there one after the other.
inline bool has_sequence(const std::vector<token>& tokens, std::initializer_list<std::string_view> wanted) {
  return !std::ranges::search(tokens, wanted, {}, &token::text).empty();
}
inline bool is_class_key(std::string_view text) { return is_one_of(text, {"class", "struct", "union"}); }

}  // namespace house
