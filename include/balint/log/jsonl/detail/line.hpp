// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One line of a JSON Lines log: a header or an event, not yet tied to a protocol.
#include <balint/log/detail/encoding.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/jsonl/detail/keys.hpp>
#include <balint/log/jsonl/detail/people.hpp>
#include <balint/log/jsonl/detail/values.hpp>
#include <balint/log/record_source.hpp>
#include <balint/log/timestamp.hpp>

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Whether a line holds nothing, so that it may be between records.
[[nodiscard]] constexpr bool is_blank_line(std::string_view line) noexcept {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Parses lines. One parser reads one log.
class jsonl_line {
 public:
  explicit jsonl_line(line_form form = line_form::log) noexcept : form_(form) {}
  jsonl_line(const jsonl_line&) = delete;
  jsonl_line& operator=(const jsonl_line&) = delete;
  ~jsonl_line() = default;

  header_record header;
  event_record event;
  /// What is wrong with the line.
  [[nodiscard]] const line_fault& fault() const noexcept { return values_.fault; }
  /// Says in which encoding a log is whose first line cannot be read, if it is not UTF-8.
  [[gnu::cold]] void blame_encoding(std::string_view first_line) {
    if (auto wide = wide_encoding_fault(first_line)) values_.fault = std::move(*wide);
  }
  /// Says that something is wrong beyond the line.
  void set_fault(line_fault why) noexcept { values_.fault = std::move(why); }

  /// Parses one line, which may be read `SIMDJSON_PADDING` bytes beyond its end.
  [[nodiscard]] record_kind parse(std::string_view line) {
    kind_ = record_kind::fault;
    event = {};
    values_.begin(line);
    if (is_blank_line(line)) return fail("an empty line", "a JSON object");
    if (line.starts_with(byte_order_mark)) return fail("a byte order mark", "a JSON object", 1);
    auto result = parsed::header_so_far;
    if (!line.starts_with("{\"balint\"")) result = parse_object(line);
    if (result == parsed::header_so_far) {
      kind_ = record_kind::header;
      result = parse_object(line);
    }
    return result == parsed::whole ? kind_ : record_kind::fault;
  }

  /// Whether the line that was parsed last began as a header, be it faulty or not.
  [[nodiscard]] bool began_as_header() const noexcept { return kind_ == record_kind::header; }

 private:
  using value = line_values::value;
  using of_key = line_values::of_key;
  /// What parsing a line came to: a header whose kind is known by a later key is parsed once more.
  enum class parsed : std::uint8_t { whole, fault, header_so_far };

  record_kind fail(std::string found, std::string_view wanted, std::uint64_t column = 0) {
    values_.no(std::move(found), wanted, column);
    return record_kind::fault;
  }

  [[nodiscard]] parsed parse_object(std::string_view line) {
    simdjson::ondemand::document document;
    const auto room = line.size() + simdjson::SIMDJSON_PADDING;
    values_.read_from(nullptr);
    if (const auto error = parser_.iterate(line.data(), line.size(), room).get(document))
      return faulty(values_.no(error));
    values_.read_from(&document);
    const auto result = parse_keys(document);
    values_.read_from(nullptr);
    return result;
  }
  [[nodiscard]] parsed parse_keys(simdjson::ondemand::document& document) {
    simdjson::ondemand::object object;
    if (const auto error = document.get_object().get(object); error == simdjson::INCORRECT_TYPE) {
      return faulty(values_.no("no JSON object", "a JSON object", std::uint64_t{1}));
    } else if (error != simdjson::SUCCESS) {
      return faulty(values_.no(error));
    }
    seen_keys seen;
    for (auto each : object) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(each).get(field)) return faulty(values_.no(error));
      const char* const place = field.key().raw() - 1;
      std::string_view name = line_values::plain_name(place);
      if (name.empty()) {
        if (const auto error = field.unescaped_key().get(name)) return faulty(values_.no(error));
      }
      const auto key = find_line_key(name, form_);
      if (is_of_header(key) && kind_ == record_kind::fault) return parsed::header_so_far;
      value v = field.value();
      if (!is_expected(key, name, place, seen) || !read_value(key, v, {place})) return parsed::fault;
    }
    if (seen.empty()) return faulty(values_.no("an empty object", "a header or an event"));
    if (const auto next = values_.here(); next != 0)
      return faulty(values_.no("something after the object", "the end of the line", next));
    return is_whole(seen) ? parsed::whole : parsed::fault;
  }
  static parsed faulty(bool) noexcept { return parsed::fault; }

  /// Whether a key can only be one of a header. In a stream, `session` does not tell headers from events.
  [[nodiscard]] bool is_of_header(line_key key) const noexcept {
    switch (key) {
      case line_key::balint:
      case line_key::protocol:
      case line_key::people: return true;
      case line_key::session: return form_ == line_form::log || kind_ == record_kind::header;
      default: return false;
    }
  }
  /// Whether a key may come next, in a line of this kind, once.
  [[nodiscard]] bool is_expected(line_key key, std::string_view name, const char* place, seen_keys& seen) {
    const bool is_header = kind_ == record_kind::header;
    if (key == line_key::unknown || is_header != is_of_header(key))
      return values_.no("the key \"" + shown(name) + "\"", wanted_keys(is_header, form_, seen.empty() && !is_header),
                        values_.column_of(place));
    if (!is_header && key != line_key::session) kind_ = record_kind::event;
    if (seen.has(key)) return values_.no("a second \"" + shown(name) + "\"", wanted_once, values_.column_of(place));
    seen.insert(key);
    return true;
  }

  [[nodiscard]] bool read_value(line_key key, value& v, of_key column) {
    if (may_be_null(key) && line_values::is_null(v)) return values_.read_null(v);
    event.targets.insert(target_named_by(key));
    std::string_view text;
    switch (key) {
      case line_key::at: return read_time(v, column);
      case line_key::by: return values_.read_id(v, column, event.by);
      case line_key::act: return values_.read_text(v, "the name of an act", column, event.act);
      case line_key::on_case:
      case line_key::to: return values_.read_id(v, column, event.target_name);
      case line_key::rule: return values_.read_text(v, "the name of a rule", column, event.target_name);
      case line_key::option: return read_option(v, column);
      case line_key::seq: return read_seq(v, column);
      case line_key::balint: return read_version(v, column);
      case line_key::protocol:
        if (!values_.read_text(v, "the name of a protocol", column, text)) return false;
        header.protocol = text;
        return true;
      case line_key::session:
        if (kind_ != record_kind::header) return values_.read_id(v, column, event.session);
        if (!values_.read_id(v, column, text)) return false;
        header.session = text;
        return true;
      case line_key::people: return people_.read(v, column, header.people);
      case line_key::unknown: break;
    }
    return false;
  }
  [[nodiscard]] bool read_time(value& v, of_key column) {
    std::string_view text;
    if (!values_.read_text(v, "a time", column, text)) return false;
    const auto at = parse_timestamp(text);
    if (!at) return values_.no("\"" + shown(text) + "\"", wanted_time, column);
    event.at = *at;
    return true;
  }
  [[nodiscard]] bool read_option(value& v, of_key column) {
    std::int64_t number = 0;
    if (!line_values::get_whole(v, number)) return values_.no(line_values::kind_of(v), wanted_option, column);
    event.option = option_number(number);
    return true;
  }
  [[nodiscard]] bool read_seq(value& v, of_key column) {
    std::int64_t whole = 0;
    if (v.get_uint64().get(event.seq) != simdjson::SUCCESS && line_values::get_whole(v, whole))
      event.seq = whole < 0 ? 0 : static_cast<std::uint64_t>(whole);
    if (event.seq != 0) return true;
    return values_.no(line_values::kind_of(v), "the number of the event in its session, from 1", column);
  }
  [[nodiscard]] bool read_version(value& v, of_key column) {
    std::int64_t version = 0;
    if (!line_values::get_whole(v, version)) return values_.no(line_values::kind_of(v), "the format version 1", column);
    return version == 1 || values_.no("format version " + std::to_string(version), "format version 1", column);
  }

  [[nodiscard]] bool is_whole(const seen_keys& seen) {
    if (kind_ == record_kind::fault) kind_ = record_kind::event;  // Nothing but its session.
    const bool is_header = kind_ == record_kind::header;
    for (const auto key : needed_keys(is_header, form_)) {
      if (!seen.has(key)) return lacks(key);
    }
    return true;
  }
  bool lacks(line_key key) {
    const auto name = "\"" + std::string(name_of(key)) + "\"";
    const std::string line = kind_ == record_kind::header ? "a header" : "an event";
    return values_.no(line + " without " + name, "the key " + name);
  }

  line_form form_;
  record_kind kind_ = record_kind::fault;
  simdjson::ondemand::parser parser_;
  line_values values_;
  people_values people_{values_};
};

}  // namespace balint::detail
