// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads XES logs, compressed with gzip or not. The input is not trusted.
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/mapping.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/record_source.hpp>
#include <balint/log/xes/detail/traces.hpp>
#include <balint/protocols/all.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace balint {

/// A log in XES (IEEE 1849-2016) as a source of records. A block of the file is parsed at a time; what it gave is kept
/// until it is asked for.
class xes_source {
 public:
  /// Reads from a C stream; a mapping says what the names of another program's log mean.
  explicit xes_source(std::FILE* from, log_mapping mapping = {}) : traces_(from, std::move(mapping)) {}

  /// Reads what comes next.
  [[nodiscard]] record_kind next() {
    for (;;) {
      if (given_ == traces_.items.size() && !read_block()) return ended();
      const auto& one = traces_.items[given_++];
      line_ = one.line;
      is_inside_session_ = one.is != detail::xes_traces::what::end;
      if (one.is == detail::xes_traces::what::event) {
        event_ = one.event.of(traces_.texts);
        return record_kind::event;
      }
      if (one.is == detail::xes_traces::what::header) {
        header_ = std::move(traces_.headers[given_headers_++]);
        return record_kind::header;
      }
    }
  }
  /// The header that was read.
  [[nodiscard]] header_record& header() noexcept { return header_; }
  /// The event that was read.
  [[nodiscard]] const event_record& event() const noexcept { return event_; }
  /// What is wrong.
  [[nodiscard]] const line_fault& fault() const noexcept { return traces_.fault(); }
  /// The line of what was read last.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  /// Whether a fault is inside the session of the events read last.
  [[nodiscard]] bool is_inside_session() const noexcept { return is_inside_session_; }
  /// How many attributes and events were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return traces_.left_out(); }

 private:
  [[nodiscard]] bool read_block() {
    given_ = given_headers_ = 0;
    return traces_.read_block();
  }
  [[nodiscard]] record_kind ended() noexcept {
    if (traces_.is_good()) return record_kind::end;
    line_ = traces_.fault_line();
    return record_kind::fault;
  }

  detail::xes_traces traces_;
  header_record header_;
  event_record event_;
  std::size_t given_ = 0;
  std::size_t given_headers_ = 0;
  std::uint64_t line_ = 0;
  bool is_inside_session_ = false;
};

/// Reads a XES log: `xes_reader<> reader(file, "log.xes.gz"); reader.read(visitor)`; a mapping may follow the name.
template <typename Protocols = all_protocols>
using xes_reader = record_reader<xes_source, Protocols>;

}  // namespace balint
