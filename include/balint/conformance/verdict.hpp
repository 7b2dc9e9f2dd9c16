// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Verdicts: what a trace is, as a whole.
#include <balint/vocabulary/detail/name_at.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// What a trace is, as a whole. None of them is a mark: `terminated` is the leader's right, `different` is another
/// thing.
enum class verdict : std::uint8_t {
  different,    ///< A stage was left out: something different (@source STG-8).
  departs,      ///< It departs from the protocol in another way.
  terminated,   ///< The leader ended it, as is the leader's right (@source RUL-4).
  in_progress,  ///< It goes on.
  conforming,   ///< It came to its end as the protocol has it.
};

/// The name of a verdict, as logs and documents write it.
[[nodiscard]] constexpr std::string_view name_of(verdict v) noexcept {
  constexpr std::string_view names[]{"different", "departs", "terminated", "in_progress", "conforming"};
  return detail::name_at(names, std::size(names), static_cast<std::size_t>(v));
}

/// Whether a verdict says that no departure was found.
[[nodiscard]] constexpr bool is_clean(verdict v) noexcept { return v != verdict::different && v != verdict::departs; }

}  // namespace balint
