// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A stream of random words that is named by what it is for, and by nothing that happened before.
#include <balint/random/philox.hpp>
#include <balint/random/purpose.hpp>

#include <concepts>
#include <cstdint>

namespace balint::random {

/// The version of streams: what changes any draw changes this number.
inline constexpr std::uint32_t stream_version = 1;

/// Which simulated session draws: its number of an experiment with a seed, and which future of it.
struct address {
  /// The seed: the key of every stream.
  std::uint64_t seed = 0;
  /// The session, below 2^48.
  std::uint64_t session = 0;
  /// The design point, where points are declared independent; else 0, so that points are paired.
  std::uint16_t point = 0;
  /// The future: 0 is the original.
  std::uint16_t fork = 0;

  friend constexpr bool operator==(const address&, const address&) = default;
};

/// The player that a stream belongs to where it belongs to none.
inline constexpr std::uint8_t no_player = 0xFF;

/// The counter of a block of a stream: the block; purpose (8 bits), player (8), fork (16); session (48), point (16).
[[nodiscard]] constexpr block counter_of(const address& where, purpose what, std::uint8_t player,
                                         std::uint32_t number) noexcept {
  return {number,
          static_cast<std::uint32_t>(what) | static_cast<std::uint32_t>(player) << 8U |
              static_cast<std::uint32_t>(where.fork) << 16U,
          static_cast<std::uint32_t>(where.session),
          (static_cast<std::uint32_t>(where.session >> 32U) & 0xFFFFU) | static_cast<std::uint32_t>(where.point)
                                                                             << 16U};
}

/// What is told of every counter that is used.
template <typename T>
concept audit = std::copyable<T> && std::default_initializable<T> &&
                requires(T& to, const key& under, const block& counter) { to.used(under, counter); };

/// The audit of streams that are not audited: it costs nothing.
struct no_audit {
  /// Takes no notice.
  static constexpr void used(const key&, const block&) noexcept {}
};

/// How many blocks a chapter of a stream has: 2^24. A stream has 256 chapters.
inline constexpr std::uint32_t blocks_of_chapter = std::uint32_t{1} << 24U;

/// Random words, in the order in which they are drawn: four of one block, then of the next. At most 2^34 of them.
template <audit Audit = no_audit>
class basic_stream {
 public:
  /// A stream of nothing in particular, to be assigned to.
  basic_stream() = default;
  /// The first word is still to be drawn.
  basic_stream(const address& where, purpose what, std::uint8_t player = no_player, Audit told = {}) noexcept
      : key_(key::of(where.seed)), counter_(counter_of(where, what, player, 0)), told_(told) {}

  /// Goes to the first word of a chapter, wherever it was: what is drawn there does not depend on how much was drawn
  /// before. At most 2^26 words of a chapter are its own.
  void turn_to(std::uint8_t chapter) noexcept {
    counter_[0] = chapter * blocks_of_chapter;
    drawn_ = 4;
  }
  /// The next 32 bits.
  [[nodiscard]] std::uint32_t bits32() noexcept {
    if (drawn_ == 4) {
      told_.used(key_, counter_);
      words_ = philox(counter_, key_);
      ++counter_[0];
      drawn_ = 0;
    }
    return words_[drawn_++];
  }
  /// The next 64 bits: two words, the lower half first.
  [[nodiscard]] std::uint64_t bits64() noexcept {
    const std::uint64_t low = bits32();
    return low | static_cast<std::uint64_t>(bits32()) << 32U;
  }

 private:
  key key_{};
  block counter_{};
  block words_{};
  std::uint32_t drawn_ = 4;
  [[no_unique_address]] Audit told_{};
};

/// A stream that nobody audits.
using stream = basic_stream<>;

/// What draws are made from.
template <typename T>
concept bit_source = requires(T& from) {
  { from.bits32() } -> std::same_as<std::uint32_t>;
  { from.bits64() } -> std::same_as<std::uint64_t>;
};

}  // namespace balint::random
