// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/interval.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace interval_test {

namespace ex = balint::experiment;

TEST(MeanInterval, IsStudents) {
  const auto of = ex::mean_interval({.n = 30, .mean = 10, .sd = 3});
  EXPECT_DOUBLE_EQ(of.estimate, 10);
  EXPECT_NEAR(of.half_width(), 2.045229642132703 * 3 / std::sqrt(30.0), 1e-9);
  EXPECT_TRUE(of.covers(11));
  EXPECT_FALSE(of.covers(12));
  EXPECT_TRUE(std::isinf(ex::mean_interval({.n = 1, .mean = 10}).hi));
}
// As R's prop.test(x, n, correct = FALSE) has it.
TEST(WilsonInterval, IsTheKnownOne) {
  const auto of = ex::wilson_interval(2, 100);
  EXPECT_DOUBLE_EQ(of.estimate, 0.02);
  EXPECT_NEAR(of.lo, 0.005502, 1e-6);
  EXPECT_NEAR(of.hi, 0.070012, 1e-6);
}
TEST(WilsonInterval, IsNeverOfWidthZero) {
  EXPECT_EQ(ex::wilson_interval(0, 1000).lo, 0);
  EXPECT_NEAR(ex::wilson_interval(0, 1000).hi, 0.003827, 1e-6);
  EXPECT_EQ(ex::wilson_interval(1000, 1000).hi, 1);
  EXPECT_LT(ex::wilson_interval(1000, 1000).lo, 0.997);
  EXPECT_EQ(ex::wilson_interval(0, 0).half_width(), 0.5);
}
TEST(PairedInterval, IsThatOfBonettAndPrice) {
  // (f12 + 1) / (n + 2) = 0.06, (f21 + 1) / (n + 2) = 0.02
  const auto of = ex::paired_interval(5, 1, 98);
  EXPECT_NEAR(of.estimate, 4.0 / 98, 1e-15);
  const double width = 1.959963984540054 * std::sqrt((0.08 - 0.0016) / 100);
  EXPECT_NEAR(of.lo, 0.04 - width, 1e-12);
  EXPECT_NEAR(of.hi, 0.04 + width, 1e-12);
}
TEST(PairedInterval, IsNeverOfWidthZero) {
  EXPECT_EQ(ex::paired_interval(0, 0, 1024).estimate, 0);
  EXPECT_GT(ex::paired_interval(0, 0, 1024).half_width(), 0.002);
  EXPECT_EQ(ex::paired_interval(0, 0, 0).half_width(), 1);
}
TEST(Ceiling, IsWhatTheMostDependentPairsHave) {
  EXPECT_NEAR(ex::ceiling_of_pairing(0.2, 0.1), (0.16 + 0.09) / (0.1 * 0.9), 1e-12);
  EXPECT_TRUE(std::isinf(ex::ceiling_of_pairing(0.2, 0.2)));
}

}  // namespace interval_test
