// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An array of fixed size with only what tables and sessions use. std::array is forty functions in every size, and each
/// that is called is compiled again for each size: a user's compiler pays for that in every translation unit.
#include <cstddef>

namespace balint::detail {

/// N of T, in place; N may be 0.
template <typename T, std::size_t N>
struct plain_array {
  T items[N == 0 ? 1 : N];

  [[nodiscard]] static constexpr std::size_t size() noexcept { return N; }
  [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return items[i]; }
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return items[i]; }
  [[nodiscard]] constexpr T* begin() noexcept { return items; }
  [[nodiscard]] constexpr const T* begin() const noexcept { return items; }
  [[nodiscard]] constexpr T* end() noexcept { return items + N; }
  [[nodiscard]] constexpr const T* end() const noexcept { return items + N; }

  friend constexpr bool operator==(const plain_array&, const plain_array&) = default;
};

}  // namespace balint::detail
