// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What pulls somebody to the floor: what policies of talking and their calibration both go by.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>

#include <cstddef>
#include <cstdint>

namespace balint::simulation {

/// What pulls somebody to the floor who could take it now, a bit each.
class pulls {
 public:
  /// How many different ones there are.
  static constexpr std::size_t count = 8;

  /// None, on somebody who is no candidate.
  constexpr pulls() = default;
  /// These, on a candidate.
  constexpr pulls(bool again, bool open, bool asked) noexcept
      : bits_(unsigned{again} | unsigned{open} << 1U | unsigned{asked} << 2U | unsigned{count}) {}

  /// Whether there is something to do, and somebody else had the floor last, unless the stage waits for nobody else.
  [[nodiscard]] constexpr bool is_candidate() const noexcept { return bits_ != 0; }
  /// Whether oneself had the floor before who had it last.
  [[nodiscard]] constexpr bool again() const noexcept { return (bits_ & 1U) != 0; }
  /// Whether the stage waits for oneself too.
  [[nodiscard]] constexpr bool open() const noexcept { return (bits_ & 2U) != 0; }
  /// Whether the last act can be replied to by oneself.
  [[nodiscard]] constexpr bool asked() const noexcept { return (bits_ & 4U) != 0; }
  /// Which of the different ones these are, for tables: 0 to `count` - 1.
  [[nodiscard]] constexpr unsigned index() const noexcept { return bits_ & 7U; }
  /// The same for tables that have rows for somebody who is no candidate: 0 there, and `index` + `count` for others.
  [[nodiscard]] constexpr unsigned row() const noexcept { return bits_; }

  friend constexpr bool operator==(pulls, pulls) = default;

 private:
  friend class pulls_on_all;
  constexpr explicit pulls(unsigned bits) noexcept : bits_(bits) {}

  unsigned bits_ = 0;
};

/// What pulls each of a group, worked out for eight people at once, as it is asked for everybody at every turn.
class pulls_on_all {
 public:
  /// Works it out for the first `people` of a group: who had the floor before who had it last, whom the stage waits
  /// for, who was asked, and who is a candidate.
  constexpr void work_out(std::size_t people, std::uint64_t again, std::uint64_t open, std::uint64_t asked,
                          std::uint64_t candidates) noexcept {
    for (std::size_t i = 0; i * 8 < people; ++i) {
      const auto eight = [i](std::uint64_t set) { return spread(static_cast<std::uint8_t>(set >> (i * 8))); };
      const auto rows = eight(again & candidates) | eight(open & candidates) << 1U | eight(asked & candidates) << 2U |
                        eight(candidates) << 3U;
      for (std::size_t k = 0; k < 8; ++k) rows_[i * 8 + k] = static_cast<std::uint8_t>(rows >> (k * 8));
    }
  }
  /// What pulls one of them.
  [[nodiscard]] constexpr pulls operator[](person_id who) const noexcept {
    return pulls(unsigned{rows_[who.index & 63U]});
  }

 private:
  /// A byte for each bit.
  [[nodiscard]] static constexpr std::uint64_t spread(std::uint8_t bits) noexcept {
    const std::uint64_t own = bits * 0x0101'0101'0101'0101U & 0x8040'2010'0804'0201U;  // of each byte its own bit
    return (own + 0x7F7F'7F7F'7F7F'7F7FU) >> 7U & 0x0101'0101'0101'0101U;
  }

  plain_array<std::uint8_t, max_people> rows_{};
};

/// After how many turns it is forgotten that somebody had the floor.
inline constexpr std::uint32_t turns_remembered = 64;

}  // namespace balint::simulation
