// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One line of a JSON Lines log, read with simdjson and not yet tied to a protocol.
#include <balint/group/person.hpp>
#include <balint/log/detail/raw.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/vocabulary/detail/word_index.hpp>
#include <balint/vocabulary/event.hpp>

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// What a line turned out to be.
enum class line_kind : std::uint8_t { header, event, fault };

/// Whether the events of a session stand behind its header, or each says which session it is of.
enum class line_form : std::uint8_t { log, stream };

/// Parses lines. One parser reads one log.
class jsonl_line {
 public:
  explicit jsonl_line(line_form form = line_form::log) noexcept : form_(form) {}

  raw_header header;
  raw_event event;
  line_fault fault;

  /// Parses one line, which may be read `SIMDJSON_PADDING` bytes beyond its end.
  [[nodiscard]] line_kind parse(std::string_view line) {
    kind_ = line_kind::fault;
    event.clear();
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return fail("an empty line", "a JSON object");
    if (line.starts_with("\xEF\xBB\xBF")) return fail("a byte order mark", "a JSON object", 1);
    if (!line.starts_with("{\"balint\"")) {
      const auto parsed = parse_with(parser_, line);
      if (parsed != parsed_as::header_so_far) return parsed == parsed_as::whole ? kind_ : line_kind::fault;
    }
    // A header is parsed by a parser of its own, so that its texts outlive the events behind it.
    kind_ = line_kind::header;
    header.clear();
    parser_of_header_ = 1 - parser_of_header_;
    return parse_with(header_parsers_[parser_of_header_], line) == parsed_as::whole ? kind_ : line_kind::fault;
  }

  /// Whether the line that was parsed last began as a header, be it faulty or not.
  [[nodiscard]] bool began_as_header() const noexcept { return kind_ == line_kind::header; }

 private:
  using value = simdjson::ondemand::value;
  enum class parsed_as : std::uint8_t { whole, fault, header_so_far };

  parsed_as parse_with(simdjson::ondemand::parser& parser, std::string_view line) {
    namespace sj = simdjson;
    begin_ = line.data();
    size_ = line.size();
    document_ = nullptr;
    sj::ondemand::document document;
    if (const auto error = parser.iterate(line.data(), line.size(), line.size() + sj::SIMDJSON_PADDING).get(document)) {
      return faulty(broken(error));
    }
    document_ = &document;
    sj::ondemand::object object;
    if (const auto error = document.get_object().get(object); error == sj::INCORRECT_TYPE) {
      return faulty(fail("no JSON object", "a JSON object", 1));
    } else if (error != sj::SUCCESS) {
      return faulty(broken(error));
    }
    std::uint32_t seen = 0;
    for (auto each : object) {
      sj::ondemand::field field;
      if (const auto error = std::move(each).get(field)) return faulty(broken(error));
      const char* const place = field.key().raw() - 1;
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key)) return faulty(broken(error));
      const auto i = number_of(key);
      if (is_of_header(i) && kind_ == line_kind::fault) return parsed_as::header_so_far;
      value v = field.value();
      if (!read_key(i, key, v, place, seen)) return parsed_as::fault;
    }
    if (seen == 0) return faulty(fail("an empty object", "a header or an event"));
    if (const auto behind = here(); behind != 0)
      return faulty(fail("something behind the object", "the end of the line", behind));
    return is_whole(seen) ? parsed_as::whole : parsed_as::fault;
  }
  static parsed_as faulty(line_kind) noexcept { return parsed_as::fault; }
  static constexpr std::array<std::string_view, 12> keys{"at", "by",     "act",      "case",    "option", "rule",
                                                         "to", "balint", "protocol", "session", "people", "seq"};
  static constexpr std::size_t first_header_key = 7, session_key = 9, seq_key = 11;

  /// Whether a key can only be one of a header. In a stream, `session` does not tell headers from events.
  [[nodiscard]] bool is_of_header(std::size_t i) const noexcept {
    if (i < first_header_key || i >= seq_key) return false;
    return i != session_key || form_ == line_form::log || kind_ == line_kind::header;
  }

  [[nodiscard]] std::uint64_t column_of(const char* place) const noexcept {
    return place >= begin_ && place <= begin_ + size_ ? static_cast<std::uint64_t>(place - begin_) + 1 : 0;
  }
  /// The value behind a key: its column is only worked out for a message.
  struct of_key {
    const char* place;
  };
  [[nodiscard]] std::uint64_t column_of(of_key key) const noexcept {
    const char* at = key.place + 1;
    const char* const end = begin_ + size_;
    for (; at < end && *at != '"'; ++at) {
      if (*at == '\\') ++at;
    }
    for (++at; at < end && (*at == ':' || *at == ' ' || *at == '\t' || *at == '\r'); ++at) {
    }
    return column_of(at);
  }
  [[nodiscard]] std::uint64_t here() noexcept {
    const char* place = nullptr;
    return document_ != nullptr && document_->current_location().get(place) == simdjson::SUCCESS ? column_of(place) : 0;
  }
  line_kind fail(std::string found, std::string expected, std::uint64_t column = 0) {
    fault = {column, std::move(found), std::move(expected)};
    return line_kind::fault;
  }
  bool no(std::string found, std::string expected, std::uint64_t column) {
    fail(std::move(found), std::move(expected), column);
    return false;
  }
  line_kind broken(simdjson::error_code error) {
    std::string what = "broken JSON (";
    what += simdjson::error_message(error);
    return fail(what + ")", "one JSON object, in UTF-8", here());
  }
  bool no(std::string found, std::string expected, of_key key) {
    return no(std::move(found), std::move(expected), column_of(key));
  }
  bool no(simdjson::error_code error) {
    broken(error);
    return false;
  }

  template <std::size_t N>
  static constexpr auto keys_of(const std::array<std::string_view, N>& names) {
    std::array<std::uint64_t, N> numbers{};
    for (std::size_t k = 0; k < N; ++k) numbers[k] = name_key(names[k]);
    return numbers;
  }
  [[nodiscard]] std::size_t number_of(std::string_view key) const noexcept {
    static constexpr auto numbers = keys_of(keys);
    const auto number = name_key(key);
    std::size_t i = 0;
    while (i < keys.size() && (numbers[i] != number || keys[i] != key)) ++i;
    return i == seq_key && form_ == line_form::log ? keys.size() : i;
  }
  bool read_key(std::size_t i, std::string_view key, value& v, const char* place, std::uint32_t& seen) {
    const bool header_key = is_of_header(i);
    if (kind_ == line_kind::fault && i < keys.size() && i != session_key) kind_ = line_kind::event;
    if (i == keys.size() || (kind_ == line_kind::header) != header_key) {
      std::string expected = "balint, protocol, session or people";
      if (kind_ != line_kind::header)
        expected = form_ == line_form::log ? "at, by, act, case, option, rule or to"
                                           : "session, seq, at, by, act, case, option, rule or to";
      if (seen == 0) expected += ", or in a header balint, protocol, session or people";
      return no("the key \"" + shown(key) + "\"", std::move(expected), column_of(place));
    }
    if (((seen >> i) & 1U) != 0) return no("a second \"" + shown(key) + "\"", "each key once", column_of(place));
    seen |= 1U << i;
    return header_key ? read_header(i, v, {place}) : read_event(i, v, {place});
  }

  bool read_event(std::size_t i, value& v, of_key column) {
    std::string_view text;
    switch (i) {
      case 0: {
        if (!read_text(v, "a time", column, text)) return false;
        const auto at = parse_timestamp(text);
        if (!at)
          return no(quoted(text), "a time like 2026-03-02T16:31:10.250Z (RFC 3339, UTC, up to milliseconds)", column);
        event.at = *at;
        return true;
      }
      case 1: return read_id(v, column, event.by);
      case 2: return read_text(v, "the name of an act", column, event.act);
      case 3: event.targets |= key_case; return read_id(v, column, event.name_of_target);
      case 4: event.targets |= key_option; return read_option(v, column);
      case session_key: return read_id(v, column, event.session);
      case seq_key: return read_seq(v, column);
      case 5: event.targets |= key_rule; return read_text(v, "the name of a rule", column, event.name_of_target);
      default: event.targets |= key_to; return read_id(v, column, event.name_of_target);
    }
  }

  bool read_header(std::size_t i, value& v, of_key column) {
    std::string_view text;
    switch (i - first_header_key) {
      case 0: {
        std::int64_t version = 0;
        if (v.get_int64().get(version) != simdjson::SUCCESS) return no(kind_of(v), "the format version 1", column);
        if (version != 1) return no("format version " + std::to_string(version), "format version 1", column);
        return true;
      }
      case 1:
        if (!read_text(v, "the name of a protocol", column, text)) return false;
        header.protocol = text;
        return true;
      case 2:
        if (!read_id(v, column, text)) return false;
        header.session = text;
        return true;
      default: break;
    }
    simdjson::ondemand::array people;
    if (v.get_array().get(people) != simdjson::SUCCESS) return no(kind_of(v), "an array of people", column);
    for (auto each : people) {
      value one;
      if (const auto error = std::move(each).get(one)) return no(error);
      if (!read_person(one)) return false;
    }
    return true;
  }

  bool read_person(value& v) {
    static constexpr std::array<std::string_view, 6> person_keys{"id",         "offices",          "consent",
                                                                 "profession", "less_experienced", "grades"};
    const auto start = here();
    simdjson::ondemand::object object;
    if (v.get_object().get(object) != simdjson::SUCCESS) return no(kind_of(v), "a person as an object", start);
    auto& person = header.people.emplace_back();
    person.first_office = person.end_of_offices = header.offices.size();
    std::uint32_t seen = 0;
    for (auto each : object) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(each).get(field)) return no(error);
      const char* const place = field.key().raw() - 1;
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key)) return no(error);
      static constexpr auto numbers = keys_of(person_keys);
      const auto number = name_key(key);
      std::size_t i = 0;
      while (i < person_keys.size() && (numbers[i] != number || person_keys[i] != key)) ++i;
      if (i == person_keys.size()) {
        return no("the key \"" + shown(key) + "\"", "id, offices, consent, profession, less_experienced or grades",
                  column_of(place));
      }
      if (((seen >> i) & 1U) != 0) return no("a second \"" + shown(key) + "\"", "each key once", column_of(place));
      seen |= 1U << i;
      value about = field.value();
      if (!read_about(person, i, about, {place})) return false;
    }
    if ((seen & 1U) == 0) return no("a person without \"id\"", "a pseudonym for everybody", start);
    if ((seen & 2U) == 0 || person.first_office == person.end_of_offices)
      return no("a person without an office", "one or more offices for everybody", start);
    return true;
  }

  bool read_about(raw_person& person, std::size_t i, value& v, of_key column) {
    std::string_view text;
    bool flag = false;
    switch (i) {
      case 0:
        if (!read_id(v, column, text)) return false;
        person.id = text;
        return true;
      case 1: return read_offices(person, v, column);
      case 2:
        if (!read_flag(v, column, flag)) return false;
        person.agrees = flag ? consent::given : consent::refused;
        return true;
      case 3:
        if (!read_text(v, "a profession", column, text)) return false;
        if (text.empty()) return no("an empty text", "a profession, or no such key", column);
        person.profession = text;
        return true;
      case 4: return read_flag(v, column, person.less_experienced);
      default: return read_flag(v, column, person.grades);
    }
  }

  bool read_offices(raw_person& person, value& v, of_key column) {
    simdjson::ondemand::array offices;
    if (v.get_array().get(offices) != simdjson::SUCCESS) return no(kind_of(v), "an array of offices", column);
    for (auto each : offices) {
      const auto start = here();
      value one;
      if (const auto error = std::move(each).get(one)) return no(error);
      std::string_view office;
      if (!read_text(one, "the name of an office", start, office)) return false;
      header.offices.push_back(office);
    }
    person.end_of_offices = header.offices.size();
    return true;
  }

  template <typename Column>
  bool read_text(value& v, std::string_view expected, Column column, std::string_view& into) {
    const auto error = v.get_string().get(into);
    if (error == simdjson::INCORRECT_TYPE) return no(kind_of(v), std::string(expected) + " as a text", column);
    return error == simdjson::SUCCESS || no(error);
  }
  bool read_flag(value& v, of_key column, bool& into) {
    return v.get_bool().get(into) == simdjson::SUCCESS || no(kind_of(v), "true or false", column);
  }
  bool read_id(value& v, of_key column, std::string_view& into) {
    if (!read_text(v, "an id", column, into)) return false;
    if (is_pseudonym(into)) return true;
    return no(quoted(into), "a pseudonym of 1 to 64 letters, digits, _ . or - (no names in a log)", column);
  }
  bool read_option(value& v, of_key column) {
    std::int64_t number = 0;
    if (v.get_int64().get(number) != simdjson::SUCCESS) return no(kind_of(v), "the number of an option", column);
    constexpr auto unknown = std::uint16_t{0xFFFF};
    event.option = number < 0 || number >= unknown ? unknown : static_cast<std::uint16_t>(number);
    return true;
  }

  bool read_seq(value& v, of_key column) {
    if (v.get_uint64().get(event.seq) == simdjson::SUCCESS && event.seq != 0) return true;
    return no(kind_of(v), "the number of the event in its session, from 1", column);
  }

  static std::string quoted(std::string_view text) {
    std::string in_quotes(1, '"');
    in_quotes += shown(text);
    return in_quotes + '"';
  }
  static std::string kind_of(value& v) {
    simdjson::ondemand::json_type type{};
    if (v.type().get(type) != simdjson::SUCCESS) return "no value";
    switch (type) {
      case simdjson::ondemand::json_type::array: return "an array";
      case simdjson::ondemand::json_type::object: return "an object";
      case simdjson::ondemand::json_type::number: return "a number";
      case simdjson::ondemand::json_type::string: return "a text";
      case simdjson::ondemand::json_type::boolean: return "true or false";
      case simdjson::ondemand::json_type::null: return "null";
    }
    return "no value";
  }

  [[nodiscard]] bool is_whole(std::uint32_t seen) {
    if (kind_ == line_kind::fault) kind_ = line_kind::event;  // nothing but its session
    std::array<std::size_t, 4> needed{1, 2, 2, 2};
    if (form_ == line_form::stream) needed[3] = session_key;
    if (kind_ == line_kind::header) needed = {7, 8, session_key, 10};
    for (const auto i : needed) {
      if (((seen >> i) & 1U) == 0) {
        return no(
            (kind_ == line_kind::header ? "a header without \"" : "an event without \"") + std::string(keys[i]) + "\"",
            "the key \"" + std::string(keys[i]) + "\"", 0);
      }
    }
    return true;
  }

  line_form form_;
  simdjson::ondemand::parser parser_;
  std::array<simdjson::ondemand::parser, 2> header_parsers_;
  std::size_t parser_of_header_ = 0;
  simdjson::ondemand::document* document_ = nullptr;
  const char* begin_ = nullptr;
  std::size_t size_ = 0;
  line_kind kind_ = line_kind::fault;
};

}  // namespace balint::detail
