// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The people of a header in JSON Lines: an array of objects.
#include <balint/log/detail/people_builder.hpp>
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/jsonl/detail/values.hpp>

#include <simdjson.h>

#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// Reads people; a fault is one of the values'.
class people_values {
 public:
  using value = line_values::value;
  using of_key = line_values::of_key;

  explicit people_values(line_values& values) noexcept : values_(values) {}

  /// Reads an array of people.
  [[nodiscard]] bool read(value& v, of_key column, std::vector<person_record>& into) {
    simdjson::ondemand::array people;
    if (v.get_array().get(people) != simdjson::SUCCESS)
      return values_.no(line_values::kind_of(v), "an array of people", column);
    builder_.begin(into);
    for (auto each : people) {
      value one;
      if (const auto error = std::move(each).get(one)) return values_.no(error);
      if (!read_person(one)) return false;
    }
    builder_.end();
    return true;
  }

 private:
  [[nodiscard]] bool read_person(value& v) {
    const auto start = values_.here();
    simdjson::ondemand::object object;
    if (v.get_object().get(object) != simdjson::SUCCESS)
      return values_.no(line_values::kind_of(v), "a person as an object", start);
    builder_.begin_person();
    for (auto each : object) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(each).get(field)) return values_.no(error);
      const char* const key = field.key().raw() - 1;
      auto which = find_person_field(line_values::plain_name(key));
      if (!which) {
        std::string_view name;
        if (const auto error = field.unescaped_key().get(name)) return values_.no(error);
        which = find_person_field(name);
        if (!which) return values_.no("the key \"" + shown(name) + "\"", wanted_person_field, values_.column_of(key));
      }
      if (builder_.has(*which)) return builder_.is_second(*which), is_good(false, values_.column_of(key));
      value about = field.value();
      if (may_be_null(*which) && line_values::is_null(about)) {
        if (!builder_.set_nothing(*which) || !values_.read_null(about)) return false;
        continue;
      }
      if (!read_field(*which, about, {key})) return false;
    }
    return is_good(builder_.end_person(), start);
  }

  static constexpr bool may_be_null(person_field field) noexcept {
    return field != person_field::id && field != person_field::offices;
  }
  [[nodiscard]] bool read_field(person_field field, value& v, of_key column) {
    std::string_view text;
    bool flag = false;
    switch (field) {
      case person_field::id:
        return values_.read_text(v, "an id", column, text) && is_good(builder_.set_text(field, text), column);
      case person_field::profession:
        return values_.read_text(v, "a profession", column, text) && is_good(builder_.set_text(field, text), column);
      case person_field::offices: return read_offices(v, column);
      case person_field::consent:
      case person_field::less_experienced:
      case person_field::grades:
        return values_.read_flag(v, column, flag) && is_good(builder_.set_flag(field, flag), column);
    }
    return false;
  }

  [[nodiscard]] bool read_offices(value& v, of_key column) {
    simdjson::ondemand::array offices;
    if (v.get_array().get(offices) != simdjson::SUCCESS)
      return values_.no(line_values::kind_of(v), "an array of offices", column);
    for (auto each : offices) {
      const auto start = values_.here();
      value one;
      if (const auto error = std::move(each).get(one)) return values_.no(error);
      std::string_view office;
      if (!values_.read_text(one, "the name of an office", start, office)) return false;
      builder_.add_office(office);
    }
    return true;
  }

  /// Whether the builder took something; where it did not, the fault gets its column.
  template <typename Column>
  [[nodiscard]] bool is_good(bool is_taken, Column column) {
    return is_taken || values_.no(std::move(builder_.fault.found), builder_.fault.expected, column);
  }

  line_values& values_;
  people_builder builder_;
};

}  // namespace balint::detail
