// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A text as JSON writes it.
#include <balint/log/plain_text.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace balint {

namespace detail {
inline constexpr std::array<bool, 256> plain_json = [] {
  std::array<bool, 256> all{};
  for (unsigned c = 0x20; c < 0x7F; ++c) all[c] = c != '"' && c != '\\';
  return all;
}();
}  // namespace detail
/// Whether JSON writes a byte as it is, whatever is around it.
[[nodiscard]] constexpr bool is_plain_json(char c) noexcept {
  return detail::plain_json[static_cast<unsigned char>(c)];
}

/// Appends a text as JSON writes it, quotes included. Controls are escaped, those beyond ASCII too, as there are
/// readers that end a line at them; a byte that is no character becomes U+FFFD.
inline void append_json(std::string& out, std::string_view text) {
  const auto plain_part = [](std::string_view some) {
    std::size_t plain = 0;
    while (plain < some.size() && is_plain_json(some[plain])) ++plain;
    return plain;
  };
  if (plain_part(text) == text.size()) {  // as nearly all are: at once
    const auto before = out.size();
    out.resize(before + text.size() + 2, '"');
    text.copy(out.data() + before + 1, text.size());
    return;
  }
  out += '"';
  while (!text.empty()) {
    const auto plain = plain_part(text);
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
  out += '"';
}
/// A text as JSON writes it, as `append_json` appends it.
[[nodiscard]] inline std::string to_json(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

}  // namespace balint
