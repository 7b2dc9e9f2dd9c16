// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A name out of a table, whatever is asked for.
#include <cstddef>
#include <string_view>

namespace balint::detail {

/// The i-th of n names, or "unknown" for a value that its enumeration does not have. Not for an array of N, since g++
/// 12 takes the function for one length for that of another, and warns of what it then sees.
template <typename Name>
[[nodiscard]] constexpr std::string_view name_at(const Name* names, std::size_t n, std::size_t i) noexcept {
  return i < n ? std::string_view(names[i]) : std::string_view("unknown");
}

}  // namespace balint::detail
