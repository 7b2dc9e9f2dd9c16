// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Conversions between balint's time and `<chrono>`. Not part of `balint.hpp`: chrono is dear to include.
#include <balint/vocabulary/time.hpp>

#include <chrono>

namespace balint {

/// The instant of a chrono time point, rounded down to the millisecond.
template <typename Duration>
[[nodiscard]] constexpr instant to_instant(std::chrono::sys_time<Duration> time) noexcept {
  return {std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count()};
}

/// The length of time of a chrono duration, rounded down to the millisecond.
template <typename Rep, typename Period>
[[nodiscard]] constexpr time_span to_time_span(std::chrono::duration<Rep, Period> length) noexcept {
  return {std::chrono::floor<std::chrono::milliseconds>(length).count()};
}
/// So much later, in whichever unit.
template <typename Rep, typename Period>
[[nodiscard]] constexpr instant operator+(instant from, std::chrono::duration<Rep, Period> length) noexcept {
  return from + to_time_span(length);
}

/// The chrono time point of an instant that is stated.
[[nodiscard]] constexpr std::chrono::sys_time<std::chrono::milliseconds> to_chrono(instant time) noexcept {
  return std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{time.since_epoch}};
}

/// The chrono duration of a length of time.
[[nodiscard]] constexpr std::chrono::milliseconds to_chrono(time_span length) noexcept {
  return std::chrono::milliseconds{length.milliseconds};
}

}  // namespace balint
