// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A log that cannot be read: where, what was found, what was expected.
#include <cstdint>
#include <string>

namespace balint {

/// Where and why a reader stopped. Everything before was read.
struct format_error {
  /// The file as the caller named it.
  std::string file;
  /// The line, from 1; 0: the file as a whole.
  std::uint64_t line = 0;
  /// The byte in the line, from 1; 0: not known.
  std::uint64_t column = 0;
  std::string found;
  std::string expected;
  /// How many sessions had been read whole.
  std::uint64_t sessions_read = 0;

  /// One line for a person: `log.jsonl:12:9: found a number, expected a text; 3 sessions were read whole before it`.
  [[nodiscard]] std::string message() const {
    std::string text = file;
    if (line != 0) text += ":" + std::to_string(line);
    if (column != 0) text += ":" + std::to_string(column);
    text += ": found " + found + ", expected " + expected + "; " + std::to_string(sessions_read);
    text += sessions_read == 1 ? " session was" : " sessions were";
    text += " read whole before it";
    return text;
  }
};

}  // namespace balint
