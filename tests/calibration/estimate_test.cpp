// SPDX-License-Identifier: MIT
#include <balint/calibration/estimate.hpp>

#include <gtest/gtest.h>

namespace estimate_test {

namespace cal = balint::calibration;

// Quantiles of Beta(3.5, 17.5), as R has them.
TEST(Proportion, HasTheQuantilesOfItsPosterior) {
  const auto one = cal::proportion({3, 20});
  EXPECT_DOUBLE_EQ(one.value, 3.5 / 21);
  EXPECT_NEAR(one.low, 0.0443, 0.0005);
  EXPECT_NEAR(one.high, 0.3488, 0.0005);
  EXPECT_EQ(one.n, 20U);
  EXPECT_GT(cal::proportion({0, 10}).value, 0);
  EXPECT_LT(cal::proportion({10, 10}).high, 1);
}
TEST(MeanOf, HasStudentsInterval) {
  const auto one = cal::mean_of(10, 2, 4);
  EXPECT_DOUBLE_EQ(one.error, 1);
  EXPECT_NEAR(one.high, 10 + 3.18245, 1e-4);
  EXPECT_NEAR(one.low, 10 - 3.18245, 1e-4);
}
TEST(Estimate, HasTheIntervalOfANormalError) {
  EXPECT_NEAR(cal::estimate::normal(1, 0.5, 7).high, 1.98, 0.001);
  EXPECT_NEAR(cal::estimate::normal(1, 0.5, 7).low, 0.02, 0.001);
}

}  // namespace estimate_test
