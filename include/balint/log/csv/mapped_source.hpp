// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads CSV logs of other programs: a row for each event, in columns that a mapping names. The input is not trusted.
#include <balint/group/person.hpp>
#include <balint/log/csv/detail/event_columns.hpp>
#include <balint/log/detail/mapped_event.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/mapping.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/record_source.hpp>
#include <balint/protocols/all.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace balint {

/// A CSV log of another program as a source of records, read as a mapping says. The rows of a session follow one
/// another. Memory is bounded by the longest row, and by eight bytes or so for each session.
class mapped_csv_source {
 public:
  /// Reads from a C stream.
  mapped_csv_source(std::FILE* from, log_mapping mapping)
      : mapping_(std::move(mapping)), event_reader_(mapping_), table_(from, mapping_.attributes) {}
  /// Reads from any source of bytes.
  mapped_csv_source(byte_source from, log_mapping mapping)
      : mapping_(std::move(mapping)), event_reader_(mapping_), table_(std::move(from), mapping_.attributes) {}
  mapped_csv_source(const mapped_csv_source&) = delete;
  mapped_csv_source& operator=(const mapped_csv_source&) = delete;
  ~mapped_csv_source() = default;

  /// Reads what comes next.
  [[nodiscard]] record_kind next() {
    for (;;) {
      if (!std::exchange(has_row_, false) && !table_.next()) return ended();
      line_ = table_.line();
      const auto session = table_.session();
      if (session.empty()) return no("a row without a session", "the session of every event");
      if (!has_header_ || session != session_) return begin_session(session);
      if (read_event()) return record_kind::event;
      if (!fault_.found.empty()) return record_kind::fault;
    }
  }
  /// The header that was read.
  [[nodiscard]] header_record& header() noexcept { return header_; }
  /// The event that was read.
  [[nodiscard]] const event_record& event() const noexcept { return event_; }
  /// What is wrong.
  [[nodiscard]] const line_fault& fault() const noexcept { return fault_; }
  /// The line of what was read last.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  /// Whether a fault is inside the session of the events read last.
  [[nodiscard]] bool is_inside_session() const noexcept { return is_inside_session_; }
  /// How many cells and events were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return event_reader_.left_out(); }

 private:
  record_kind no(std::string found, std::string_view wanted) {
    fault_ = {0, std::move(found), std::string(wanted)};
    return record_kind::fault;
  }
  [[nodiscard]] record_kind ended() {
    line_ = table_.line();
    fault_ = table_.fault;
    if (!fault_.found.empty()) return record_kind::fault;
    is_inside_session_ = false;
    return record_kind::end;
  }
  /// The row is that of the session's first event: it is read when the header was.
  [[nodiscard]] record_kind begin_session(std::string_view session) {
    is_inside_session_ = false;
    if (!seen_.insert(std::hash<std::string_view>{}(session)).second)
      return no("another event of an earlier session", "rows sorted by session");
    if (mapping_.protocol.empty()) return no("a mapping without a protocol", "the protocol of the sessions");
    session_ = session;
    ++sessions_;
    header_.session = is_pseudonym(session) ? session_ : "trace-" + std::to_string(sessions_);
    header_.protocol = mapping_.protocol;
    header_.people = mapping_.people;
    has_header_ = has_row_ = is_inside_session_ = true;
    return record_kind::header;
  }
  [[nodiscard]] bool read_event() {
    texts_.clear();
    event_reader_.begin();
    table_.each_attribute(
        [this](std::string_view key, std::string_view value) { event_reader_.attribute(key, value); });
    const auto made = event_reader_.end(texts_);
    fault_ = event_reader_.fault;
    if (made) event_ = made->of(texts_);
    return made.has_value();
  }

  log_mapping mapping_;
  detail::mapped_event event_reader_;
  detail::event_columns table_;
  header_record header_;
  event_record event_;
  line_fault fault_;
  std::string session_;
  std::string texts_;
  std::unordered_set<std::size_t> seen_;  ///< The sessions, by the hash of their names.
  std::uint64_t sessions_ = 0;
  std::uint64_t line_ = 0;
  bool has_row_ = false;
  bool has_header_ = false;
  bool is_inside_session_ = false;
};

/// Reads a CSV log of another program: `mapped_csv_reader<> reader(file, "log.csv", mapping); reader.read(visitor)`.
template <typename Protocols = all_protocols>
using mapped_csv_reader = record_reader<mapped_csv_source, Protocols>;

}  // namespace balint
