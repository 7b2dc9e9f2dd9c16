// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads times of RFC 3339, many of one day.
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace balint::detail {

/// Whether the end of a day may be written as its hour 24, as XML Schema has it.
enum class hour_24 : std::uint8_t { refused, read };

/// Reads times, remembering the day of the one before: most times in a log are of one day.
class timestamp_parser {
 public:
  /// As `parse_timestamp`.
  [[nodiscard]] constexpr std::optional<instant> parse(std::string_view text,
                                                       hour_24 end_of_day = hour_24::refused) noexcept {
    if (text.size() < 20 || !is_date_end(text[10]) || text[13] != ':' || text[16] != ':') return std::nullopt;
    if (text.substr(0, 10) != std::string_view(day_text_.data(), day_text_.size()) && !parse_day(text))
      return std::nullopt;
    unsigned strange = 0;
    const auto hour = digits(text, 11, 2, strange);
    const auto minute = digits(text, 14, 2, strange);
    const auto second = digits(text, 17, 2, strange);
    std::size_t at = 19;
    unsigned millis = 0;
    if (text[at] == '.' || text[at] == ',') {
      const auto first = ++at;
      for (unsigned of_one = 100; at < text.size() && is_digit(text[at]); ++at, of_one /= 10)
        millis += of_one * static_cast<unsigned>(text[at] - '0');
      if (at == first) return std::nullopt;
    }
    const auto offset = offset_in(text.substr(at));
    if (strange != 0 || !offset || minute > 59 || second > 60) return std::nullopt;
    const bool is_end_of_day = end_of_day == hour_24::read && hour == 24 && minute == 0 && second == 0 && millis == 0;
    if (hour > 23 && !is_end_of_day) return std::nullopt;
    const auto time = std::chrono::sys_days{day_} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                      std::chrono::seconds{second} + std::chrono::milliseconds{millis} - *offset;
    if (second == 60 && !ends_month(time - std::chrono::milliseconds{millis})) return std::nullopt;
    if (*offset != std::chrono::minutes{0} || is_end_of_day || second == 60) {
      if (time < first_instant || time >= last_instant) return std::nullopt;
    }
    return to_instant(time);
  }

 private:
  using time_point = std::chrono::sys_time<std::chrono::milliseconds>;
  static constexpr time_point first_instant = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
  static constexpr time_point last_instant = std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1};

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
    if (text.size() == 1 && (text[0] == 'Z' || text[0] == 'z')) return std::chrono::minutes{0};
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
