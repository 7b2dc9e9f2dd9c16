// SPDX-License-Identifier: MIT
#include <balint/simulation/eagerness.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace eagerness_test {

using balint::simulation::eagerness;
using balint::simulation::eagerness_of;
using balint::simulation::log_weight;

TEST(Eagerness, IsARateThatAddsUp) {
  static_assert(eagerness::once_in(1'000).weight == eagerness::once_a_second);
  static_assert(eagerness::once_in(2'000).weight == eagerness::once_a_second / 2);
  static_assert(eagerness::once_in(0).weight == eagerness::most);
  static_assert(eagerness::once_in(1).weight == eagerness::most);
  static_assert((eagerness{3} + eagerness{4}).weight == 7);
  static_assert((eagerness{eagerness::most} + eagerness{4}).weight == eagerness::most);
  EXPECT_EQ(eagerness::none().weight, 0U);
}
TEST(LogWeight, MultipliesAnEagerness) {
  for (double x = -6; x < 5; x += 0.37) {
    EXPECT_NEAR(eagerness_of(log_weight::of(x)).weight, eagerness::once_a_second * std::exp(x),
                1 + eagerness::once_a_second * std::exp(x) * 2e-5)
        << x;
  }
  EXPECT_EQ(eagerness_of({}).weight, eagerness::once_a_second);
  EXPECT_EQ(eagerness_of(log_weight::of(8)).weight, eagerness::most);
  EXPECT_EQ(eagerness_of(log_weight::of(-30)).weight, 0U);
  EXPECT_EQ(log_weight::of(1e9), log_weight::of(20));
  EXPECT_EQ((log_weight{3} + log_weight{-5}).factors_of_two, -2);
}

}  // namespace eagerness_test
