// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A short list in place, without allocation.
#include <array>
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
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr const T* begin() const noexcept { return items_.data(); }
  [[nodiscard]] constexpr const T* end() const noexcept { return items_.data() + size_; }
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return items_[i]; }

 private:
  std::array<T, Capacity> items_{};
  std::size_t size_ = 0;
};

}  // namespace balint
