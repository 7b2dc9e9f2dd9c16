// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Where the number of a parameter comes from: every shipped parameter says so.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::simulation {

/// Where a number comes from.
enum class origin : std::uint8_t {
  assumed,     ///< Somebody's guess.
  literature,  ///< A publication has it.
  estimated,   ///< It was estimated from recorded sessions.
};

/// The name of an origin.
[[nodiscard]] constexpr std::string_view name_of(origin from) noexcept {
  constexpr std::string_view names[]{"assumed", "literature", "estimated"};
  return names[static_cast<std::size_t>(from)];
}

/// Where the number of a parameter comes from.
struct provenance {
  /// Of what kind the source is.
  origin from = origin::assumed;
  /// The publication's key, or the file of the sessions; empty where it is assumed.
  std::string_view source = {};

  friend constexpr bool operator==(const provenance&, const provenance&) = default;
};

/// A parameter of a policy, in words.
struct parameter {
  /// Its name: that of the member.
  std::string_view name;
  /// What it does.
  std::string_view meaning;
  /// Where its default comes from.
  provenance default_from = {};
};

}  // namespace balint::simulation
