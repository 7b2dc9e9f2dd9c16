// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Telling encodings of text apart: logs are in UTF-8.
#include <balint/log/format_error.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balint::detail {

/// What a text in UTF-8 may begin with.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A text without the byte order mark that it may begin with.
[[nodiscard]] constexpr std::string_view without_mark(std::string_view text) noexcept {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

/// Whether a text is UTF-8: no byte too many or too few, none written longer than needed, no surrogates.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i++]);
    if (first < 0x80) continue;
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || text.size() - i < more) return false;
    const auto second = static_cast<unsigned char>(text[i]);
    const unsigned least = first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
    const unsigned most = first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
    if (second < least || second > most) return false;
    for (std::size_t end = i++ + more; i < end; ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return false;
    }
  }
  return true;
}

/// The encoding that a text begins in, by its byte order mark or by the zero bytes of its first letters; empty: neither
/// UTF-16 nor UTF-32.
[[nodiscard]] constexpr std::string_view wide_encoding_of(std::string_view text) noexcept {
  constexpr std::string_view little_32("\xFF\xFE\0\0", 4), big_32("\0\0\xFE\xFF", 4);
  if (text.starts_with(little_32) || text.starts_with(big_32)) return "UTF-32";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "UTF-16";
  if (text.size() < 4) return {};
  const auto zeros = [&](bool a, bool b, bool c, bool d) {
    return (text[0] == 0) == a && (text[1] == 0) == b && (text[2] == 0) == c && (text[3] == 0) == d;
  };
  if (zeros(false, true, true, true) || zeros(true, true, true, false)) return "UTF-32";
  if (zeros(false, true, false, true) || zeros(true, false, true, false)) return "UTF-16";
  return {};
}
/// That a text begins in another encoding than UTF-8; nothing: it may be UTF-8.
[[nodiscard]] inline std::optional<line_fault> wide_encoding_fault(std::string_view text) {
  const auto encoding = wide_encoding_of(text);
  if (encoding.empty()) return std::nullopt;
  return line_fault{0, "text in " + std::string(encoding), "text in UTF-8"};
}

}  // namespace balint::detail
