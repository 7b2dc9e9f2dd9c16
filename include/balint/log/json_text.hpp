// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A text as JSON writes it.
#include <balint/log/plain_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace balint {

/// A text as JSON writes it, quotes included. Controls are escaped, those beyond ASCII too, as there are readers that
/// end a line at them; a byte that is no character becomes U+FFFD.
[[nodiscard]] inline std::string to_json(std::string_view text) {
  std::string out = "\"";
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto [value, bytes] = first_character(text);
    if (bytes == 0) {
      out += no_character;
    } else if (is_control(value)) {
      out += escaped(value);
    } else {
      if (value == U'"' || value == U'\\') out += '\\';
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out += '"';
}

}  // namespace balint
