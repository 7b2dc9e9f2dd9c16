// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An array of fixed size with only what tables and sessions use.
#include <cstddef>

namespace balint {

/// N of T in place, where N may be 0. std::array is some forty functions for each size, and each that is called is
/// compiled again for each size: a user's compiler would pay for that in every translation unit.
template <typename T, std::size_t N>
struct plain_array {
  /// What it holds; with N = 0, nothing of it counts.
  T items[N == 0 ? 1 : N];

  /// How many there are.
  [[nodiscard]] static constexpr std::size_t size() noexcept { return N; }
  /// The i-th, from 0; `i` is less than `size()`.
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items[i]; }
  /// The same, to read.
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return items[i]; }
  /// The first.
  [[nodiscard]] constexpr T* begin() noexcept { return items; }
  /// The same, to read.
  [[nodiscard]] constexpr const T* begin() const noexcept { return items; }
  /// After the last.
  [[nodiscard]] constexpr T* end() noexcept { return items + N; }
  /// The same, to read.
  [[nodiscard]] constexpr const T* end() const noexcept { return items + N; }

  /// Equal item by item. Written out, since g++ 14 evaluates a defaulted one wrongly where an expression has two; a
  /// member, since g++ 12 loses a friend that only a defaulted comparison of something else uses.
  [[nodiscard]] constexpr bool operator==(const plain_array& other) const {
    for (std::size_t i = 0; i < N; ++i) {
      if (!(items[i] == other.items[i])) return false;
    }
    return true;
  }
};

}  // namespace balint
