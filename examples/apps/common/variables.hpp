// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The variables of the environment that a player outside gets, by name.
#include <algorithm>
#include <string_view>

/// Whether a text can be the name of a variable.
[[nodiscard]] inline bool is_variable(std::string_view text) {
  return !text.empty() && (text[0] < '0' || text[0] > '9') && std::ranges::all_of(text, [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}
/// What is said of a text that cannot be. It is not repeated: it may be what a variable holds.
inline constexpr std::string_view no_variable =
    "expected names of variables, such as MODEL_API_KEY, not what they hold";
