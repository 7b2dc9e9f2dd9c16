// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// JSON Lines as a format that any log can be written in.
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/jsonl/detail/text.hpp>
#include <balint/log/record_writer.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// JSON Lines: a line for each session's header and for each event.
class jsonl_format {
 public:
  /// Begins a log.
  static void open(std::string&) {}
  /// Begins a session.
  static void begin(std::string& out, const header_record& header) { detail::append_line(out, header); }
  /// Writes an event.
  static void event(std::string& out, const event_record& e) { detail::append_line(out, e); }
  /// Ends a session.
  static void end(std::string&) {}
  /// Ends the log.
  static void close(std::string&) {}
  /// Nothing: JSON Lines hold all that a log has.
  [[nodiscard]] static std::vector<std::string> losses() { return {}; }
};

/// Writes a JSON Lines log.
template <std::predicate<std::string_view> Sink>
using jsonl_writer = record_writer<jsonl_format, Sink>;

}  // namespace balint
