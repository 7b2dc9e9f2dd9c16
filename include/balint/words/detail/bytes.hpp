// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Numbers and texts as bytes, the lowest byte first, on every machine.
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace balint::detail {

/// Writes bytes.
class byte_writer {
 public:
  /// A number, in as many bytes as its type has.
  template <std::integral Number>
  void number(Number value) {
    auto rest = static_cast<std::make_unsigned_t<Number>>(value);
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      bytes_ += static_cast<char>(rest & 0xFFU);
      rest = static_cast<std::make_unsigned_t<Number>>(std::uint64_t{rest} >> 8U);
    }
  }
  /// A text of at most 65,535 bytes, its length first.
  void text(std::string_view words) {
    number(static_cast<std::uint16_t>(words.size()));
    bytes_ += words;
  }
  /// Bytes as they are.
  void raw(std::string_view words) { bytes_ += words; }
  /// All that was written.
  [[nodiscard]] std::string& bytes() noexcept { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what a `byte_writer` wrote. Beyond the end there are zeros and empty texts, and it is no longer sound.
class byte_reader {
 public:
  /// Reads these bytes.
  explicit byte_reader(std::string_view bytes) noexcept : rest_(bytes) {}

  /// The next number of that type.
  template <std::integral Number>
  [[nodiscard]] Number number() noexcept {
    const auto bytes = raw(sizeof(Number));
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) value = (value << 8U) | static_cast<unsigned char>(bytes[i - 1]);
    return static_cast<Number>(value);
  }
  /// The next text.
  [[nodiscard]] std::string_view text() noexcept { return raw(number<std::uint16_t>()); }
  /// The next bytes as they are.
  [[nodiscard]] std::string_view raw(std::size_t size) noexcept {
    if (size > rest_.size()) {
      is_sound_ = false;
      rest_ = {};
      return {};
    }
    const auto bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  /// What was read cannot be.
  void refuse() noexcept { is_sound_ = false; }
  /// Whether all that was asked for was there and could be, and nothing is left.
  [[nodiscard]] bool is_at_end() const noexcept { return is_sound_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_sound_ = true;
};

}  // namespace balint::detail
