// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Times in logs: RFC 3339, read with any offset from UTC and written in UTC, up to milliseconds.
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <charconv>
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

namespace detail {
/// The numbers 00 to 99, one after the other.
inline constexpr auto two_digits = [] {
  std::array<char, 200> all{};
  for (unsigned i = 0; i < 100; ++i) {
    all[2 * i] = static_cast<char>('0' + i / 10);
    all[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return all;
}();
constexpr void put_two(char* to, unsigned number) noexcept {
  to[0] = two_digits[std::size_t{2} * number];
  to[1] = two_digits[std::size_t{2} * number + 1];
}

/// How much room an instant takes at most.
inline constexpr std::size_t timestamp_room = sizeof "-32767-03-02T16:31:10.250Z";

/// Puts an instant that is stated; gives its end. A year that has not four digits is put, too, and no time of RFC 3339.
inline char* put_timestamp(char* to, instant at) noexcept {
  const auto time = to_chrono(at);
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{midnight};
  const auto year = static_cast<int>(date.year());
  const auto in_day = static_cast<unsigned>((time - midnight).count());  // milliseconds
  const unsigned seconds = in_day / 1'000, rest = in_day % 1'000;
  if (year < 0 || year > 9999) {
    to = std::to_chars(to, to + 6, year).ptr;
  } else {
    put_two(to, static_cast<unsigned>(year) / 100);
    put_two(to + 2, static_cast<unsigned>(year) % 100);
    to += 4;
  }
  to[0] = '-';
  put_two(to + 1, static_cast<unsigned>(date.month()));
  to[3] = '-';
  put_two(to + 4, static_cast<unsigned>(date.day()));
  to[6] = 'T';
  put_two(to + 7, seconds / 3'600);
  to[9] = ':';
  put_two(to + 10, seconds / 60 % 60);
  to[12] = ':';
  put_two(to + 13, seconds % 60);
  to += 15;
  if (rest != 0) {
    to[0] = '.';
    put_two(to + 1, rest / 10);
    to[3] = static_cast<char>('0' + rest % 10);
    to += 4;
  }
  *to = 'Z';
  return to + 1;
}
}  // namespace detail

/// Appends an instant that is stated, in the years 0 to 9999; decimals only where there are milliseconds.
inline void append_timestamp(std::string& out, instant at) {
  char text[detail::timestamp_room];
  out.append(text, detail::put_timestamp(text, at));
}
/// An instant that is stated, in the years 0 to 9999; decimals only where there are milliseconds.
[[nodiscard]] inline std::string to_timestamp(instant at) {
  std::string text;
  append_timestamp(text, at);
  return text;
}

}  // namespace balint
