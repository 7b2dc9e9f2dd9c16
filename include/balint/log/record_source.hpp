// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a format is to the one who reads: a source of records. A format of your own is one class that models it.
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>

#include <concepts>
#include <cstdint>

namespace balint {

/// What comes next in a log.
enum class record_kind : std::uint8_t {
  header,  ///< A session begins: see `header()`.
  event,   ///< An event of the session whose header came last: see `event()`.
  fault,   ///< The log cannot be read any further: see `fault()` and `line()`.
  end,     ///< There is no more.
};

/// A source of records: it takes a log apart, whatever its format, and leaves it to `record_reader` what the names
/// mean.
///
/// `record_reader` makes it of a C stream and whatever else its constructor takes, and calls:
/// - `next()` reads what comes next; after a fault or the end it is not called again.
/// - `header()` is the header that was read. The reader may exchange it for another, whose memory the next can use.
/// - `event()` is the event that was read; its texts live until `next()` is called.
/// - `fault()` says what is wrong: what was found, and what could have been there.
/// - `line()` is the line that the record or the fault is in, from 1; 0: the file as a whole.
/// - `is_inside_session()` says, after a fault, whether it is among the events of the session that was read last, which
///   then is not whole; a fault in the header of the next session leaves it whole.
/// - `left_out()` counts what the log has and no log of sessions holds, and was therefore passed over.
///
/// The input is not trusted: a source keeps no more of it in memory than a line, or a bounded piece. That sessions and
/// people are named by pseudonyms, and that everybody has an office, the reader checks, too.
/// @snippet own_format.cpp source
template <typename S>
concept record_source = requires(S source, const S& seen) {
  { source.next() } -> std::same_as<record_kind>;
  { source.header() } -> std::same_as<header_record&>;
  { seen.event() } -> std::same_as<const event_record&>;
  { seen.fault() } -> std::same_as<const line_fault&>;
  { seen.line() } -> std::same_as<std::uint64_t>;
  { seen.is_inside_session() } -> std::same_as<bool>;
  { seen.left_out() } -> std::same_as<std::uint64_t>;
};

}  // namespace balint
