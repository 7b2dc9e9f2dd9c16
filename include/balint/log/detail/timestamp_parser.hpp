// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads times of RFC 3339, many of one day.
#include <balint/vocabulary/chrono.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace balint::detail {

/// Reads times, remembering the day of the one before: most times in a log are of one day.
class timestamp_parser {
 public:
  /// As `parse_timestamp`.
  [[nodiscard]] constexpr std::optional<instant> parse(std::string_view text) noexcept {
    if (text.size() < 20 || text.size() > 24 || text.back() != 'Z') return std::nullopt;
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
    if (text.substr(0, 10) != std::string_view(day_text_.data(), day_text_.size()) && !parse_day(text))
      return std::nullopt;
    unsigned strange = 0;
    const auto hour = digits(text, 11, 2, strange);
    const auto minute = digits(text, 14, 2, strange);
    const auto second = digits(text, 17, 2, strange);
    unsigned millis = 0;
    if (text.size() > 20) {
      const auto places = text.size() - 21;
      if (text[19] != '.' || places == 0) return std::nullopt;
      millis = digits(text, 20, places, strange) * (places == 1 ? 100U : places == 2 ? 10U : 1U);
    }
    if (strange != 0 || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return to_instant(std::chrono::sys_days{day_} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                      std::chrono::seconds{second} + std::chrono::milliseconds{millis});
  }

 private:
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
