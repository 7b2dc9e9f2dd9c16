// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Texts inside XML 1.0 and HTML. libxml2's writer streams as well, but lets control characters and broken UTF-8
/// through.
#include <balint/log/plain_text.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

/// A text as XML 1.0 and HTML write it, between tags or in quotes. What separates lines and turns the direction of
/// writing is a reference; other controls, to which XML or HTML has none, are written as JSON writes them. A byte that
/// is no character, and a character that XML does not know, becomes U+FFFD.
[[nodiscard]] inline std::string to_markup(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto [value, bytes] = balint::first_character(text);
    switch (value) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\'': out += "&#39;"; break;
      default:
        if (bytes == 0 || value == 0xFFFE || value == 0xFFFF) {
          out += balint::no_character;
        } else if (!balint::is_control(value)) {
          out += text.substr(0, bytes);
        } else if (value == U'\t' || value == U'\n' || value == U'\r' || value > 0xFF) {
          out += fmt::format("&#{};", static_cast<std::uint32_t>(value));
        } else {
          out += balint::escaped(value);
        }
    }
    text.remove_prefix(bytes == 0 ? 1 : bytes);
  }
  return out;
}
