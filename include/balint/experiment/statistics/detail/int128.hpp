// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whole numbers of 128 bits as text and as bytes.
#include <balint/experiment/statistics/wide.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint::experiment::detail {

using experiment::int128;
using experiment::uint128;

/// A number in decimal digits.
[[nodiscard]] inline std::string text_of(int128 number) {
  std::string digits;
  auto rest = number < 0 ? -static_cast<uint128>(number) : static_cast<uint128>(number);
  do {
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  } while (rest != 0);
  if (number < 0) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

/// Numbers as bytes, the lowest first, whatever the processor has.
class byte_writer {
 public:
  /// Writes to the end of a text.
  explicit byte_writer(std::string& to) noexcept : to_(&to) {}
  /// Writes so many bytes of a number.
  template <std::size_t Bytes, typename T>
  void put(T number) {
    auto rest = static_cast<uint128>(number);
    for (std::size_t i = 0; i < Bytes; ++i, rest >>= 8U) *to_ += static_cast<char>(rest & 0xFFU);
  }

 private:
  std::string* to_;
};

/// Reads what `byte_writer` wrote. Beyond the end there are zeros, and it is not good.
class byte_reader {
 public:
  /// Reads from the beginning of a text, which has to live as long.
  explicit byte_reader(std::string_view from) noexcept : from_(from) {}
  /// Reads a number of so many bytes.
  template <std::size_t Bytes>
  [[nodiscard]] int128 get() noexcept {
    if (from_.size() < Bytes) {
      is_good_ = false;
      from_ = {};
      return 0;
    }
    uint128 number = 0;
    for (std::size_t i = Bytes; i > 0; --i) number = number << 8U | static_cast<unsigned char>(from_[i - 1]);
    from_.remove_prefix(Bytes);
    return static_cast<int128>(number);
  }
  /// Whether there was everything that was read, and nothing is left.
  [[nodiscard]] bool is_done() const noexcept { return is_good_ && from_.empty(); }
  /// Whether there was everything that was read.
  [[nodiscard]] bool is_good() const noexcept { return is_good_; }

 private:
  std::string_view from_;
  bool is_good_ = true;
};

}  // namespace balint::experiment::detail
