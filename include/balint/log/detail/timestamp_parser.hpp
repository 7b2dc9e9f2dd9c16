// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads times of RFC 3339, many of one day.
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>

namespace balint::detail {

/// Whether the end of a day may be written as its hour 24, as XML Schema has it.
enum class hour_24 : std::uint8_t { refused, read };

/// Reads times, remembering the day of the one before: most times in a log are of one day.
class timestamp_parser {
 public:
  /// As `parse_timestamp`.
  [[nodiscard]] constexpr std::optional<instant> parse(std::string_view text,
                                                       hour_24 end_of_day = hour_24::refused) noexcept {
    if (text.size() < 20 || !is_date_end(text[10])) return std::nullopt;
    if (!is_day_before(text) && !parse_day(text)) return std::nullopt;
    // The eight bytes of 00:00:00 at once: what differs from these is a digit, or 0 where there is a colon.
    const std::uint64_t clock = eight_bytes(text.substr(11)) ^ 0x3030'3A30'303A'3030U;
    constexpr std::uint64_t top_bits = 0x8080'8080'8080'8080, colons = 0x0000'FF00'00FF'0000;
    const bool is_strange = (((clock + 0x7676'7676'7676'7676U) | clock) & top_bits) != 0 || (clock & colons) != 0;
    const std::uint64_t pairs = clock * 10 + (clock >> 8U);
    const auto hour = static_cast<unsigned>(pairs & 0xFFU);
    const auto minute = static_cast<unsigned>((pairs >> 24U) & 0xFFU);
    const auto second = static_cast<unsigned>((pairs >> 48U) & 0xFFU);
    std::size_t at = 19;
    unsigned millis = 0;
    if (text[at] == '.' || text[at] == ',') {
      const auto first = ++at;
      for (unsigned of_one = 100; at < text.size() && is_digit(text[at]); ++at, of_one /= 10)
        millis += of_one * static_cast<unsigned>(text[at] - '0');
      if (at == first) return std::nullopt;
    }
    if (is_strange || minute > 59) return std::nullopt;
    const auto time = std::chrono::sys_days{day_} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                      std::chrono::seconds{second} + std::chrono::milliseconds{millis};
    const bool is_utc = text.size() == at + 1 && is_zulu(text[at]);
    if (is_utc && hour < 24 && second < 60) return to_instant(time);
    const bool is_end_of_day = end_of_day == hour_24::read && hour == 24 && minute == 0 && second == 0 && millis == 0;
    if ((hour > 23 && !is_end_of_day) || second > 60) return std::nullopt;
    return with_offset(time, text.substr(at), second == 60 ? std::optional(millis) : std::nullopt);
  }

 private:
  using time_point = std::chrono::sys_time<std::chrono::milliseconds>;
  static constexpr time_point first_instant = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
  static constexpr time_point last_instant = std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1};

  /// The time in UTC of one with an offset; of a leap second, its milliseconds, with which it is the next second.
  [[gnu::cold]] static constexpr std::optional<instant> with_offset(time_point local, std::string_view zone,
                                                                    std::optional<unsigned> leap_millis) noexcept {
    const auto offset = offset_in(zone);
    if (!offset) return std::nullopt;
    const auto time = local - *offset;
    if (leap_millis && !ends_month(time - std::chrono::milliseconds{*leap_millis})) return std::nullopt;
    if (time < first_instant || time >= last_instant) return std::nullopt;
    return to_instant(time);
  }

  static constexpr bool is_zulu(char c) noexcept { return c == 'Z' || c == 'z'; }
  static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
  static constexpr bool is_date_end(char c) noexcept { return c == 'T' || c == 't' || c == ' '; }
  /// `strange` gets a bit for a character that is no digit.
  static constexpr unsigned digits(std::string_view text, std::size_t from, std::size_t length,
                                   unsigned& strange) noexcept {
    unsigned n = 0;
    for (auto i = from; i < from + length; ++i) {
      const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
      strange |= digit > 9 ? 1U : 0U;
      n = n * 10 + digit;
    }
    return n;
  }
  /// The offset from UTC: `Z`, `+03:00`, `+0300` or `+03`.
  static constexpr std::optional<std::chrono::minutes> offset_in(std::string_view text) noexcept {
    if (text.size() == 1 && is_zulu(text[0])) return std::chrono::minutes{0};
    if ((text.size() != 3 && text.size() != 5 && text.size() != 6) || (text[0] != '+' && text[0] != '-'))
      return std::nullopt;
    unsigned strange = text.size() == 6 && text[3] != ':' ? 1U : 0U;
    const auto hours = digits(text, 1, 2, strange);
    const auto minutes = text.size() == 3 ? 0 : digits(text, text.size() - 2, 2, strange);
    if (strange != 0 || hours > 23 || minutes > 59) return std::nullopt;
    const std::chrono::minutes offset{hours * 60 + minutes};
    return text[0] == '-' ? -offset : offset;
  }
  /// Whether a month of UTC ends then, which is when there are leap seconds.
  static constexpr bool ends_month(time_point time) noexcept {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return time == day && std::chrono::year_month_day{day}.day() == std::chrono::day{1};
  }
  /// The first eight bytes as a number, the first of them lowest.
  static constexpr std::uint64_t eight_bytes(std::string_view text) noexcept {
    std::uint64_t bytes = 0;
    if (std::is_constant_evaluated() || std::endian::native == std::endian::big) {
      for (unsigned i = 0; i < 8; ++i) bytes |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    } else {
      std::memcpy(&bytes, text.data(), 8);
    }
    return bytes;
  }
  /// Whether the day is that of the time before.
  [[nodiscard]] constexpr bool is_day_before(std::string_view text) const noexcept {
    if (std::is_constant_evaluated()) return text.starts_with(std::string_view(day_text_.data(), day_text_.size()));
    std::uint64_t one = 0, other = 0;  // Two reads that overlap: a call would cost more.
    std::memcpy(&one, text.data(), 8);
    std::memcpy(&other, day_text_.data(), 8);
    std::uint64_t difference = one ^ other;
    std::memcpy(&one, text.data() + 2, 8);
    std::memcpy(&other, day_text_.data() + 2, 8);
    difference |= one ^ other;
    return difference == 0;
  }
  constexpr bool parse_day(std::string_view text) noexcept {
    if (text[4] != '-' || text[7] != '-') return false;
    unsigned strange = 0;
    const std::chrono::year year{static_cast<int>(digits(text, 0, 4, strange))};
    const std::chrono::month month{digits(text, 5, 2, strange)};
    const std::chrono::year_month_day date{year, month, std::chrono::day{digits(text, 8, 2, strange)}};
    if (strange != 0 || !date.ok()) return false;
    day_ = std::chrono::sys_days{date};
    for (std::size_t i = 0; i < day_text_.size(); ++i) day_text_[i] = text[i];
    return true;
  }

  // The text and the day agree from the beginning: the text must never name another day.
  std::array<char, 10> day_text_{'1', '9', '7', '0', '-', '0', '1', '-', '0', '1'};
  std::chrono::sys_days day_{};
};

}  // namespace balint::detail
