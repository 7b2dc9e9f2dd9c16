// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Quantiles of the normal distribution and of Student's t, by Boost.Math.
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cstdint>

namespace balint::experiment {

/// How many standard deviations to each side hold a part of a normal distribution, such as 1.96 for 0.95.
[[nodiscard]] inline double normal_width(double level) {
  return boost::math::quantile(boost::math::normal_distribution<>(), 0.5 + level / 2);
}
/// How many standard errors to each side hold a part of Student's t of so many degrees of freedom, at least 1.
[[nodiscard]] inline double student_width(double level, std::uint64_t freedom) {
  return boost::math::quantile(boost::math::students_t_distribution<>(static_cast<double>(freedom)), 0.5 + level / 2);
}

}  // namespace balint::experiment
