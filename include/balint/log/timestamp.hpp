// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Times in logs: RFC 3339, UTC, up to milliseconds.
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balint {

/// Reads `2026-03-02T16:31:10Z` or `2026-03-02T16:31:10.250Z`: RFC 3339, UTC as `Z`, at most three decimals.
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
