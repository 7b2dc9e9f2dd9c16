// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is wrong with a row that could not be read, in words.
#include <balint/log/csv/detail/row.hpp>
#include <balint/log/detail/encoding.hpp>
#include <balint/log/format_error.hpp>

#include <optional>
#include <string>
#include <utility>

namespace balint::detail {

/// That the first line of a log begins in another encoding; nothing: it does not, or this is another line.
[[nodiscard]] inline std::optional<line_fault> csv_encoding_fault(const csv_row& row) {
  return row.number() == 1 ? wide_encoding_fault(row.first_line()) : std::nullopt;
}

/// What is wrong with a row that was asked for; nothing: it was read, or there is none.
[[nodiscard]] inline std::optional<line_fault> csv_row_fault(csv_row::result came, const csv_row& row) {
  const auto because = [&](std::string found, std::string wanted) -> std::optional<line_fault> {
    if (auto wide = csv_encoding_fault(row)) return wide;
    return line_fault{0, std::move(found), std::move(wanted)};
  };
  using result = csv_row::result;
  switch (came) {
    case result::row:
    case result::end: break;
    case result::too_long: return because("a row of more than 1 MiB", "shorter rows");
    case result::unreadable: return because("a file that cannot be read", "a readable file");
    case result::quote_inside:
      return because("a quote inside a cell", "the whole cell in quotes, quotes in it doubled");
    case result::after_quote: return because("something after a closing quote", "a separator or the end of the line");
    case result::unclosed: return because("a quote that is not closed", "the rest of a file that was cut off");
    case result::not_utf8: return because("text that is not UTF-8", "UTF-8, which spreadsheets call CSV UTF-8");
    case result::bare_return: return because("a carriage return inside a row", "lines that end in CRLF or LF");
  }
  return std::nullopt;
}

}  // namespace balint::detail
