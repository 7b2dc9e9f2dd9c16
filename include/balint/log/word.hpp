// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Words as logs carry them for acts and professions: free text would carry content.
#include <cstddef>
#include <string_view>

namespace balint {

/// Whether a text is a word as logs may carry it for an act or a profession: `[a-z][a-z0-9_]{0,39}`. @source RUL-3
[[nodiscard]] constexpr bool is_word(std::string_view text) noexcept {
  constexpr std::size_t most = 40;
  if (text.empty() || text.size() > most || text[0] < 'a' || text[0] > 'z') return false;
  for (const char c : text) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') return false;
  }
  return true;
}

}  // namespace balint
