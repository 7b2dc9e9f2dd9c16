// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Time as a strong type of milliseconds. The caller passes it in; `vocabulary/chrono.hpp` converts from and to chrono.
#include <compare>
#include <cstdint>
#include <limits>

namespace balint {

/// A length of time.
struct time_span {
  /// How long; negative: backwards.
  std::int64_t milliseconds{};
  /// `n` minutes.
  [[nodiscard]] static constexpr time_span minutes(std::int64_t n) noexcept { return {n * 60'000}; }
  /// How many whole minutes; what is left over is dropped.
  [[nodiscard]] constexpr std::int64_t in_minutes() const noexcept { return milliseconds / 60'000; }
  friend constexpr auto operator<=>(time_span, time_span) = default;
};

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct instant {
  /// How many milliseconds; negative: before 1970.
  std::int64_t since_epoch{};
  friend constexpr auto operator<=>(instant, instant) = default;
  /// So much later; beyond the range it wraps around.
  friend constexpr instant operator+(instant from, time_span length) noexcept {
    return {static_cast<std::int64_t>(static_cast<std::uint64_t>(from.since_epoch) +
                                      static_cast<std::uint64_t>(length.milliseconds))};
  }
  /// From `b` to `a`; beyond the range it wraps around.
  friend constexpr time_span operator-(instant a, instant b) noexcept {
    return {static_cast<std::int64_t>(static_cast<std::uint64_t>(a.since_epoch) -
                                      static_cast<std::uint64_t>(b.since_epoch))};
  }
};

/// The time of an event that states none. It is later than every other instant, so that it never runs backwards.
inline constexpr instant unstated{(std::numeric_limits<std::int64_t>::max)()};
/// Before everything: the last time of a session in which no time was stated yet.
inline constexpr instant before_all{(std::numeric_limits<std::int64_t>::min)()};

/// A time as a session may rely on it: `unstated` where it is later than `latest`. A session has no clock of its own,
/// so a time far ahead is accepted and every event after it is refused as `time_reversed`; a caller that takes times
/// from others passes them through this, with the present and some slack as `latest`.
[[nodiscard]] constexpr instant stated_by(instant latest, instant at) noexcept { return at > latest ? unstated : at; }

}  // namespace balint
