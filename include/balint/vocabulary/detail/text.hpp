// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// `"text"sv` for the words of the library: the compiler knows the length of such a text, while it counts that of a bare
/// literal character by character, for every word in every translation unit.
#include <string_view>

namespace balint {
using std::string_view_literals::operator""sv;
}  // namespace balint
