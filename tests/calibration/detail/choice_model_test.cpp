// SPDX-License-Identifier: MIT
#include <balint/calibration/detail/choice_model.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace choice_model_test {

namespace detail = balint::calibration::detail;

/// Two candidates; the one who spoke before last has the floor in `times` of `of` turns.
detail::choices two(std::size_t times, std::size_t of) {
  detail::choices all;
  for (std::size_t i = 0; i < of; ++i) {
    const auto begin = all.candidates.size();
    all.candidates.push_back({0, {1, 0, 0, 0}});
    all.candidates.push_back({0, {0, 0, 0, 0}});
    all.ends.push_back(begin + 2);
    all.chosen.push_back(begin + (i < times ? 0 : 1));
  }
  return all;
}
// With a flat prior it is the logarithm of the odds, with the variance that everybody knows.
TEST(ChoiceModel, FindsTheLogarithmOfTheOdds) {
  std::vector<double> precision(5, 1.0);
  precision[1] = 1e-12;
  const auto found = detail::most_probable(two(80, 100), precision, std::vector<double>(5));
  EXPECT_NEAR(found.at[1], std::log(4.0), 1e-6);
  EXPECT_NEAR(1 / std::sqrt(found.information(1, 1)), std::sqrt(1.0 / 80 + 1.0 / 20), 1e-6);
  EXPECT_NEAR(found.log_posterior, 80 * std::log(0.8) + 20 * std::log(0.2), 1e-6);
  EXPECT_NEAR(found.at[0], 0, 1e-9);  // whoever it is, it is the same person
}
TEST(ChoiceModel, StaysWithItsPriorWhereEverybodyAlwaysDoesTheSame) {
  const std::vector<double> precision(5, 0.25);
  const auto found = detail::most_probable(two(100, 100), precision, std::vector<double>(5));
  EXPECT_GT(found.at[1], 3);
  EXPECT_LT(found.at[1], 8);
}
// The gradient and the information are those of the logarithm, by differences.
TEST(ChoiceModel, HasTheSlopesOfItsLogarithm) {
  detail::choices all;
  for (std::uint32_t turn = 0; turn < 7; ++turn) {
    for (std::uint32_t i = 0; i < 3; ++i)
      all.candidates.push_back({i, {i == turn % 3 ? 1.0 : 0.0, 1.0 / (1 + i + turn), turn % 2 == i ? 1.0 : 0.0, 0.5}});
    all.ends.push_back(all.candidates.size());
    all.chosen.push_back(all.candidates.size() - 1 - turn % 3);
  }
  const std::vector<double> precision(7, 0.25);
  std::vector<double> at{0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7};
  std::vector<double> gradient, above, below;
  detail::matrix information(0), unused(0);
  const double log = detail::look(all, precision, at, gradient, information);
  constexpr double step = 1e-4;
  for (std::size_t i = 0; i < at.size(); ++i) {
    auto up = at, down = at;
    up[i] += step, down[i] -= step;
    const double high = detail::look(all, precision, up, above, unused);
    const double low = detail::look(all, precision, down, below, unused);
    EXPECT_NEAR((high - low) / (2 * step), gradient[i], 1e-6);
    EXPECT_NEAR((2 * log - high - low) / (step * step), information(i, i), 1e-4);
    for (std::size_t k = i; k < at.size(); ++k)
      EXPECT_NEAR((below[k] - above[k]) / (2 * step), information(k, i), 1e-6) << i << ' ' << k;
  }
}

}  // namespace choice_model_test
