// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Records as lines of JSON.
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/log/to_record.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace balint::detail {

/// Appends a person as an object.
inline void append_person(std::string& out, const person_record& one) {
  each_field(one, [&]<typename Value>(person_field field, Value value) {
    out.append(field == person_field::id ? "{\"" : ",\"").append(person_field_names[static_cast<std::size_t>(field)]);
    out += "\":";
    if constexpr (std::same_as<Value, bool>) {
      out += field_text(value);
    } else if (field == person_field::offices) {
      std::string_view before = "[";
      for (const auto& office : one.offices) {
        out.append(before).append(to_json(office));
        before = ",";
      }
      out += ']';
    } else {
      out += to_json(value);
    }
  });
  out += '}';
}

/// Appends the line of a header, its end included.
inline void append_line(std::string& out, const header_record& header) {
  out += R"({"balint":1,"protocol":)" + to_json(header.protocol) + R"(,"session":)" + to_json(header.session) +
         R"(,"people":[)";
  std::string_view before;
  for (const auto& one : header.people) {
    out += before;
    append_person(out, one);
    before = ",";
  }
  out += "]}\n";
}

/// Appends the line of an event, its end included.
inline void append_line(std::string& out, const event_record& e) {
  out += '{';
  if (e.at != unstated) out += R"("at":")" + to_timestamp(e.at) + R"(",)";
  out += R"("by":)" + to_json(e.by) + R"(,"act":)" + to_json(e.act);
  if (e.targets.has(target_kind::case_of)) out += R"(,"case":)" + to_json(e.target_name);
  if (e.targets.has(target_kind::option)) out += R"(,"option":)" + std::to_string(e.option);
  if (e.targets.has(target_kind::rule)) out += R"(,"rule":)" + to_json(e.target_name);
  if (e.targets.has(target_kind::person)) out += R"(,"to":)" + to_json(e.target_name);
  out += "}\n";
}

/// The line of a record, if there is one.
template <typename Record>
[[nodiscard]] std::expected<std::string, unwritable> to_line(const std::expected<Record, unwritable>& record) {
  if (!record) return std::unexpected(record.error());
  std::string line;
  append_line(line, *record);
  return line;
}

}  // namespace balint::detail
