// SPDX-License-Identifier: MIT
#include "convert.hpp"

#include <balint/log/csv/format.hpp>
#include <balint/log/jsonl/format.hpp>
#include <balint/log/ocel/format.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/format.hpp>
#include <balint/log/xes/gzip_sink.hpp>

namespace {

template <typename Format>
conversion write_as(const balint::log_input& from, const piece_sink& out) {
  balint::record_writer<Format, piece_sink> writer(out);
  const auto read = balint::read_log(from, writer);
  conversion done;
  done.is_written = writer.finish();
  if (!read.sessions) {
    done.unreadable = read.sessions.error().message();
    return done;
  }
  done.sessions = *read.sessions;
  done.losses = writer.losses();
  if (read.left_out != 0) {
    done.losses.push_back(std::to_string(read.left_out) +
                          " attributes or events that no log of sessions has, or that the mapping leaves out");
  }
  return done;
}

conversion write_any(const balint::log_input& from, balint::log_format to, const piece_sink& out) {
  switch (to) {
    case balint::log_format::jsonl: return write_as<balint::jsonl_format>(from, out);
    case balint::log_format::xes:
    case balint::log_format::xes_gz: return write_as<balint::xes_format>(from, out);
    case balint::log_format::csv: return write_as<balint::csv_format>(from, out);
    case balint::log_format::ocel: break;
  }
  return write_as<balint::ocel_format>(from, out);
}

}  // namespace

conversion convert(const balint::log_input& log, balint::log_format to, bool is_packed, const piece_sink& out) {
  if (!is_packed) return write_any(log, to, out);
  balint::gzip_sink<piece_sink> packed(out);
  auto done = write_any(log, to, [&packed](std::string_view piece) { return packed(piece); });
  done.is_written = packed.finish() && done.is_written;
  return done;
}
