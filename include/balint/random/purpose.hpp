// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a random number is for: each purpose has a stream of its own, so that a draw for one never moves another.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::random {

/// What the draws of a stream decide. The numbers are part of every stream and never change.
enum class purpose : std::uint8_t {
  floor,             ///< When somebody speaks.
  act,               ///< Which act is done.
  target,            ///< To what it is done.
  hold,              ///< How long it takes.
  absence,           ///< Who is away, and when.
  deviation_choose,  ///< Which deviation is planted.
  deviation_place,   ///< Where it is planted.
  design,            ///< The points of an experiment.
};

/// How many purposes there are.
inline constexpr std::size_t purpose_count = 8;

/// The name of a purpose.
[[nodiscard]] constexpr std::string_view name_of(purpose what) noexcept {
  constexpr std::string_view names[purpose_count]{
      "floor", "act", "target", "hold", "absence", "deviation_choose", "deviation_place", "design"};
  return names[static_cast<std::size_t>(what)];
}

}  // namespace balint::random
