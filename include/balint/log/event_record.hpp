// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An event as a log of any format has it: names that are not yet tied to a protocol.
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstdint>
#include <string_view>

namespace balint {

/// The kinds of targets that an event is written with: of a sound log the one that its act asks for, or none.
struct target_kinds {
  /// Bit i: the i-th kind after `none`.
  std::uint8_t bits = 0;

  /// These kinds; `none` adds nothing: `target_kinds::of(target_kind::option)`.
  template <typename... Kinds>
  [[nodiscard]] static constexpr target_kinds of(Kinds... kinds) noexcept {
    return {static_cast<std::uint8_t>((0U | ... | bit(kinds)))};
  }
  /// Adds a kind.
  constexpr void insert(target_kind kind) noexcept { bits = static_cast<std::uint8_t>(bits | bit(kind)); }
  /// Whether a kind is among them.
  [[nodiscard]] constexpr bool has(target_kind kind) const noexcept { return (bits & bit(kind)) != 0; }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0; }
  /// How many there are.
  [[nodiscard]] constexpr int count() const noexcept { return std::popcount(bits); }
  /// Those that are not among others.
  [[nodiscard]] friend constexpr target_kinds operator-(target_kinds some, target_kinds others) noexcept {
    return {static_cast<std::uint8_t>(some.bits & ~others.bits)};
  }
  friend constexpr bool operator==(target_kinds, target_kinds) = default;

 private:
  static constexpr unsigned bit(target_kind kind) noexcept { return (1U << static_cast<unsigned>(kind)) >> 1U; }
};

/// An event as a log has it. Its texts live until the next event is read.
struct event_record {
  /// When, or `unstated`.
  instant at = unstated;
  /// Who: a pseudonym.
  std::string_view by = {};
  /// The act by name, whether or not a protocol knows it.
  std::string_view act = {};
  /// The name of the target where it has one: the pseudonym of a case's owner or of a person, or the name of a rule.
  std::string_view target_name = {};
  /// In a stream of many sessions: the id of the session; empty in a log, where events follow their header.
  std::string_view session = {};
  /// In a stream: the number of the event in its session, from 1; 0: it has none.
  std::uint64_t seq = 0;
  /// The number of the target where it is an option.
  std::uint16_t option = 0;
  /// Which targets it has.
  target_kinds targets = {};

  friend bool operator==(const event_record&, const event_record&) = default;
};

/// The number of an option as an event holds it. One that is too large, or negative, becomes the largest, which is no
/// option of any session: the session refuses the act, and the log can be read.
[[nodiscard]] constexpr std::uint16_t option_number(std::int64_t written) noexcept {
  constexpr std::int64_t most = 0xFFFF;
  return static_cast<std::uint16_t>(written < 0 || written > most ? most : written);
}

}  // namespace balint
