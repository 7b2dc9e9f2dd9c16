// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A short list in place, without allocation.
#include <cstddef>

namespace balint {

/// A short list in place: no allocation.
template <typename T, std::size_t Capacity>
class short_list {
 public:
  /// Adds one; what no longer fits is a defect of the caller and is left out.
  constexpr void push_back(const T& item) noexcept {
    if (size_ < Capacity) items_[size_++] = item;
  }
  /// How many there are, at most `Capacity`.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  /// The first.
  [[nodiscard]] constexpr const T* begin() const noexcept { return items_; }
  /// After the last.
  [[nodiscard]] constexpr const T* end() const noexcept { return items_ + size_; }
  /// The i-th, from 0; `i` is less than `size()`.
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return items_[i]; }

 private:
  T items_[Capacity]{};
  std::size_t size_ = 0;
};

}  // namespace balint
