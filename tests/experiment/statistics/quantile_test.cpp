// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/quantile.hpp>

#include <gtest/gtest.h>

namespace quantile_test {

namespace ex = balint::experiment;

// The values are those of R: qnorm, qt.
TEST(Quantile, OfTheNormalDistribution) {
  EXPECT_NEAR(ex::normal_width(0.95), 1.959963984540054, 1e-12);
  EXPECT_NEAR(ex::normal_width(0.999), 3.290526731491895, 1e-11);
}
TEST(Quantile, OfStudentsT) {
  EXPECT_NEAR(ex::student_width(0.95, 1), 12.70620473617471, 1e-9);
  EXPECT_NEAR(ex::student_width(0.95, 29), 2.045229642132703, 1e-11);
  EXPECT_NEAR(ex::student_width(0.95, 1'000'000), 1.959966, 1e-6);
}

}  // namespace quantile_test
