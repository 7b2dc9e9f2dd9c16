// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Comma-separated values as a format that any log can be written in.
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// CSV (RFC 4180): a row for each session, each of its people and each of its events, all in the same columns.
class csv_format {
 public:
  /// Begins a log.
  static void open(std::string& out) { put_row(out, detail::csv_columns); }
  /// Begins a session.
  void begin(std::string& out, const header_record& header) {
    session_ = header.session;
    row of_session = begin_row("session");
    of_session[detail::csv_protocol] = header.protocol;
    put_row(out, of_session);
    for (const auto& one : header.people) {
      std::array<std::string, detail::csv_columns.size()> of_person{};
      of_person[detail::csv_session] = session_;
      of_person[detail::csv_kind] = "person";
      detail::each_field(one, [&](detail::person_field field, auto value) {
        of_person[detail::csv_column_of(field)] = detail::field_text(value);
      });
      put_row(out, of_person);
    }
  }
  /// Writes an event.
  void event(std::string& out, const event_record& e) {
    row of_event = begin_row("event");
    const auto at = e.at == unstated ? std::string() : to_timestamp(e.at);
    const auto option = e.targets.has(target_kind::option) ? std::to_string(e.option) : std::string();
    of_event[detail::csv_at] = at;
    of_event[detail::csv_by] = e.by;
    of_event[detail::csv_act] = e.act;
    of_event[detail::csv_option] = option;
    if (e.targets.has(target_kind::case_of)) of_event[detail::csv_case] = e.target_name;
    if (e.targets.has(target_kind::rule)) of_event[detail::csv_rule] = e.target_name;
    if (e.targets.has(target_kind::rule) && e.target_name.empty()) ++nameless_;
    if (e.targets.has(target_kind::person)) of_event[detail::csv_to] = e.target_name;
    put_row(out, of_event);
  }
  /// Ends a session.
  static void end(std::string&) {}
  /// Ends the log.
  static void close(std::string&) {}
  /// The rows hold all that a log has, but for a rule whose name is empty: an empty cell is no rule.
  [[nodiscard]] std::vector<std::string> losses() const {
    if (nameless_ == 0) return {};
    return {std::to_string(nameless_) + " events whose rule has an empty name, which CSV cannot tell from no rule"};
  }

 private:
  using row = std::array<std::string_view, detail::csv_columns.size()>;
  [[nodiscard]] row begin_row(std::string_view kind) const {
    row cells{};
    cells[detail::csv_session] = session_;
    cells[detail::csv_kind] = kind;
    return cells;
  }
  template <typename Cells>
  static void put_row(std::string& out, const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) out += ',';
      put_cell(out, cells[i]);
    }
    out += "\r\n";
  }
  static void put_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
      out += cell;
      return;
    }
    out += '"';
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }

  std::string session_;
  std::uint64_t nameless_ = 0;
};

/// Writes a CSV log.
template <std::predicate<std::string_view> Sink>
using csv_writer = record_writer<csv_format, Sink>;

}  // namespace balint
