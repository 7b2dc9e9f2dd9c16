// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads JSON Lines logs, in memory that does not grow with the file. The input is not trusted.
#include <balint/log/detail/encoding.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/jsonl/detail/known_people.hpp>
#include <balint/log/jsonl/detail/line.hpp>
#include <balint/log/jsonl/detail/plain_line.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/record_source.hpp>
#include <balint/protocols/all.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

/// A JSON Lines log as a source of records: a line for each header and for each event. Blank lines and a byte order
/// mark at the start are passed over. Memory is bounded by the longest line.
class jsonl_source {
 public:
  /// Reads from a C stream, or the part of a log that begins where the stream is; lines are numbered as in the log.
  explicit jsonl_source(std::FILE* from, const log_part& part = {}) : lines_(from, part) {}
  /// Reads from any source of bytes.
  explicit jsonl_source(byte_source from) : lines_(std::move(from)) {}

  /// Reads the next line.
  [[nodiscard]] record_kind next() {
    std::string_view line;
    do {
      switch (lines_.next(line)) {
        case line_reader::result::line: break;
        case line_reader::result::end: return record_kind::end;
        case line_reader::result::unreadable: return fail(0, "a file that cannot be read", "a readable file");
        case line_reader::result::too_long:
          return fail(lines_.number() + 1, "a line of more than 1 MiB", "shorter lines");
      }
      number_ = lines_.number();
      if (number_ == 1) line = detail::without_mark(line);
      if (line.ends_with('\r')) line.remove_suffix(1);
    } while (line.empty() || (line.front() != '{' && detail::is_blank_line(line)));
    if (plain_.read(line, line_.event)) return event_in_session();
    if (known_.read(line, line_.header)) return record_kind::header;
    const auto kind = line_.parse(line);
    if (kind == record_kind::event) return event_in_session();
    if (kind == record_kind::header) known_.remember(line, line_.header);
    if (kind == record_kind::fault && number_ == 1) line_.blame_encoding(line);
    has_header_ = has_header_ || kind == record_kind::header;
    is_in_header_ = line_.began_as_header();
    return kind;
  }
  /// The header that was read.
  [[nodiscard]] header_record& header() noexcept { return line_.header; }
  /// The event that was read.
  [[nodiscard]] const event_record& event() const noexcept { return line_.event; }
  /// What is wrong.
  [[nodiscard]] const line_fault& fault() const noexcept { return line_.fault(); }
  /// The number of the line that was read.
  [[nodiscard]] std::uint64_t line() const noexcept { return number_; }
  /// Whether a fault is among the events of a session: in any line but one that began as a header.
  [[nodiscard]] bool is_inside_session() const noexcept { return !is_in_header_; }
  /// Nothing is passed over: a key that no log has is a fault.
  [[nodiscard]] static constexpr std::uint64_t left_out() noexcept { return 0; }
  /// How many bytes were read so far.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return lines_.bytes(); }

 private:
  [[gnu::cold]] record_kind fail(std::uint64_t line, std::string found, std::string expected) {
    number_ = line;
    line_.set_fault({0, std::move(found), std::move(expected)});
    is_in_header_ = false;
    return record_kind::fault;
  }
  [[nodiscard]] record_kind event_in_session() { return has_header_ ? record_kind::event : event_before_header(); }
  [[gnu::cold]] record_kind event_before_header() {
    return fail(number_, "an event before any header",
                "a header: {\"balint\":1,\"protocol\":…,\"session\":…,\"people\":[…]}");
  }

  line_reader lines_;
  detail::plain_lines plain_;
  detail::jsonl_line line_;
  detail::known_people known_;
  std::uint64_t number_ = 0;
  bool has_header_ = false;
  bool is_in_header_ = false;
};

/// Reads a JSON Lines log: `jsonl_reader<> reader(file, "log.jsonl"); reader.read(visitor)`; a part of it may follow
/// the name.
/// @snippet logs.cpp read
template <typename Protocols = all_protocols>
using jsonl_reader = record_reader<jsonl_source, Protocols>;

}  // namespace balint
