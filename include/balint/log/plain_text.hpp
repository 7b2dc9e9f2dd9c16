// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Texts from outside, such as names of files, as an output may show them: in UTF-8 and on one line, whatever they are.
#include <cstddef>
#include <string>
#include <string_view>

namespace balint {

/// A character of a text in UTF-8.
struct character {
  /// Its number in Unicode.
  char32_t value = 0;
  /// How many bytes it has; 0: the text begins with none.
  std::size_t bytes = 0;
};

/// The character that a text begins with. Bytes that are not UTF-8 are none: surrogates, and forms longer than needed.
[[nodiscard]] constexpr character first_character(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), text.empty() ? std::size_t{0} : std::size_t{1}};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  constexpr char32_t least[]{0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value < least[size] || is_surrogate || value > 0x10FFFF ? character{} : character{value, size};
}

/// Whether a character does something to the text around it rather than being part of it: controls (C0, DEL, C1), the
/// separators of lines and paragraphs, and what turns the direction of writing.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What stands for bytes that are no character: U+FFFD.
inline constexpr std::string_view no_character = "\xEF\xBF\xBD";

/// A control character as JSON and `plain_line` write it: `\u000a`.
[[nodiscard]] inline std::string escaped(char32_t c) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\\u";
  for (int bits = 12; bits >= 0; bits -= 4) out += hex[(c >> static_cast<unsigned>(bits)) & 15U];
  return out;
}

/// A text on one line and in UTF-8: controls are escaped, and a byte that is no character becomes U+FFFD.
[[nodiscard]] inline std::string plain_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto [value, bytes] = first_character(text);
    if (bytes == 0) {
      out += no_character;
    } else if (is_control(value)) {
      out += escaped(value);
    } else {
      out += text.substr(0, bytes);
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out;
}

}  // namespace balint
