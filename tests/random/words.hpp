// SPDX-License-Identifier: MIT
#pragma once
// Words that a test gives, in the place of a stream.
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace support {

/// At most eight words, drawn one after the other.
class words {
 public:
  constexpr words(std::initializer_list<std::uint32_t> all) {
    for (const auto one : all) words_[size_++] = one;
  }
  constexpr std::uint32_t bits32() { return words_[drawn_++ % size_]; }
  constexpr std::uint64_t bits64() {
    const std::uint64_t low = bits32();
    return low | static_cast<std::uint64_t>(bits32()) << 32U;
  }
  /// Itself, for a call with words that are made in it.
  constexpr words& here() { return *this; }
  [[nodiscard]] constexpr std::size_t drawn() const { return drawn_; }

 private:
  std::uint32_t words_[8]{};
  std::size_t size_ = 0;
  std::size_t drawn_ = 0;
};

}  // namespace support
