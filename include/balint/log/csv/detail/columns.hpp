// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The columns of a CSV log, and which of them a session, a person and an event have.
#include <balint/log/detail/person_fields.hpp>
#include <balint/vocabulary/detail/word_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::detail {

/// The columns, in the order in which they are written.
inline constexpr std::array<std::string_view, 15> csv_columns{
    "session", "row", "at",       "by",      "act",     "case",       "option",
    "rule",    "to",  "protocol", "offices", "consent", "profession", "less_experienced",
    "grades"};
enum csv_column : std::uint8_t {
  csv_session,
  csv_kind,
  csv_at,
  csv_by,
  csv_act,
  csv_case,
  csv_option,
  csv_rule,
  csv_to,
  csv_protocol,
  csv_offices,
  csv_consent,
  csv_profession,
  csv_less_experienced,
  csv_grades
};

/// The column of a field of a person.
constexpr csv_column csv_column_of(person_field field) noexcept {
  switch (field) {
    case person_field::id: return csv_by;
    case person_field::offices: return csv_offices;
    case person_field::consent: return csv_consent;
    case person_field::profession: return csv_profession;
    case person_field::less_experienced: return csv_less_experienced;
    case person_field::grades: break;
  }
  return csv_grades;
}

/// Columns as bits.
template <typename... Columns>
constexpr std::uint32_t csv_cells(Columns... columns) noexcept {
  return (0U | ... | (std::uint32_t{1} << static_cast<std::uint8_t>(columns)));
}
inline constexpr auto csv_cells_of_session = csv_cells(csv_session, csv_kind, csv_protocol);
inline constexpr auto csv_cells_of_person = csv_cells(csv_session, csv_kind, csv_by, csv_offices, csv_consent,
                                                      csv_profession, csv_less_experienced, csv_grades);
inline constexpr auto csv_cells_of_event =
    csv_cells(csv_session, csv_kind, csv_at, csv_by, csv_act, csv_case, csv_option, csv_rule, csv_to);

/// What a row is about.
enum class csv_row_kind : std::uint8_t { session, person, event, unknown };
/// Their names, and the columns that each may fill.
inline constexpr std::array<std::string_view, 3> csv_row_kinds{"session", "person", "event"};
inline constexpr std::array<std::uint32_t, 3> csv_cells_of_kind{csv_cells_of_session, csv_cells_of_person,
                                                                csv_cells_of_event};

/// The kind of a row by the name in its cell.
constexpr csv_row_kind find_csv_row_kind(std::string_view name) noexcept {
  std::size_t i = name.starts_with('e') ? 2 : name.starts_with('p') ? 1 : 0;  // They begin with different letters.
  const auto kind = csv_row_kinds[i];  // At most seven bytes, which their numbers tell apart.
  if (kind.size() != name.size() || name_key(kind) != name_key(name)) i = csv_row_kinds.size();
  return static_cast<csv_row_kind>(i);
}

}  // namespace balint::detail
