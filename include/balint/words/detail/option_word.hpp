// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The numbers of options as words, and back.
#include <balint/vocabulary/id.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace balint::detail {

/// A number of up to three digits as a text.
struct short_number {
  std::array<char, 3> digits{};
  std::uint8_t size = 0;
};
inline constexpr std::array<short_number, max_options + 1> option_words = [] {
  std::array<short_number, max_options + 1> all{};
  for (unsigned n = 0; n < all.size(); ++n) {
    short_number& one = all[n];
    for (unsigned unit = 100; unit > 0; unit /= 10) {
      if (n >= unit || unit == 1) one.digits[one.size++] = static_cast<char>('0' + n / unit % 10);
    }
  }
  return all;
}();

/// The number of an option as a word that lives for good; the number is at most `max_options`.
[[nodiscard]] constexpr std::string_view option_word(std::size_t number) noexcept {
  return {option_words[number].digits.data(), option_words[number].size};
}

/// What a word says of an option.
enum class option_reading : std::uint8_t { number, no_number, out_of_range };

/// Reads the number of an option: digits alone, 1 to `max_options`.
[[nodiscard]] inline option_reading read_option(std::string_view word, std::uint16_t& number) noexcept {
  unsigned read = 0;
  const char* const end = word.data() + word.size();
  const auto [last, error] = std::from_chars(word.data(), end, read);
  if (error == std::errc::invalid_argument || last != end) return option_reading::no_number;
  if (error != std::errc{} || read == 0 || read > max_options) return option_reading::out_of_range;
  number = static_cast<std::uint16_t>(read);
  return option_reading::number;
}

}  // namespace balint::detail
