// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A log as comma-separated values: rows for sessions, people and events, not yet tied to a protocol.
#include <balint/group/person.hpp>
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/csv/detail/row.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/zoned_time.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Reads rows and makes headers and events of them.
class csv_source {
 public:
  kept_header header;
  raw_event event;
  line_fault fault;

  /// Reads from a stream that stands where the part begins.
  explicit csv_source(std::FILE* from, const log_part& part = {}) : rows_(from, part) {
    if (part.columns.empty()) return;
    auto behind = std::exchange(rows_, csv_row(part.columns));
    read_columns();
    rows_ = std::move(behind);
  }

  /// Reads what comes next.
  [[nodiscard]] raw_kind next() {
    if (!has_columns_ && !read_columns()) return raw_kind::fault;
    if (!has_row_ && !read_row()) return ended();
    line_ = rows_.number();
    const auto kind = cell(csv_kind);
    if (kind == "event") return read_event();
    if (kind == "session") return read_session();
    if (kind == "person") return no("a person behind the events of a session", "people before events");
    return no("the row \"" + shown(kind) + "\"", "session, person or event");
  }
  /// The line of what was read last.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  /// Whether a fault is inside the session of the events read last.
  [[nodiscard]] bool is_inside_session() const noexcept { return is_inside_session_; }
  /// Nothing is passed over: a column that no log has is a fault.
  [[nodiscard]] static constexpr std::uint64_t left_out() noexcept { return 0; }

 private:
  static constexpr std::uint8_t absent = 0xFF;

  raw_kind no(std::string found, std::string expected) {
    fault = {0, std::move(found), std::move(expected)};
    return raw_kind::fault;
  }
  bool bad(std::string found, std::string expected) {
    no(std::move(found), std::move(expected));
    return false;
  }
  static std::string quoted(std::string_view text) { return "\"" + shown(text) + "\""; }
  [[nodiscard]] raw_kind ended() const noexcept { return fault.found.empty() ? raw_kind::end : raw_kind::fault; }

  /// Reads a row; false: there is none, or a fault.
  bool read_row() {
    const auto got = rows_.next();
    line_ = rows_.number();
    has_row_ = got == csv_row::result::row;
    switch (got) {
      case csv_row::result::row: break;
      case csv_row::result::end: is_inside_session_ = false; return false;
      case csv_row::result::too_long: return bad("a row of more than 1 MiB", "shorter rows");
      case csv_row::result::unreadable: return bad("a file that cannot be read", "a readable file");
      case csv_row::result::quote_inside:
        return bad("a quote inside a cell", "the whole cell in quotes, quotes in it doubled");
      case csv_row::result::behind_quote:
        return bad("something behind a closing quote", "a comma or the end of the line");
      case csv_row::result::unclosed: return bad("a quote that is not closed", "the rest of a file that was cut off");
      case csv_row::result::bare_return: return bad("a carriage return inside a row", "lines that end in CRLF or LF");
    }
    if (!has_columns_ || rows_.count() == width_) return true;
    has_row_ = false;
    return bad("a row of " + std::to_string(rows_.count()) + " cells",
               std::to_string(width_) + " cells, as in the first row");
  }

  bool read_columns() {
    if (!read_row()) {
      if (fault.found.empty()) has_columns_ = true;
      return has_columns_;
    }
    place_.fill(absent);
    width_ = rows_.count();
    if (width_ > csv_columns.size())
      return bad(std::to_string(width_) + " columns", "at most " + std::to_string(csv_columns.size()));
    for (std::size_t at = 0; at < width_; ++at) {
      const auto name = rows_[at];
      std::size_t i = 0;
      while (i < csv_columns.size() && csv_columns[i] != name) ++i;
      if (i == csv_columns.size()) {
        std::string known;
        for (const auto one : csv_columns) known += (known.empty() ? "" : ", ") + std::string(one);
        return bad("the column " + quoted(name), "columns of " + known);
      }
      if (place_[i] != absent) return bad("a second column " + quoted(name), "each column once");
      place_[i] = static_cast<std::uint8_t>(at);
      column_at_[at] = static_cast<std::uint8_t>(i);
    }
    for (const auto needed : {csv_session, csv_kind, csv_by, csv_act}) {
      if (place_[needed] == absent)
        return bad("no column \"" + std::string(csv_columns[needed]) + "\"", "a first row that names the columns");
    }
    has_row_ = false;
    return has_columns_ = true;
  }
  [[nodiscard]] std::string_view cell(std::uint8_t column) const noexcept {
    return place_[column] == absent ? std::string_view() : rows_[place_[column]];
  }
  /// Whether no cell is filled that a row of this kind does not have.
  bool has_only(std::uint32_t columns, std::uint32_t& places) {
    if (places == 0) {
      for (std::size_t at = 0; at < width_; ++at) places |= ((columns >> column_at_[at]) & 1U) << at;
    }
    const auto wrong = rows_.filled() & ~places;
    if (wrong == 0) return true;
    const auto at = static_cast<std::size_t>(std::countr_zero(wrong));
    return bad(quoted(rows_[at]) + " in the column " + std::string(csv_columns[column_at_[at]]),
               "nothing there in the row of kind " + std::string(cell(csv_kind)));
  }
  bool read_id(std::uint8_t column, std::string_view& into) {
    into = cell(column);
    return is_pseudonym(into) || bad(quoted(into) + " in the column " + std::string(csv_columns[column]),
                                     "a pseudonym of 1 to 64 letters, digits, _ . or - (no names in a log)");
  }

  raw_kind read_event() {
    has_row_ = false;
    if (!has_header_) return raw_kind::event;
    if (cell(csv_session) != session_) {
      return no("an event of the session " + quoted(cell(csv_session)) + " among those of \"" + session_ + "\"",
                "the row of the session before its events");
    }
    if (!has_only(csv_cells_of_event, places_of_event_)) return raw_kind::fault;
    event.at = unstated;
    if (const auto at = cell(csv_at); !at.empty()) {
      const auto time = parse_zoned(at);
      if (!time)
        return no(quoted(at), "a time like 2026-03-02T16:31:10.250Z (with Z or an offset, up to milliseconds)");
      event.at = *time;
    }
    if (!read_id(csv_by, event.by)) return raw_kind::fault;
    event.act = cell(csv_act);
    event.targets = 0;
    event.name_of_target = {};
    event.option = 0;
    if (const auto number = cell(csv_option); !number.empty()) {
      event.targets |= key_option;
      if (!read_option(number)) return raw_kind::fault;
    }
    if (!cell(csv_case).empty()) {
      event.targets |= key_case;
      if (!read_id(csv_case, event.name_of_target)) return raw_kind::fault;
    }
    if (!cell(csv_rule).empty()) {
      event.targets |= key_rule;
      event.name_of_target = cell(csv_rule);
    }
    if (!cell(csv_to).empty()) {
      event.targets |= key_to;
      if (!read_id(csv_to, event.name_of_target)) return raw_kind::fault;
    }
    return raw_kind::event;
  }
  bool read_option(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return bad(quoted(text), "the number of an option");
    event.option = number < 0 || number > 0xFFFF ? std::uint16_t{0xFFFF} : static_cast<std::uint16_t>(number);
    return true;
  }

  /// Reads the row of a session and those of its people.
  raw_kind read_session() {
    is_inside_session_ = false;
    header = {};
    std::string_view id;
    if (!has_only(csv_cells_of_session, places_of_session_) || !read_id(csv_session, id)) return raw_kind::fault;
    header.session = session_ = id;
    header.protocol = cell(csv_protocol);
    const auto begin = line_;
    people_bytes_ = 0;
    while (read_row() && cell(csv_kind) == "person") {
      if (!read_person()) return raw_kind::fault;
    }
    if (!has_row_ && !fault.found.empty()) return raw_kind::fault;
    line_ = begin;
    has_header_ = is_inside_session_ = true;
    return raw_kind::header;
  }
  bool read_person() {
    has_row_ = false;
    std::string_view id;
    if (cell(csv_session) != session_)
      return bad("a person of the session " + quoted(cell(csv_session)), "people of \"" + session_ + "\"");
    if (!has_only(csv_cells_of_person, places_of_person_) || !read_id(csv_by, id)) return false;
    auto& person = header.people.emplace_back();
    person.id = id;
    for (auto rest = cell(csv_offices); !rest.empty();) {
      const auto end = rest.find(' ');
      if (end != 0) person.offices.emplace_back(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    if (person.offices.empty()) return bad("a person without an office", "one or more offices for everybody");
    bool agrees = false;
    if (!read_flag(csv_consent, agrees) || !read_flag(csv_less_experienced, person.less_experienced) ||
        !read_flag(csv_grades, person.grades))
      return false;
    if (!cell(csv_consent).empty()) person.agrees = agrees ? consent::given : consent::refused;
    person.profession = cell(csv_profession);
    people_bytes_ += bytes_of(person);
    return people_bytes_ <= max_people_bytes || bad("people of more than 1 MiB", "fewer people in a session");
  }
  bool read_flag(std::uint8_t column, bool& into) {
    const auto text = cell(column);
    if (text.empty()) return true;
    into = text == "true" || text == "TRUE" || text == "True";
    return into || text == "false" || text == "FALSE" || text == "False" ||
           bad(quoted(text) + " in the column " + std::string(csv_columns[column]), "true or false");
  }

  csv_row rows_;
  std::array<std::uint8_t, csv_columns.size()> place_{};
  std::array<std::uint8_t, csv_columns.size()> column_at_{};
  std::uint32_t places_of_session_ = 0;  ///< As bits; worked out when first needed.
  std::uint32_t places_of_person_ = 0;
  std::uint32_t places_of_event_ = 0;
  std::size_t width_ = 0;
  std::size_t people_bytes_ = 0;
  std::string session_;
  std::uint64_t line_ = 0;
  bool has_columns_ = false;
  bool has_row_ = false;
  bool has_header_ = false;
  bool is_inside_session_ = false;
};

}  // namespace balint::detail
