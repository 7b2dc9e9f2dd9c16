// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An estimate with its interval, of a proportion and of a normal quantity.
#include <balint/calibration/recorded_sessions.hpp>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <cstddef>

namespace balint::calibration {

/// An estimate, with an interval that covers the parameter in 95 of 100 cases.
struct estimate {
  double value = 0;   ///< The parameter.
  double error = 0;   ///< Its standard error.
  double low = 0;     ///< Where the interval begins.
  double high = 0;    ///< Where it ends.
  std::size_t n = 0;  ///< How many turns, chances or durations it comes from.

  /// One whose error is normal.
  [[nodiscard]] static estimate normal(double value, double error, std::size_t n) noexcept {
    constexpr double z = 1.959963984540054;
    return {value, error, value - z * error, value + z * error, n};
  }
};

/// A probability, with the prior Beta(½, ½): the mean of the posterior and its quantiles.
/// @source Jeffreys 1961
[[nodiscard]] inline estimate proportion(const count& seen) {
  const double a = static_cast<double>(seen.times) + 0.5;
  const double b = static_cast<double>(seen.of - seen.times) + 0.5;
  const boost::math::beta_distribution<double> posterior(a, b);
  return {a / (a + b), std::sqrt(boost::math::variance(posterior)), boost::math::quantile(posterior, 0.025),
          boost::math::quantile(posterior, 0.975), seen.of};
}

/// The mean of n normal quantities of which the mean and the standard deviation are known, n at least 2.
[[nodiscard]] inline estimate mean_of(double mean, double deviation, std::size_t n) {
  const double error = deviation / std::sqrt(static_cast<double>(n));
  const boost::math::students_t_distribution<double> t(static_cast<double>(n - 1));
  const double reach = boost::math::quantile(t, 0.975) * error;
  return {mean, error, mean - reach, mean + reach, n};
}

}  // namespace balint::calibration
