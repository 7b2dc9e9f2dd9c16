// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a log says of a person, field by field: the names of the fields and which of them are written.
#include <balint/group/person.hpp>
#include <balint/log/header_record.hpp>
#include <balint/vocabulary/detail/word_index.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace balint::detail {

/// The fields of a person, in the order in which they are written.
enum class person_field : std::uint8_t { id, offices, consent, profession, less_experienced, grades };

/// Their names in JSON; other formats write them similarly.
inline constexpr std::array<std::string_view, 6> person_field_names{"id",         "offices",          "consent",
                                                                    "profession", "less_experienced", "grades"};
/// Their names, for a message.
inline constexpr std::string_view wanted_person_field = "id, offices, consent, profession, less_experienced or grades";

/// The field of that name.
[[nodiscard]] constexpr std::optional<person_field> find_person_field(std::string_view name) noexcept {
  constexpr auto numbers = [] {
    std::array<std::uint64_t, person_field_names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = name_key(person_field_names[i]);
    return all;
  }();
  const auto number = name_key(name);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == number && person_field_names[i] == name) return static_cast<person_field>(i);
  }
  return std::nullopt;
}

/// Offices as one text, a blank between them.
[[nodiscard]] inline std::string joined_offices(const person_record& one) {
  std::string all;
  for (const auto& office : one.offices) {
    if (!all.empty()) all += ' ';
    all += office;
  }
  return all;
}

/// Calls `write` for each field that says something of a person, in order: with a text, or with a flag. Offices are one
/// text, a blank between them; what is not stated, not declared or not so has no field.
template <typename Write>
void each_field(const person_record& one, Write&& write) {
  write(person_field::id, std::string_view(one.id));
  if (one.offices.size() == 1) {
    write(person_field::offices, std::string_view(one.offices.front()));
  } else {
    write(person_field::offices, std::string_view(joined_offices(one)));
  }
  if (one.agrees != consent::not_declared) write(person_field::consent, one.agrees == consent::given);
  if (!one.profession.empty()) write(person_field::profession, std::string_view(one.profession));
  if (one.less_experienced) write(person_field::less_experienced, true);
  if (one.grades) write(person_field::grades, true);
}

/// The text of a field that is a flag.
[[nodiscard]] constexpr std::string_view field_text(bool flag) noexcept { return flag ? "true" : "false"; }
/// The text of a field that is a text.
[[nodiscard]] constexpr std::string_view field_text(std::string_view text) noexcept { return text; }

}  // namespace balint::detail
