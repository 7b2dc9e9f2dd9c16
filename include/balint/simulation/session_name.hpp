// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The names of simulated sessions, by which none is taken for a real one.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::simulation {

/// The name of a simulated session: `sim-`, 8 hexadecimal digits of the scenario's hash, `-`, the session's number. It
/// is a pseudonym as logs have them.
class session_name {
 public:
  /// The name of a session of a scenario.
  constexpr session_name(std::uint32_t scenario, std::uint64_t number) noexcept {
    for (const char c : std::string_view("sim-")) add(c);
    for (int shift = 28; shift >= 0; shift -= 4)
      add("0123456789abcdef"[(scenario >> static_cast<unsigned>(shift)) & 0xFU]);
    add('-');
    char digits[20]{};
    std::size_t n = 0;
    do {
      digits[n++] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number != 0);
    while (n > 0) add(digits[--n]);
  }
  /// The name, for as long as this lives.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return {text_, size_}; }

 private:
  constexpr void add(char c) noexcept { text_[size_++] = c; }

  char text_[4 + 8 + 1 + 20]{};
  std::size_t size_ = 0;
};

/// Whether a session has the name of a simulated one.
[[nodiscard]] constexpr bool is_simulated(std::string_view id) noexcept {
  if (id.size() < 14 || !id.starts_with("sim-") || id[12] != '-') return false;
  for (std::size_t i = 4; i < id.size(); ++i) {
    const bool is_digit = id[i] >= '0' && id[i] <= '9';
    if (i != 12 && !is_digit && (i > 12 || id[i] < 'a' || id[i] > 'f')) return false;
  }
  return true;
}

}  // namespace balint::simulation
