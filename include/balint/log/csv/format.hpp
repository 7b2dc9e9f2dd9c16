// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Comma-separated values as a format that any log can be written in.
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>

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
  /// Whether what an event did is asked for.
  static constexpr bool follows = false;

  /// Begins a log.
  static void open(std::string& out) { put(out, detail::csv_columns); }
  /// Begins a session.
  void begin(std::string& out, const detail::kept_header& header) {
    session_ = header.session;
    row of_session = begin_row("session");
    of_session[detail::csv_protocol] = header.protocol;
    put(out, of_session);
    for (const auto& one : header.people) {
      row of_person = begin_row("person");
      std::string offices;
      for (const auto& office : one.offices) offices += (offices.empty() ? "" : " ") + office;
      of_person[detail::csv_by] = one.id;
      of_person[detail::csv_offices] = offices;
      if (one.agrees != consent::not_declared)
        of_person[detail::csv_consent] = one.agrees == consent::given ? "true" : "false";
      of_person[detail::csv_profession] = one.profession;
      if (one.less_experienced) of_person[detail::csv_less_experienced] = "true";
      if (one.grades) of_person[detail::csv_grades] = "true";
      put(out, of_person);
    }
  }
  /// Writes an event.
  void event(std::string& out, const detail::raw_event& e, const detail::raw_effect&) {
    row of_event = begin_row("event");
    const auto at = e.at == unstated ? std::string() : to_timestamp(e.at);
    const auto option = (e.targets & detail::key_option) == 0 ? std::string() : std::to_string(e.option);
    of_event[detail::csv_at] = at;
    of_event[detail::csv_by] = e.by;
    of_event[detail::csv_act] = e.act;
    of_event[detail::csv_option] = option;
    if ((e.targets & detail::key_case) != 0) of_event[detail::csv_case] = e.name_of_target;
    if ((e.targets & detail::key_rule) != 0) of_event[detail::csv_rule] = e.name_of_target;
    if ((e.targets & detail::key_rule) != 0 && e.name_of_target.empty()) ++nameless_;
    if ((e.targets & detail::key_to) != 0) of_event[detail::csv_to] = e.name_of_target;
    put(out, of_event);
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
  static void put(std::string& out, const row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) out += ',';
      put(out, cells[i]);
    }
    out += "\r\n";
  }
  static void put(std::string& out, std::string_view cell) {
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
