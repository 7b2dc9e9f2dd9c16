// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The values of a line of JSON, read with simdjson, and what is wrong with one: where, what was found, what is wanted.
#include <balint/group/person.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/format_error.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// Reads the values of one line after the other. What answers false has a fault.
class line_values {
 public:
  using value = simdjson::ondemand::value;

  line_fault fault;

  /// Begins with a line.
  void begin(std::string_view line) noexcept {
    line_ = line;
    document_ = nullptr;
  }
  /// The document that the line is read as; null: it is read no longer.
  void read_from(simdjson::ondemand::document* document) noexcept { document_ = document; }

  /// The column of a place in the line, from 1; 0: it is not in it.
  [[nodiscard]] std::uint64_t column_of(const char* place) const noexcept {
    const bool is_inside = place >= line_.data() && place <= line_.data() + line_.size();
    return is_inside ? static_cast<std::uint64_t>(place - line_.data()) + 1 : 0;
  }
  /// A value by its key: the column of the value is only worked out for a message.
  struct of_key {
    const char* key;
  };
  [[nodiscard]] std::uint64_t column_of(of_key one) const noexcept {
    const char* at = one.key + 1;
    const char* const end = line_.data() + line_.size();
    for (; at < end && *at != '"'; ++at) {
      if (*at == '\\') ++at;
    }
    for (++at; at < end && (*at == ':' || *at == ' ' || *at == '\t' || *at == '\r'); ++at) {
    }
    return column_of(at);
  }
  [[nodiscard]] static constexpr std::uint64_t column_of(std::uint64_t column) noexcept { return column; }
  /// The column that has been read to; 0: it is not known.
  [[nodiscard]] std::uint64_t here() noexcept {
    const char* place = nullptr;
    return document_ != nullptr && document_->current_location().get(place) == simdjson::SUCCESS ? column_of(place) : 0;
  }

  /// That something is wrong in a column, or with the value of a key.
  template <typename Column = std::uint64_t>
  bool no(std::string found, std::string_view wanted, Column column = 0) {
    fault = {column_of(column), std::move(found), std::string(wanted)};
    return false;
  }
  /// That the line is no JSON.
  bool no(simdjson::error_code error) {
    std::string what = "broken JSON (";
    what += simdjson::error_message(error);
    return no(what + ")", "one JSON object, in UTF-8", here());
  }

  /// The name of a key that is short and has no escapes, so that simdjson need not unescape it; empty: it is not so
  /// plain.
  [[nodiscard]] static std::string_view plain_name(const char* key) noexcept {
    constexpr std::size_t most = 24;
    const char* const name = key + 1;
    for (std::size_t n = 0; n < most && name[n] != '\\'; ++n) {
      if (name[n] == '"') return {name, n};
    }
    return {};
  }

  template <typename Column>
  [[nodiscard]] bool read_text(value& v, std::string_view wanted, Column column, std::string_view& into) {
    const auto error = v.get_string().get(into);
    if (error == simdjson::INCORRECT_TYPE) return no(kind_of(v), std::string(wanted) + " as a text", column);
    return error == simdjson::SUCCESS || no(error);
  }
  [[nodiscard]] bool read_flag(value& v, of_key column, bool& into) {
    return v.get_bool().get(into) == simdjson::SUCCESS || no(kind_of(v), wanted_flag, column);
  }
  /// Whether the value is `null`, or begins as if it were: see `read_null`.
  [[nodiscard]] static bool is_null(value& v) noexcept {
    simdjson::ondemand::json_type type{};
    return v.type().get(type) == simdjson::SUCCESS && type == simdjson::ondemand::json_type::null;
  }
  /// Reads `null`.
  [[nodiscard]] bool read_null(value& v) { return holds(v.is_null()) || no(simdjson::N_ATOM_ERROR); }
  /// Reads a whole number, which may be written as `1.0`; false without a fault: it is none, or none of 64 bits.
  [[nodiscard]] static bool get_whole(value& v, std::int64_t& into) {
    if (v.get_int64().get(into) == simdjson::SUCCESS) return true;
    double number = 0;
    constexpr double least = -9'223'372'036'854'775'808.0;
    if (v.get_double().get(number) != simdjson::SUCCESS || !(number >= least && number < -least)) return false;
    into = static_cast<std::int64_t>(number);
    return static_cast<double>(into) == number;
  }
  [[nodiscard]] bool read_id(value& v, of_key column, std::string_view& into) {
    return read_text(v, "an id", column, into) &&
           (is_pseudonym(into) || no("\"" + shown(into) + "\"", wanted_pseudonym, column));
  }
  /// What kind of value there is, for a message.
  [[nodiscard]] static std::string kind_of(value& v) {
    simdjson::ondemand::json_type type{};
    if (v.type().get(type) != simdjson::SUCCESS) return "no value";
    switch (type) {
      case simdjson::ondemand::json_type::array: return "an array";
      case simdjson::ondemand::json_type::object: return "an object";
      case simdjson::ondemand::json_type::number: return "a number";
      case simdjson::ondemand::json_type::string: return "a text";
      case simdjson::ondemand::json_type::boolean: return "true or false";
      case simdjson::ondemand::json_type::null: return "null";
      default: break;  // Later versions of simdjson have one more.
    }
    return "no value";
  }

 private:
  // What `is_null` gives depends on the version of simdjson.
  static bool holds(bool flag) noexcept { return flag; }
  static bool holds(simdjson::simdjson_result<bool> result) noexcept {
    bool flag = false;
    return std::move(result).get(flag) == simdjson::SUCCESS && flag;
  }

  std::string_view line_;
  simdjson::ondemand::document* document_ = nullptr;
};

}  // namespace balint::detail
