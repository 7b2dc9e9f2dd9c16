// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Verdicts: what a trace is, as a whole.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// What a trace is, as a whole. None of them is a mark: `terminated` is the leader's right, `different` is another
/// thing.
enum class verdict : std::uint8_t {
  different,       ///< Stages were skipped or reordered: something different (@source STG-8).
  rule_violation,  ///< There are other findings.
  terminated,      ///< The leader ended it, nothing was found (@source RUL-4).
  in_progress,     ///< It is running, nothing was found.
  conforming,      ///< It came to its end, nothing was found.
};

/// The name of a verdict, as logs and documents write it.
[[nodiscard]] constexpr std::string_view name_of(verdict v) noexcept {
  constexpr std::string_view names[]{"different", "rule_violation", "terminated", "in_progress", "conforming"};
  return names[static_cast<std::size_t>(v)];
}

/// Whether a verdict says that nothing was found.
[[nodiscard]] constexpr bool is_clean(verdict v) noexcept {
  return v != verdict::different && v != verdict::rule_violation;
}

}  // namespace balint
