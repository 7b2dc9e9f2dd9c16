// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The professions that a protocol asks for in an office. Any other profession is just a word.
#include <string_view>

/// Professions that a formation condition may name.
namespace balint::profession {

using std::string_view_literals::operator""sv;  // of a bare literal, every compiler would count the characters

/// May supervise. @source VAR-3
struct psychologist final {
  static constexpr std::string_view name = "psychologist"sv;
};
/// May supervise, and lead student teachers. @source VAR-1, VAR-3
struct methodologist final {
  static constexpr std::string_view name = "methodologist"sv;
};
/// May lead student teachers. @source VAR-1
struct teacher final {
  static constexpr std::string_view name = "teacher"sv;
};
/// Supervises an internship, which is not the office of the supervisor (@source VAR-1, A3).
struct internship_supervisor final {
  static constexpr std::string_view name = "internship_supervisor"sv;
};

}  // namespace balint::profession
