// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads logs of whichever format: one that is named, or the one that the ending of a file's name says. What begins as
/// gzip is decompressed, whatever the name.
#include <balint/log/any/detail/unzipped.hpp>
#include <balint/log/any/log_format.hpp>
#include <balint/log/any/mapping_file.hpp>
#include <balint/log/csv/mapped_source.hpp>
#include <balint/log/csv/source.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/jsonl/source.hpp>
#include <balint/log/mapping.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/xes/source.hpp>
#include <balint/protocols/all.hpp>

#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <utility>

namespace balint {

/// A log to be read.
struct log_input {
  /// The stream that it is read from; it stays open.
  std::FILE* stream = nullptr;
  /// Its name in errors.
  std::string name = {};
  /// Its format.
  log_format format = log_format::jsonl;
  /// What the names of another program's log, in XES or CSV, mean.
  log_mapping mapping = {};
  /// Of JSON Lines or CSV, the part that begins where the stream is; of other formats, of logs in gzip and of those of
  /// other programs, all of it.
  log_part part = {};
};

/// What reading a log came to.
struct log_read {
  /// How many sessions there were, or where and why reading stopped.
  std::expected<std::uint64_t, format_error> sessions;
  /// How many things the log has that no log of sessions holds; they were passed over.
  std::uint64_t left_out = 0;
};

/// Reads a log, telling the visitor of each session as `record_reader` does.
template <typename Protocols = all_protocols, typename Visitor>
[[nodiscard]] log_read read_log(const log_input& log, Visitor&& visitor) {
  const auto with = [&](auto&& reader) {
    log_read done{reader.read(visitor)};
    done.left_out = reader.left_out();
    return done;
  };
  const auto is_packed = [&] { return log.part.first_byte == 0 && detail::begins_as_gzip(log.stream); };
  switch (log.format) {
    case log_format::jsonl:
      if (is_packed()) return with(record_reader<detail::unzipped<jsonl_source>, Protocols>(log.stream, log.name));
      return with(jsonl_reader<Protocols>(log.stream, log.name, log.part));
    case log_format::xes:
    case log_format::xes_gz: return with(xes_reader<Protocols>(log.stream, log.name, log.mapping));
    case log_format::csv:
      if (log.mapping.is_foreign) {
        using packed = record_reader<detail::unzipped<mapped_csv_source>, Protocols>;
        if (is_packed()) return with(packed(log.stream, log.name, log.mapping));
        return with(mapped_csv_reader<Protocols>(log.stream, log.name, log.mapping));
      }
      if (is_packed()) return with(record_reader<detail::unzipped<csv_source>, Protocols>(log.stream, log.name));
      return with(csv_reader<Protocols>(log.stream, log.name, log.part));
    case log_format::ocel: break;
  }
  constexpr auto wanted = "a log in jsonl, xes or csv, perhaps packed (.gz): OCEL is written only";
  return {std::unexpected(format_error{log.name, 0, 0, "a log in OCEL", wanted, 0})};
}

/// Reads a file of the format that the ending of its name says.
template <typename Protocols = all_protocols, typename Visitor>
[[nodiscard]] log_read read_log(const std::string& file, Visitor&& visitor) {
  const auto no = [&](std::string found, std::string expected) {
    return log_read{std::unexpected(format_error{file, 0, 0, std::move(found), std::move(expected), 0})};
  };
  const auto format = format_by_ending(file);
  if (!format)
    return no("a name whose ending says no format",
              "a name that ends in .jsonl, .xes or .csv, or in one of these and .gz");
  const auto stream = open_input(file);
  if (!stream) return no("a file that cannot be opened (" + stream.error() + ")", "a log");
  return read_log<Protocols>({.stream = stream->get(), .name = file, .format = *format}, visitor);
}

}  // namespace balint
