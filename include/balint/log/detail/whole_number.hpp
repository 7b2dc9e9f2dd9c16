// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whole numbers as texts of logs have them.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace balint::detail {

/// A text without the white space around it, as XML Schema reads all but texts.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view white = " \t\r\n";
  const auto begin = text.find_first_not_of(white);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

/// Reads a whole number: `7`, `+7`, and `7.0` as programs write it that take every number for a decimal one.
[[nodiscard]] inline std::optional<std::int64_t> parse_whole(std::string_view text) noexcept {
  if (text.size() > 1 && text[0] == '+' && text[1] >= '0' && text[1] <= '9') text.remove_prefix(1);
  const char* const end = text.data() + text.size();
  std::int64_t number = 0;
  const auto [last, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view rest(last, static_cast<std::size_t>(end - last));
  if (!rest.empty() && (rest[0] != '.' || rest.size() == 1 || rest.find_first_not_of('0', 1) != std::string_view::npos))
    return std::nullopt;
  return number;
}

}  // namespace balint::detail
