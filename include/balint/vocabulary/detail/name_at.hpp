// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A name out of a table, whatever is asked for.
#include <cstddef>
#include <string_view>

namespace balint::detail {

/// The i-th name, or "unknown" for a value that its enumeration does not have.
template <typename Name, std::size_t N>
[[nodiscard]] constexpr std::string_view name_at(const Name (&names)[N], std::size_t i) noexcept {
  return i < N ? std::string_view(names[i]) : std::string_view("unknown");
}

}  // namespace balint::detail
