// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The columns of a CSV log, and which of them a session, a person and an event have.
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

}  // namespace balint::detail
