// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A log that cannot be read: where, what was found, what was expected.
#include <balint/log/plain_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint {

/// A text out of a log as a message may show it: on one line, short, without control characters.
[[nodiscard]] inline std::string shown(std::string_view text) {
  constexpr std::size_t most = 40;
  std::size_t n = text.size() > most ? most : text.size();
  while (n > 0 && n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0U) == 0x80U) --n;
  std::string line;
  for (std::size_t i = 0; i < n; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_c1 = byte == 0xC2 && i + 1 < n && static_cast<unsigned char>(text[i + 1]) < 0xA0;  // U+0080 to U+009F
    line += byte < 0x20 || byte == 0x7F || is_c1 ? '?' : text[i];
    if (is_c1) ++i;
  }
  return line + (n < text.size() ? "…" : "");
}

/// What a line lacks or has too much of.
struct line_fault {
  /// The byte in the line, from 1; 0: not known.
  std::uint64_t column = 0;
  /// What is there, short and on one line.
  std::string found;
  /// What could have been there.
  std::string expected;
};

/// Where and why a reader stopped. Everything before was read.
struct format_error {
  /// The file as the caller named it.
  std::string file;
  /// The line, from 1; 0: the file as a whole.
  std::uint64_t line = 0;
  /// The byte in the line, from 1; 0: not known.
  std::uint64_t column = 0;
  /// What is there, short and on one line.
  std::string found;
  /// What could have been there.
  std::string expected;
  /// How many sessions had been read whole.
  std::uint64_t sessions_read = 0;

  /// One line for a person, whatever the file is called: `log.jsonl:12:9: found a number, expected a text; 3 sessions
  /// were read whole before it`.
  [[nodiscard]] std::string message() const {
    std::string text = file;
    if (line != 0) text += ":" + std::to_string(line);
    if (column != 0) text += ":" + std::to_string(column);
    text += ": found " + found + ", expected " + expected + "; " + std::to_string(sessions_read);
    text += sessions_read == 1 ? " session was" : " sessions were";
    text += " read whole before it";
    return plain_line(text);
  }
};

}  // namespace balint
