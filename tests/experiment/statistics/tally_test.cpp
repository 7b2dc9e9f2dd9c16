// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/tally.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tally_test {

namespace ex = balint::experiment;
using ex::int128;

ex::tally tally_of(const std::vector<std::int64_t>& values) {
  ex::tally made;
  for (const int128 v : values) {
    made.sum += v;
    made.squares += v * v;
    made.cubes += v * v * v;
  }
  return made;
}

TEST(Moments, AreThoseOfTheNumbers) {
  // Mean 2.5, squares of what is apart 13, cubes 13.5.
  const auto of = ex::moments_of(tally_of({1, 1, 2, 6}), 4);
  EXPECT_EQ(of.n, 4U);
  EXPECT_DOUBLE_EQ(of.mean, 2.5);
  EXPECT_DOUBLE_EQ(of.sd, std::sqrt(17.0 / 3));
  EXPECT_NEAR(of.skew, 36.0 / 4 / std::pow(17.0 / 4, 1.5), 1e-12);
  EXPECT_DOUBLE_EQ(of.times(0.5).sd, of.sd / 2);
  EXPECT_EQ(ex::moments_of({}, 0).mean, 0);
  EXPECT_EQ(ex::moments_of(tally_of({5}), 1).sd, 0);
}
TEST(Moments, LoseNothingWhereNumbersAreLargeAndClose) {
  constexpr std::int64_t far = 2'000'000'000;
  const auto of = ex::moments_of(tally_of({far + 1, far + 1, far + 2, far + 6}), 4);
  EXPECT_DOUBLE_EQ(of.sd, std::sqrt(17.0 / 3));
  EXPECT_NEAR(of.skew, 36.0 / 4 / std::pow(17.0 / 4, 1.5), 1e-12);
}
TEST(PairedMoments, AreThoseOfTheDifferences) {
  const std::vector<std::int64_t> first{10, 12, 15, 19}, second{9, 12, 13, 20};
  ex::pair_tally both;
  for (std::size_t i = 0; i < 4; ++i) {
    const int128 a = first[i], b = second[i];
    both.products += a * b;
    both.difference_cubes += (a - b) * (a - b) * (a - b);
  }
  const auto of = ex::moments_of(tally_of(first), tally_of(second), both, 4);
  const auto apart = ex::moments_of(tally_of({1, 0, 2, -1}), 4);
  EXPECT_DOUBLE_EQ(of.difference.mean, apart.mean);
  EXPECT_DOUBLE_EQ(of.difference.sd, apart.sd);
  EXPECT_DOUBLE_EQ(of.difference.skew, apart.skew);
  const auto a = ex::moments_of(tally_of(first), 4), b = ex::moments_of(tally_of(second), 4);
  EXPECT_DOUBLE_EQ(of.variance_reduction, (a.sd * a.sd + b.sd * b.sd) / (apart.sd * apart.sd));
  EXPECT_GT(of.rho, 0.9);
  EXPECT_LT(of.rho, 1);
}
TEST(PairedMoments, OfEqualArmsAreReducedToNothing) {
  const std::vector<std::int64_t> same{1, 2, 3};
  ex::pair_tally both;
  for (const auto v : same) both.products += v * v;
  EXPECT_TRUE(std::isinf(ex::moments_of(tally_of(same), tally_of(same), both, 3).variance_reduction));
  EXPECT_EQ(ex::moments_of(ex::tally{}, ex::tally{}, ex::pair_tally{}, 3).variance_reduction, 1);
  EXPECT_EQ(ex::moments_of(ex::tally{}, ex::tally{}, ex::pair_tally{}, 0).rho, 0);
}

}  // namespace tally_test
