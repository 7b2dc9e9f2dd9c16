// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Times in logs: RFC 3339, read with any offset from UTC and written in UTC, up to milliseconds.
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balint {

/// Reads a time of RFC 3339 with its offset from UTC: `2026-03-02T16:31:10Z`, `2026-03-02 19:31:10,25+0300`.
///
/// `Z` or an offset (`+03:00`, `+0300`, `+03`); `T`, `t` or a blank; a fraction of any length with `.` or `,`, cut to
/// milliseconds. A leap second is the next second. A time without an offset is no time: nobody knows when it was.
[[nodiscard]] constexpr std::optional<instant> parse_timestamp(std::string_view text) noexcept {
  return detail::timestamp_parser().parse(text);
}

/// Writes an instant that is stated, in the years 0 to 9999; decimals only where there are milliseconds.
[[nodiscard]] inline std::string to_timestamp(instant at) {
  const auto time = to_chrono(at);
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{midnight};
  const std::chrono::hh_mm_ss clock{time - midnight};
  std::string text;
  const auto put = [&text](long long number, std::size_t width) {
    const auto plain = std::to_string(number);
    text.append(width > plain.size() ? width - plain.size() : 0, '0').append(plain);
  };
  put(static_cast<int>(date.year()), 4);
  text += '-';
  put(static_cast<unsigned>(date.month()), 2);
  text += '-';
  put(static_cast<unsigned>(date.day()), 2);
  text += 'T';
  put(clock.hours().count(), 2);
  text += ':';
  put(clock.minutes().count(), 2);
  text += ':';
  put(clock.seconds().count(), 2);
  if (clock.subseconds().count() != 0) {
    text += '.';
    put(clock.subseconds().count(), 3);
  }
  text += 'Z';
  return text;
}

}  // namespace balint
