// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Intervals: Student's t for means, Wilson for proportions, Bonett and Price for the difference of paired proportions.
#include <balint/experiment/statistics/quantile.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace balint::experiment {

/// An estimate, and where the value is that it estimates.
struct interval {
  double estimate = 0;  ///< The estimate.
  double lo = 0;        ///< From here
  double hi = 0;        ///< to here.

  /// Half of the width.
  [[nodiscard]] double half_width() const noexcept { return (hi - lo) / 2; }
  /// Whether a value is inside.
  [[nodiscard]] bool covers(double value) const noexcept { return lo <= value && value <= hi; }
};

/// Mean, spread and skewness of numbers.
struct moments {
  std::uint64_t n = 0;  ///< How many there are.
  double mean = 0;      ///< Their mean.
  double sd = 0;        ///< Their standard deviation, of n - 1.
  double skew = 0;      ///< Their skewness; 0 where they are all the same.

  /// In another unit.
  [[nodiscard]] moments times(double unit) const noexcept { return {n, mean * unit, sd * unit, skew}; }
};

/// The interval of a mean by Student's t. Of fewer than 2 numbers it is everything.
[[nodiscard]] inline interval mean_interval(const moments& of, double level = 0.95) {
  constexpr double all = std::numeric_limits<double>::infinity();
  if (of.n < 2) return {of.mean, -all, all};
  const double width = student_width(level, of.n - 1) * of.sd / std::sqrt(static_cast<double>(of.n));
  return {of.mean, of.mean - width, of.mean + width};
}

/// The interval of a proportion: `some` of `n`. It is never of width 0. Of none it is everything.
/// @source Wilson 1927
[[nodiscard]] inline interval wilson_interval(std::uint64_t some, std::uint64_t n, double level = 0.95) {
  if (n == 0) return {0, 0, 1};
  const double z = normal_width(level), all = static_cast<double>(n), p = static_cast<double>(some) / all;
  const double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
  const double width = z / (1 + z * z / all) * std::sqrt(p * (1 - p) / all + z * z / (4 * all * all));
  return {p, some == 0 ? 0 : std::max(0.0, middle - width), some == n ? 1 : std::min(1.0, middle + width)};
}

/// The interval of the difference of two proportions of pairs: `only_first` pairs have it in the first alone,
/// `only_second` in the second alone, of `n` pairs. It is never of width 0.
/// @source Bonett and Price 2012, "Adjusted Wald confidence interval for a difference of binomial proportions based on
/// paired data"
[[nodiscard]] inline interval paired_interval(std::uint64_t only_first, std::uint64_t only_second, std::uint64_t n,
                                              double level = 0.95) {
  if (n == 0) return {0, -1, 1};
  const double all = static_cast<double>(n) + 2;
  const double first = (static_cast<double>(only_first) + 1) / all,
               second = (static_cast<double>(only_second) + 1) / all;
  const double middle = first - second;
  const double width = normal_width(level) * std::sqrt((first + second - middle * middle) / all);
  const double estimate = (static_cast<double>(only_first) - static_cast<double>(only_second)) / static_cast<double>(n);
  return {estimate, std::max(-1.0, middle - width), std::min(1.0, middle + width)};
}

/// The least number of discordant pairs from which on a difference of paired proportions may be taken as precise.
inline constexpr std::uint64_t least_discordant = 10;
/// Beyond this skewness, either way, an interval of a mean covers less than it says.
inline constexpr double most_skew = 2;

/// By what pairing can at most divide the variance of a difference of two proportions p and q; infinite where there is
/// no difference.
[[nodiscard]] inline double ceiling_of_pairing(double p, double q) noexcept {
  const double apart = std::abs(p - q);
  const double left = apart * (1 - apart);
  return left > 0 ? (p * (1 - p) + q * (1 - q)) / left : std::numeric_limits<double>::infinity();
}

}  // namespace balint::experiment
