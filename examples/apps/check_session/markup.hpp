// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Texts inside XML 1.0 and HTML. libxml2's writer streams as well, but lets control characters and broken UTF-8
/// through.
#include <cstddef>
#include <string>
#include <string_view>

namespace detail {
/// How many bytes the character at the beginning of a text has; 0: it is none that XML knows, or no UTF-8.
[[nodiscard]] constexpr std::size_t character_size(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto lead = byte(0);
  if (lead < 0x80) return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  unsigned long value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  constexpr unsigned long least[]{0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  const bool is_known = lead >= 0xC2 && lead <= 0xF4 && value >= least[size] && value <= 0x10FFFF;
  return is_known && !is_surrogate && value != 0xFFFE && value != 0xFFFF ? size : 0;
}
}  // namespace detail

/// A text as XML 1.0 and HTML write it, between tags or in quotes; a byte that is no character becomes U+FFFD.
[[nodiscard]] inline std::string to_markup(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto size = detail::character_size(text);
    switch (text.front()) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\t': out += "&#9;"; break;
      case '\n': out += "&#10;"; break;
      case '\r': out += "&#13;"; break;
      default: out += size == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return out;
}
