// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads CSV logs: a row for each session, person and event. The input is not trusted.
#include <balint/log/csv/detail/columns.hpp>
#include <balint/log/csv/detail/table.hpp>
#include <balint/log/detail/people_builder.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/detail/whole_number.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/file/log_parts.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/record_source.hpp>
#include <balint/log/word.hpp>
#include <balint/protocols/all.hpp>
#include <balint/vocabulary/detail/word_index.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace balint {

/// A CSV log (RFC 4180) as a source of records. Memory is bounded by the longest row and by the people of one session.
class csv_source {
 public:
  /// Reads from a C stream, or the part of a log that begins where the stream is; lines are numbered as in the log.
  explicit csv_source(std::FILE* from, const log_part& part = {}) : table_(from, part) {}
  /// Reads from any source of bytes.
  explicit csv_source(byte_source from) : table_(std::move(from)) {}

  /// Reads what comes next.
  [[nodiscard]] record_kind next() {
    if (!has_row_ && !table_.next()) return ended();
    has_row_ = false;
    line_ = table_.line();
    switch (table_.kind()) {
      case detail::csv_row_kind::event: return read_event();
      case detail::csv_row_kind::session: return read_session();
      case detail::csv_row_kind::person: return no("a person after the events of a session", "people before events");
      case detail::csv_row_kind::unknown: break;
    }
    const auto kind = table_.cell(detail::csv_kind);
    return no(is_word(kind) ? "the row " + table_.quoted(kind) : "a row of no kind", "session, person or event");
  }
  /// The header that was read.
  [[nodiscard]] header_record& header() noexcept { return header_; }
  /// The event that was read.
  [[nodiscard]] const event_record& event() const noexcept { return event_; }
  /// What is wrong.
  [[nodiscard]] const line_fault& fault() const noexcept { return table_.fault; }
  /// The line of what was read last.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
  /// Whether a fault is inside the session of the events read last.
  [[nodiscard]] bool is_inside_session() const noexcept { return is_inside_session_; }
  /// Nothing is passed over: a column that no log has is a fault.
  [[nodiscard]] static constexpr std::uint64_t left_out() noexcept { return 0; }

 private:
  record_kind no(std::string found, std::string_view wanted) {
    table_.no(std::move(found), wanted);
    return record_kind::fault;
  }
  [[nodiscard]] record_kind ended() {
    line_ = table_.line();
    if (!table_.is_good()) return record_kind::fault;
    is_inside_session_ = false;
    return record_kind::end;
  }

  /// Whether that is the session whose rows are read; short names are compared by their numbers.
  [[nodiscard]] bool is_session(std::string_view name) const noexcept {
    if (name.size() != session_.size() || detail::name_key(name) != session_key_) return false;
    return name.size() <= 7 || name == session_;
  }
  [[nodiscard]] record_kind read_event() {
    if (!has_header_) return record_kind::event;
    if (const auto session = table_.cell(detail::csv_session); !is_session(session))
      return no("an event of the session " + table_.quoted(session) + " among those of \"" + session_ + "\"",
                "the row of the session before its events");
    event_ = {};
    const bool is_good =
        table_.has_only_its_own() && read_time() && table_.read_id(detail::csv_by, event_.by) && read_target();
    event_.act = table_.cell(detail::csv_act);
    return is_good ? record_kind::event : record_kind::fault;
  }
  [[nodiscard]] bool read_time() {
    const auto text = table_.cell(detail::csv_at);
    if (text.empty()) return true;
    const auto time = times_.parse(text);
    if (time) event_.at = *time;
    return time || table_.no(table_.quoted(text), detail::wanted_time);
  }
  [[nodiscard]] bool read_target() {
    if (const auto number = table_.cell(detail::csv_option); !number.empty()) {
      event_.targets.insert(target_kind::option);
      if (!read_option(number)) return false;
    }
    if (!table_.cell(detail::csv_case).empty()) {
      event_.targets.insert(target_kind::case_of);
      if (!table_.read_id(detail::csv_case, event_.target_name)) return false;
    }
    if (const auto rule = table_.cell(detail::csv_rule); !rule.empty()) {
      event_.targets.insert(target_kind::rule);
      event_.target_name = rule;
    }
    if (table_.cell(detail::csv_to).empty()) return true;
    event_.targets.insert(target_kind::person);
    return table_.read_id(detail::csv_to, event_.target_name);
  }
  [[nodiscard]] bool read_option(std::string_view text) {
    const auto number = detail::parse_whole(text);
    if (number) event_.option = option_number(*number);
    return number || table_.no(table_.quoted(text), detail::wanted_option);
  }

  /// Reads the row of a session and those of its people.
  [[nodiscard]] record_kind read_session() {
    is_inside_session_ = false;
    std::string_view id;
    if (!table_.has_only_its_own() || !table_.read_id(detail::csv_session, id)) return record_kind::fault;
    header_.session = session_ = id;
    session_key_ = detail::name_key(id);
    header_.protocol = table_.cell(detail::csv_protocol);
    const auto line_of_session = line_;
    people_.begin(header_.people);
    for (has_row_ = table_.next(); has_row_ && table_.kind() == detail::csv_row_kind::person;
         has_row_ = table_.next()) {
      if (!read_person()) return faulty_person();
    }
    people_.end();
    if (!table_.is_good()) return faulty_person();
    line_ = line_of_session;
    has_header_ = is_inside_session_ = true;
    return record_kind::header;
  }
  [[nodiscard]] record_kind faulty_person() noexcept {
    line_ = table_.line();
    return record_kind::fault;
  }
  [[nodiscard]] bool read_person() {
    using enum detail::person_field;
    if (const auto session = table_.cell(detail::csv_session); !is_session(session))
      return table_.no("a person of the session " + table_.quoted(session), "people of \"" + session_ + "\"");
    if (!table_.has_only_its_own()) return false;
    people_.begin_person();
    for (const auto field : {id, offices, profession}) {
      const auto text = table_.cell(detail::csv_column_of(field));
      const bool is_stated = field == id || !text.empty();
      if (is_stated && !people_.set_text(field, text))
        return table_.no_in(detail::csv_column_of(field), people_.fault.found, people_.fault.expected);
    }
    for (const auto field : {detail::person_field::consent, less_experienced, grades}) {
      if (!read_flag(field)) return false;
    }
    return (people_.end_person() && people_.fits()) || table_.no(people_.fault.found, people_.fault.expected);
  }
  [[nodiscard]] bool read_flag(detail::person_field field) {
    const auto column = detail::csv_column_of(field);
    const auto text = table_.cell(column);
    if (text.empty()) return true;
    const bool flag = text == "true" || text == "TRUE" || text == "True";
    if (!flag && text != "false" && text != "FALSE" && text != "False")
      return table_.no_in(column, table_.quoted(text), detail::wanted_flag);
    return people_.set_flag(field, flag);
  }

  detail::csv_table table_;
  detail::timestamp_parser times_;
  detail::people_builder people_;
  header_record header_;
  event_record event_;
  std::string session_;
  std::uint64_t session_key_ = 0;
  std::uint64_t line_ = 0;
  bool has_row_ = false;
  bool has_header_ = false;
  bool is_inside_session_ = false;
};

/// Reads a CSV log (RFC 4180): `csv_reader<> reader(file, "log.csv"); reader.read(visitor)`; a part of it may follow
/// the name.
template <typename Protocols = all_protocols>
using csv_reader = record_reader<csv_source, Protocols>;

}  // namespace balint
