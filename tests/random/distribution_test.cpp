// SPDX-License-Identifier: MIT
#include <balint/random/distribution.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <tests/random/words.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace distribution_test {

using balint::random::erlang;
using balint::random::exponential;
using balint::random::lognormal;
using balint::random::normal;
using balint::random::purpose;
using balint::random::spread;
using balint::random::stream;
using balint::random::unit;
using support::words;

/// The largest distance between the distribution of a sample and another.
template <typename F>
double distance(std::vector<double> sample, F distribution) {
  std::ranges::sort(sample);
  double most = 0;
  const auto n = static_cast<double>(sample.size());
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double p = distribution(sample[i]);
    most = std::max({most, std::abs(p - static_cast<double>(i) / n), std::abs(p - static_cast<double>(i + 1) / n)});
  }
  return most;
}
constexpr std::size_t n = 100'000;
constexpr double far = 0.0061;  // beyond it: once in a thousand samples (Kolmogorov, 1.95 / sqrt(n))

template <typename F>
std::vector<double> sample_of(F draw) {
  stream all({.seed = 2026, .session = 1}, purpose::hold, 0);
  std::vector<double> sample(n);
  for (auto& one : sample) one = draw(all);
  return sample;
}
constexpr double in_units(auto x) { return static_cast<double>(x) / static_cast<double>(unit); }

TEST(Exponential, IsDistributedSo) {
  const auto sample = sample_of([](auto& from) { return in_units(exponential(from)); });
  EXPECT_LT(distance(sample, [](double x) { return -std::expm1(-x); }), far);
}
TEST(Exponential, EndsWhereTheBitsEnd) {
  EXPECT_NEAR(in_units(exponential(words{0, 0}.here())), 64 * std::log(2), 1e-7);
  EXPECT_NEAR(in_units(exponential(words{0, 0x8000'0000}.here())), std::log(2), 1e-8);
  constexpr auto ones = std::numeric_limits<std::uint32_t>::max();
  EXPECT_LT(in_units(exponential(words{ones, ones}.here())), 1e-8);
}

TEST(Erlang, IsASumOfExponentials) {
  const auto sample = sample_of([](auto& from) { return in_units(erlang(from, 3)); });
  EXPECT_LT(distance(sample, [](double x) { return 1 - std::exp(-x) * (1 + x + x * x / 2); }), far);
  words some{1, 2, 3, 4};
  EXPECT_EQ(erlang(some, 0), 0U);
  EXPECT_EQ(some.drawn(), 0U);
  (void)erlang(some, 2);
  EXPECT_EQ(some.drawn(), 4U);
}

TEST(Normal, IsDistributedSo) {
  const auto sample = sample_of([](auto& from) { return in_units(normal(from)); });
  EXPECT_LT(distance(sample, [](double x) { return std::erfc(-x / std::sqrt(2)) / 2; }), far);
}
TEST(Normal, TakesItsSignFromTheLowestBit) {
  for (const std::uint32_t high : {1U, 12345U, 0x7FFF'FFFFU, 0x8000'0000U, 0xFFFF'FFFFU}) {
    const auto below = normal(words{0, high}.here());
    EXPECT_LE(below, 0);
    EXPECT_EQ(normal(words{1, high}.here()), -below);
  }
}

TEST(Spread, IsOfTheNaturalLogarithm) {
  EXPECT_EQ(spread::of(0).factors_of_two, 0);
  EXPECT_EQ(spread::of(std::log(2)).factors_of_two, 65'536 - 1);  // cut off
  EXPECT_EQ(spread::of(1).factors_of_two, 94'548);
}
TEST(Lognormal, IsDistributedSo) {
  const auto sample =
      sample_of([](auto& from) { return static_cast<double>(lognormal(from, 1'000'000, spread::of(0.8))) / 1e6; });
  EXPECT_LT(distance(sample, [](double x) { return std::erfc(-std::log(x) / 0.8 / std::sqrt(2)) / 2; }), far);
}
TEST(Lognormal, IsItsMedianWithoutSpread) {
  words all{1, 2, 3, 4};
  EXPECT_EQ(lognormal(all, 60'000, {}), 60'000U);
  EXPECT_EQ(all.drawn(), 2U);
}

}  // namespace distribution_test
