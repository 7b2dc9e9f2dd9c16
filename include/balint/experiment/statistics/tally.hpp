// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sums in whole numbers of 128 bits, and the means, spreads and correlations that follow from them: what is subtracted
/// is subtracted in whole numbers.
#include <balint/experiment/statistics/histogram.hpp>
#include <balint/experiment/statistics/interval.hpp>
#include <balint/experiment/statistics/wide.hpp>

#include <cmath>
#include <cstdint>
#include <limits>

namespace balint::experiment {

/// The sums of a metric over the sessions of an arm.
struct tally {
  int128 sum = 0;          ///< Of the values.
  int128 squares = 0;      ///< Of their squares.
  int128 cubes = 0;        ///< Of their cubes.
  std::int64_t least = 0;  ///< The least value.
  std::int64_t most = 0;   ///< The greatest value.
  histogram values = {};   ///< How often each occurred; of yes and no nothing is kept.

  friend bool operator==(const tally&, const tally&) = default;
};

/// The sums of a metric over pairs of sessions of two arms.
struct pair_tally {
  int128 products = 0;            ///< Of the value of one and that of the other.
  int128 difference_cubes = 0;    ///< Of the cubes of the differences.
  std::uint64_t only_first = 0;   ///< Pairs in which the first alone is not 0: n10.
  std::uint64_t only_second = 0;  ///< Pairs in which the second alone is not 0: n01.

  friend bool operator==(const pair_tally&, const pair_tally&) = default;
};

namespace detail {

/// Sums around the mean, of numbers whose mean is rounded down to `whole`.
struct centred {
  int128 whole = 0;    ///< The mean, rounded down.
  double rest = 0;     ///< What is left of it: below 1.
  double squares = 0;  ///< The sum of the squares of what the numbers are apart from the mean.
  double cubes = 0;    ///< That of their cubes.
};
[[nodiscard]] inline centred centre(std::uint64_t count, int128 sum, int128 squares, int128 cubes) noexcept {
  const auto n = static_cast<int128>(count);
  auto whole = sum / n;
  if (sum % n < 0) --whole;
  const auto left = sum - n * whole;
  const auto about = squares - 2 * whole * sum + n * whole * whole;
  const auto third = cubes - 3 * whole * squares + 3 * whole * whole * sum - n * whole * whole * whole;
  const double rest = static_cast<double>(left) / static_cast<double>(count);
  const double two = static_cast<double>(about) - static_cast<double>(left) * rest;
  const double three = static_cast<double>(third) - 3 * rest * static_cast<double>(about) +
                       2 * static_cast<double>(count) * rest * rest * rest;
  return {whole, rest, two > 0 ? two : 0, three};
}
[[nodiscard]] inline moments moments_of(std::uint64_t count, const centred& of) noexcept {
  const auto n = static_cast<double>(count);
  moments made{.n = count, .mean = static_cast<double>(of.whole) + of.rest};
  if (count > 1) made.sd = std::sqrt(of.squares / (n - 1));
  if (of.squares > 0) made.skew = of.cubes / n / std::pow(of.squares / n, 1.5);
  return made;
}

}  // namespace detail

/// Mean, spread and skewness of a metric in an arm, in the units of its integers.
[[nodiscard]] inline moments moments_of(const tally& of, std::uint64_t count) noexcept {
  if (count == 0) return {};
  return detail::moments_of(count, detail::centre(count, of.sum, of.squares, of.cubes));
}

/// What is known of the differences of pairs.
struct paired_moments {
  moments difference;             ///< Of the differences, in the units of the metric's integers.
  double rho = 0;                 ///< The correlation of the two arms; 0 where one of them never varies.
  double variance_reduction = 1;  ///< By what pairing divides the variance of the difference; infinite: by everything.
};

/// Mean, spread and skewness of the differences between two arms, first less second, and what pairing is good for.
[[nodiscard]] inline paired_moments moments_of(const tally& first, const tally& second, const pair_tally& both,
                                               std::uint64_t count) noexcept {
  paired_moments made;
  if (count == 0) return made;
  const auto squares = first.squares + second.squares - 2 * both.products;
  made.difference =
      detail::moments_of(count, detail::centre(count, first.sum - second.sum, squares, both.difference_cubes));
  const auto a = moments_of(first, count), b = moments_of(second, count);
  const double apart = a.sd * a.sd + b.sd * b.sd, together = made.difference.sd * made.difference.sd;
  if (a.sd > 0 && b.sd > 0) made.rho = (apart - together) / (2 * a.sd * b.sd);
  if (together > 0) {
    made.variance_reduction = apart / together;
  } else if (apart > 0) {
    made.variance_reduction = std::numeric_limits<double>::infinity();
  }
  return made;
}

}  // namespace balint::experiment
