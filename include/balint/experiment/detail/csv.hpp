// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Numbers and cells of tables, as text that no locale changes.
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint::experiment::detail {

/// A whole number and what follows it.
template <std::integral T>
void append(std::string& out, T number, char then) {
  char text[24];
  const auto end = std::to_chars(text, text + sizeof text, number);
  out.append(text, end.ptr);
  out += then;
}
/// A number of 10^-digits, which is not negative: 12345 of 3 digits is 12.345.
inline void append_decimals(std::string& out, std::int64_t number, int digits) {
  std::int64_t ten = 1;
  for (int i = 0; i < digits; ++i) ten *= 10;
  append(out, number / ten, '.');
  const auto rest = number % ten;
  for (auto place = ten / 10; place > 0; place /= 10) out += static_cast<char>('0' + rest / place % 10);
}
/// Milliseconds as minutes, rounded down to a hundred-thousandth of one.
inline void append_minutes(std::string& out, std::int64_t milliseconds) {
  append_decimals(out, milliseconds * 5 / 3, 5);
}
/// Millionths.
inline void append_millionths(std::string& out, std::int64_t millionths) { append_decimals(out, millionths, 6); }
/// A number to 6 digits; nothing for one that is not finite.
inline void append_digits(std::string& out, double number) {
  if (!(number - number == 0)) return;
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 6);
  out.append(text, end.ptr);
}
/// A text as a cell, in quotation marks where it needs them.
inline void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace balint::experiment::detail
