// SPDX-License-Identifier: MIT
#include <balint/random/draw.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <tests/random/words.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>

namespace draw_test {

using balint::random::below;
using balint::random::bernoulli;
using balint::random::categorical;
using balint::random::probability;
using balint::random::purpose;
using balint::random::shuffle;
using balint::random::stream;
using balint::random::uniform;
using support::words;

constexpr auto all_ones = std::numeric_limits<std::uint32_t>::max();

TEST(Uniform, IsOfTheUpper53Bits) {
  static_assert(uniform(words{0, 0}.here()) == 0);
  static_assert(uniform(words{0x7FF, 0}.here()) == 0);
  static_assert(uniform(words{0x800, 0}.here()) == 0x1p-53);
  static_assert(uniform(words{0, 0x8000'0000}.here()) == 0.5);
  static_assert(uniform(words{all_ones, all_ones}.here()) == 1 - 0x1p-53);
  EXPECT_EQ(uniform(words{0x800, 1}.here()), 0x1p-53 + 0x1p-32);
}

TEST(Probability, IsAThreshold) {
  static_assert(probability::of(1, 2).threshold == 0x8000'0000);
  static_assert(probability::of(0.5) == probability::of(1, 2));
  static_assert(probability::of(0.05).threshold == 214'748'364);
  static_assert(probability::of(0.0) == probability::never() && probability::of(-1.0) == probability::never());
  static_assert(probability::of(1.0) == probability::always() && probability::of(7.0) == probability::always());
  static_assert(probability::of(3, 3) == probability::always() && probability::of(4, 3) == probability::always());
  EXPECT_EQ(probability::of(std::nan("")), probability::never());
}
TEST(Bernoulli, HappensBelowTheThreshold) {
  static_assert(bernoulli(words{9}.here(), {10}));
  static_assert(!bernoulli(words{10}.here(), {10}));
  static_assert(!bernoulli(words{0}.here(), probability::never()));
  static_assert(bernoulli(words{all_ones}.here(), probability::always()));
  EXPECT_FALSE(bernoulli(words{all_ones}.here(), probability::of(0.999999999)));
}

TEST(Below, IsTheUpperHalfOfAProduct) {
  static_assert(below(words{0}.here(), 6) == 0);
  static_assert(below(words{all_ones}.here(), 6) == 5);
  static_assert(below(words{0x8000'0000}.here(), 6) == 3);
  static_assert(below(words{0x7FFF'FFFF}.here(), 6) == 2);
  EXPECT_EQ(below(words{all_ones}.here(), 0), 0U);
}
TEST(Below, TakesOneWordWhateverComesOut) {
  words all{1, 2, 3, 4};
  for (const std::uint32_t n : {1U, 6U, all_ones, 0U}) (void)below(all, n);
  EXPECT_EQ(all.drawn(), 4U);
}

constexpr std::size_t chosen(std::uint64_t bits, std::span<const std::uint32_t> weights) {
  words all{static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32U)};
  return categorical(all, weights);
}
TEST(Categorical, ChoosesInTheOrderOfTheList) {
  static constexpr std::uint32_t weights[]{1, 0, 3};
  constexpr std::span<const std::uint32_t> all(weights);
  static_assert(chosen(0, all) == 0);
  static_assert(chosen(0x3FFF'FFFF'FFFF'FFFF, all) == 0);
  static_assert(chosen(0x4000'0000'0000'0000, all) == 2);
  static_assert(chosen(~std::uint64_t{0}, all) == 2);
  static constexpr std::uint32_t nothing[]{0, 0};
  static_assert(chosen(5, nothing) == 2);
  EXPECT_EQ(chosen(5, {}), 0U);
}
TEST(Categorical, TakesWeightsBeyond32Bits) {
  static constexpr std::uint64_t weights[]{std::uint64_t{1} << 61U, std::uint64_t{3} << 61U};
  words low{0, 0x3FFF'FFFF};
  words high{0, 0x4000'0000};
  EXPECT_EQ(categorical(low, std::span<const std::uint64_t>(weights)), 0U);
  EXPECT_EQ(categorical(high, std::span<const std::uint64_t>(weights)), 1U);
}
TEST(Categorical, KeepsToTheWeights) {
  const std::array<std::uint32_t, 4> weights{5, 0, 20, 75};
  std::array<int, 5> counts{};
  stream all({.seed = 11}, purpose::act, 0);
  for (int i = 0; i < 100'000; ++i) ++counts[categorical(all, std::span<const std::uint32_t>(weights))];
  EXPECT_NEAR(counts[0], 5'000, 300);
  EXPECT_EQ(counts[1], 0);
  EXPECT_NEAR(counts[2], 20'000, 600);
  EXPECT_NEAR(counts[3], 75'000, 600);
  EXPECT_EQ(counts[4], 0);
}

TEST(Shuffle, GivesEachOrderItsShare) {
  std::map<std::array<int, 4>, int> counts;
  stream all({.seed = 12}, purpose::act, 0);
  for (int i = 0; i < 48'000; ++i) {
    std::array<int, 4> list{0, 1, 2, 3};
    shuffle(all, std::span(list));
    ++counts[list];
  }
  ASSERT_EQ(counts.size(), 24U);
  for (const auto& [order, n] : counts) EXPECT_NEAR(n, 2'000, 250);
}
TEST(Shuffle, TakesAWordLessThanThereAreElements) {
  words all{1, 2, 3, 4};
  std::array<int, 4> list{0, 1, 2, 3};
  shuffle(all, std::span(list));
  EXPECT_EQ(all.drawn(), 3U);
  shuffle(all, std::span<int>{});
  EXPECT_EQ(all.drawn(), 3U);
}
TEST(Shuffle, SwapsFromTheEnd) {
  words all{0, all_ones, all_ones};  // 3 with 0, 2 with itself, 1 with itself
  std::array<int, 4> list{0, 1, 2, 3};
  shuffle(all, std::span(list));
  EXPECT_EQ(list, (std::array{3, 1, 2, 0}));
}

}  // namespace draw_test
