// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Finding a short text among a few, fast: by its length and first seven bytes, and no further where that decides.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace balint::detail {

/// A number that tells most names apart, and all of at most seven bytes: the length and the first seven bytes.
constexpr std::uint64_t name_key(std::string_view name) noexcept {
  const auto n = name.size() < 7 ? name.size() : std::size_t{7};
  std::uint64_t bytes = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && n >= 4) {
    // Two reads that overlap: a loop over bytes costs as many branches that cannot be foretold.
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, name.data(), 4);
    std::memcpy(&high, name.data() + n - 4, 4);
    bytes = low | (std::uint64_t{high} << (8 * (n - 4)));
  } else {
    for (std::size_t i = 0; i < n; ++i) bytes |= std::uint64_t{static_cast<unsigned char>(name[i])} << (8 * i);
  }
  return (bytes << 8U) | (name.size() & 0xFFU);
}

/// Positions by name, among at most half as many as there are Slots; Slots is a power of two.
template <std::size_t Slots>
class word_index {
 public:
  /// Remembers that a name which is not there yet stands at a position below 255.
  constexpr void insert(std::uint64_t key, std::size_t position) noexcept {
    auto slot = slot_of(key);
    while (positions_[slot] != 0) slot = (slot + 1) % Slots;
    positions_[slot] = static_cast<std::uint8_t>(position + 1);
    keys_[slot] = key;
  }
  /// The position of a name, or `otherwise`; `name_at(position)` is asked where the keys do not decide.
  template <typename NameAt>
  [[nodiscard]] constexpr std::size_t find(std::string_view name, std::size_t otherwise,
                                           NameAt name_at) const noexcept {
    const auto key = name_key(name);
    for (auto slot = slot_of(key); positions_[slot] != 0; slot = (slot + 1) % Slots) {
      if (keys_[slot] != key) continue;
      const std::size_t position = positions_[slot] - 1U;
      const std::string_view same = name_at(position);
      if (same.size() == name.size() && (name.size() <= 7 || same.substr(7) == name.substr(7))) return position;
    }
    return otherwise;
  }

 private:
  static constexpr std::size_t slot_of(std::uint64_t key) noexcept {
    return static_cast<std::size_t>((key * 0x9E37'79B9'7F4A'7C15U) >>
                                    (64U - static_cast<unsigned>(std::countr_zero(Slots))));
  }
  std::uint64_t keys_[Slots]{};
  std::uint8_t positions_[Slots]{};
};

}  // namespace balint::detail
