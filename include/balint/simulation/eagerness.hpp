// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How much somebody wants the floor: a rate of starting to speak, as an integer.
#include <balint/random/detail/fixed_point.hpp>

#include <compare>
#include <cstdint>

namespace balint::simulation {

/// How often somebody starts to speak who could: `once_a_second` of it is once a second on average. 0 is never.
struct eagerness {
  /// Once a second.
  static constexpr std::uint32_t once_a_second = 1U << 16U;
  /// The most there is: at once, before anybody else, and without a pause.
  static constexpr std::uint32_t most = (1U << 24U) - 1;

  /// The rate, at most `most`.
  std::uint32_t weight = 0;

  /// Never.
  [[nodiscard]] static constexpr eagerness none() noexcept { return {}; }
  /// Once in so many milliseconds on average; in 0, at once.
  [[nodiscard]] static constexpr eagerness once_in(std::uint32_t milliseconds) noexcept {
    const auto per = milliseconds == 0 ? std::uint64_t{most} : std::uint64_t{once_a_second} * 1000 / milliseconds;
    return {per > most ? most : static_cast<std::uint32_t>(per)};
  }
  /// Both: two reasons to speak add up.
  friend constexpr eagerness operator+(eagerness a, eagerness b) noexcept {
    return {a.weight + b.weight > most ? most : a.weight + b.weight};
  }
  friend constexpr auto operator<=>(eagerness, eagerness) = default;
};

/// Why somebody has the floor.
enum class drive : std::uint8_t {
  own,   ///< For oneself: to talk, to observe.
  lead,  ///< To lead the session.
};

/// How much somebody wants the floor, for each reason. Leading has a clock of its own: the person who leads moves on as
/// soon whether or not the leader also talks.
struct drives {
  /// For oneself.
  eagerness own;
  /// To lead.
  eagerness lead;

  friend constexpr bool operator==(const drives&, const drives&) = default;
};

/// A parameter of the floor on the scale of natural logarithms: what is added there multiplies an eagerness.
struct log_weight {
  /// In 2^-16ths of a factor of two.
  std::int32_t factors_of_two = 0;

  /// From a natural logarithm between -20 and 20; beyond, that is taken. What is left over is cut off, so that no bit
  /// depends on the processor.
  [[nodiscard]] static constexpr log_weight of(double natural) noexcept {
    const double kept = natural < -20 ? -20 : natural > 20 ? 20 : natural;
    return {static_cast<std::int32_t>(kept * 94548.46064)};  // 2^16 / ln(2)
  }
  /// Both.
  friend constexpr log_weight operator+(log_weight a, log_weight b) noexcept {
    return {a.factors_of_two + b.factors_of_two};
  }
  friend constexpr auto operator<=>(log_weight, log_weight) = default;
};

/// The eagerness whose logarithm, in events a second, that is.
[[nodiscard]] constexpr eagerness eagerness_of(log_weight log) noexcept {
  const auto weight =
      random::detail::times_exp2(eagerness::once_a_second, std::int64_t{log.factors_of_two} * (1 << 16));
  return {weight > eagerness::most ? eagerness::most : static_cast<std::uint32_t>(weight)};
}

}  // namespace balint::simulation
