// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A text as JSON writes it.
#include <string>
#include <string_view>

namespace balint {

/// A text as JSON writes it, quotes included.
[[nodiscard]] inline std::string to_json(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += hex[byte >> 4U];
      out += hex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out += '"';
}

}  // namespace balint
