// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The languages that messages are written in.
#include <cstddef>
#include <cstdint>

namespace balint {

/// A language of the catalogue: one column each.
enum class language : std::uint8_t {
  english,  ///< English.
};

/// How many languages there are.
inline constexpr std::size_t language_count = 1;

}  // namespace balint
