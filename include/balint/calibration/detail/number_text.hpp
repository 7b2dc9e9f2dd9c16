// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Numbers in tables and scenarios: six digits, the same whatever the locale.
#include <charconv>
#include <string>

namespace balint::calibration::detail {

/// Six digits of a number, or as many as it has.
[[nodiscard]] inline std::string text_of(double number) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 6).ptr;
  return {text, end};
}
/// The same with a point in it, as TOML tells numbers from whole ones.
[[nodiscard]] inline std::string toml_of(double number) {
  auto text = text_of(number);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

}  // namespace balint::calibration::detail
