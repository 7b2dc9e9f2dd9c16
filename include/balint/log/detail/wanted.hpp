// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What could have been in a log instead of what a reader found, in the same words for every format.
#include <string_view>

namespace balint::detail {

inline constexpr std::string_view wanted_pseudonym =
    "a pseudonym of 1 to 64 letters, digits, _ . or - (no names in a log)";
inline constexpr std::string_view wanted_mapped_pseudonym =
    "a pseudonym of 1 to 64 letters, digits, _ . or -, or a mapping that gives one";
inline constexpr std::string_view wanted_office = "one or more offices for everybody";
inline constexpr std::string_view wanted_option = "the number of an option";
inline constexpr std::string_view wanted_flag = "true or false";
inline constexpr std::string_view wanted_once = "each key once";
inline constexpr std::string_view wanted_time =
    "a time like 2026-03-02T16:31:10.250Z (RFC 3339, with Z or an offset from UTC)";
inline constexpr std::string_view wanted_word =
    "a word of 1 to 40 of a-z, 0-9 and _ that begins with a letter (free text would carry content)";

}  // namespace balint::detail
