// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Records as lines of JSON.
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/jsonl/detail/piece.hpp>
#include <balint/log/to_record.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/target.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace balint::detail {

/// Appends a person as an object.
inline void append_person(std::string& out, const person_record& one) {
  append_piece(out, [&](auto& piece) {
    each_field(one, [&]<typename Value>(person_field field, Value value) {
      if (field == person_field::id) {
        piece.put(R"({")");
      } else {
        piece.put(R"(,")");
      }
      piece.put_known(person_field_names[static_cast<std::size_t>(field)]);
      piece.put(R"(":)");
      if constexpr (std::same_as<Value, bool>) {
        piece.put_known(field_text(value));
      } else if (field == person_field::offices) {
        std::string_view before = "[";
        for (const auto& office : one.offices) {
          piece.put_known(before);
          piece.put_quoted(office);
          before = ",";
        }
        piece.put("]");
      } else {
        piece.put_quoted(value);
      }
    });
    piece.put("}");
  });
}

/// Appends the line of a header, its end included.
inline void append_line(std::string& out, const header_record& header) {
  out += R"({"balint":1,"protocol":)";
  append_json(out, header.protocol);
  out += R"(,"session":)";
  append_json(out, header.session);
  out += R"(,"people":[)";
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
  append_piece(out, [&](auto& piece) {
    const auto name = [&](const auto& key) {
      piece.put(key);
      piece.put_quoted(e.target_name);
    };
    piece.put("{");
    if (e.at != unstated) {
      piece.put(R"("at":")");
      piece.put(e.at);
      piece.put(R"(",)");
    }
    piece.put(R"("by":)");
    piece.put_quoted(e.by);
    piece.put(R"(,"act":)");
    piece.put_quoted(e.act);
    if (e.targets.has(target_kind::case_of)) name(R"(,"case":)");
    if (e.targets.has(target_kind::option)) {
      piece.put(R"(,"option":)");
      piece.put(e.option);
    }
    if (e.targets.has(target_kind::rule)) name(R"(,"rule":)");
    if (e.targets.has(target_kind::person)) name(R"(,"to":)");
    piece.put("}\n");
  });
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
