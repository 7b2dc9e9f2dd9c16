// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Times of other programs' logs: a date, a time and always an offset from UTC.
#include <balint/log/timestamp.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace balint {

/// What becomes of a time finer than the millisecond.
enum class fraction : std::uint8_t {
  refused,       ///< It is no time.
  rounded_down,  ///< It is the millisecond before.
};

/// Reads `2026-03-02T16:31:10.250+03:00`: a date, `T` or a blank, a time, any decimals, `Z` or an offset. A time
/// without an offset is no time: nobody knows when it was.
[[nodiscard]] constexpr std::optional<instant> parse_zoned(std::string_view text,
                                                           fraction finer = fraction::refused) noexcept {
  if (text.size() < 20 || text.size() > 40) return std::nullopt;
  if (text.size() <= 24 && text.back() == 'Z' && text[10] == 'T') return parse_timestamp(text);
  std::int64_t offset = 0;
  if (text.back() == 'Z') {
    text.remove_suffix(1);
  } else {
    const auto zone = text.substr(text.size() - 6);
    const auto two = [&](std::size_t at) -> int {
      const bool digits = zone[at] >= '0' && zone[at] <= '9' && zone[at + 1] >= '0' && zone[at + 1] <= '9';
      return digits ? (zone[at] - '0') * 10 + (zone[at + 1] - '0') : 100;
    };
    const int hours = two(1), mins = two(4);
    if ((zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || hours > 14 || mins > 59) return std::nullopt;
    offset = (hours * 60 + mins) * (zone[0] == '-' ? -60'000 : 60'000);
    text.remove_suffix(6);
  }
  if (text.size() < 19 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
  std::array<char, 24> plain{};
  std::size_t size = 0;
  for (; size < 19; ++size) plain[size] = text[size];
  plain[10] = 'T';
  if (text.size() > 19) {
    if (text[19] != '.' || text.size() == 20) return std::nullopt;
    for (std::size_t i = 20; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      if (i >= 23 && text[i] != '0' && finer == fraction::refused) return std::nullopt;
    }
    for (; size < 23 && size < text.size(); ++size) plain[size] = text[size];
  }
  plain[size++] = 'Z';
  auto at = parse_timestamp({plain.data(), size});
  if (!at) return at;
  at->since_epoch -= offset;
  constexpr std::int64_t year_0 = -62'167'219'200'000, year_10000 = 253'402'300'800'000;
  return at->since_epoch >= year_0 && at->since_epoch < year_10000 ? at : std::nullopt;
}

}  // namespace balint
