// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Times in logs: RFC 3339, UTC, up to milliseconds.
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
  if (text.size() < 20 || text.size() > 24 || text.back() != 'Z') return std::nullopt;
  if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  unsigned strange = 0;  // Anything but 0: a character that is no digit.
  const auto digits = [&](std::size_t from, std::size_t length) {
    unsigned n = 0;
    for (auto i = from; i < from + length; ++i) {
      const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
      strange |= digit > 9 ? 1U : 0U;
      n = n * 10 + digit;
    }
    return n;
  };
  const auto year = digits(0, 4);
  const auto month = digits(5, 2);
  const auto day = digits(8, 2);
  const auto hour = digits(11, 2);
  const auto minute = digits(14, 2);
  const auto second = digits(17, 2);
  unsigned millis = 0;
  if (text.size() > 20) {
    const auto places = text.size() - 21;
    if (text[19] != '.' || places == 0) return std::nullopt;
    millis = digits(20, places) * (places == 1 ? 100U : places == 2 ? 10U : 1U);
  }
  if (strange != 0 || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month}, std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return to_instant(std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                    std::chrono::seconds{second} + std::chrono::milliseconds{millis});
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
