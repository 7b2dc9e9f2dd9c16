// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Tables that are written down as the steps between their entries.
#include <array>
#include <cstddef>
#include <cstdint>

namespace balint::random::detail {

/// A table that begins with `first`; from one entry to the next comes a step.
template <std::size_t Steps>
[[nodiscard]] consteval std::array<std::uint32_t, Steps + 1> running_sum(const std::uint32_t (&steps)[Steps],
                                                                         std::uint32_t first = 0) noexcept {
  std::array<std::uint32_t, Steps + 1> table{};
  table[0] = first;
  for (std::size_t i = 0; i < Steps; ++i) table[i + 1] = table[i] + steps[i];
  return table;
}

}  // namespace balint::random::detail
