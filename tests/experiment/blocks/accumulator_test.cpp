// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/accumulator.hpp>
#include <tests/experiment/small.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace accumulator_test {

namespace ex = balint::experiment;

const auto plan = small::numbers(1000);

std::string bytes_of(const ex::accumulator& of) {
  std::string bytes;
  of.write(bytes);
  return bytes;
}
void add(ex::accumulator& to, std::int64_t first, std::int64_t second, bool is_first_small, bool is_second_small) {
  const std::array results{ex::session_result{{first, is_first_small}, {}},
                           ex::session_result{{second, is_second_small}, {}}};
  to.add(plan, results);
}

TEST(Accumulator, HasTheSumsOfArmsAndPairs) {
  ex::accumulator sums(plan);
  add(sums, 3, 5, true, false);
  add(sums, 10, 6, false, true);
  add(sums, 4, 4, true, true);
  add(sums, 8, 1, false, true);
  EXPECT_EQ(sums.count(), 4U);
  const auto& first = sums.of(0, 0);
  EXPECT_TRUE(first.sum == 25 && first.squares == 189 && first.cubes == 27 + 1000 + 64 + 512);
  EXPECT_EQ(first.least, 3);
  EXPECT_EQ(first.most, 10);
  EXPECT_EQ(first.values.count(), 4U);
  EXPECT_TRUE(sums.of(1, 1).sum == 3);
  EXPECT_EQ(sums.of(1, 1).values.count(), 0U);
  // The contrast is the second arm less the first.
  const auto& numbers = sums.of_pairs(0, 0);
  EXPECT_TRUE(numbers.products == 15 + 60 + 16 + 8 && numbers.difference_cubes == 8 - 64 + 0 - 343);
  const auto& small_ones = sums.of_pairs(0, 1);
  EXPECT_EQ(small_ones.only_first, 2U);
  EXPECT_EQ(small_ones.only_second, 1U);
}
TEST(Accumulator, OfPartsIsThatOfTheWholeInAnyOrder) {
  ex::accumulator all(plan), left(plan), right(plan), none(plan);
  for (std::int64_t i = 0; i < 200; ++i) {
    add(all, i * 7 % 31, i * i % 17, i % 2 == 0, i % 5 == 0);
    add(i < 77 ? left : right, i * 7 % 31, i * i % 17, i % 2 == 0, i % 5 == 0);
  }
  auto forwards = left;
  forwards.add(right);
  forwards.add(none);
  auto backwards = none;
  backwards.add(right);
  backwards.add(left);
  EXPECT_EQ(bytes_of(forwards), bytes_of(all));
  EXPECT_EQ(bytes_of(backwards), bytes_of(all));
  forwards.clear();
  EXPECT_EQ(bytes_of(forwards), bytes_of(none));
}
TEST(Accumulator, HoldsTheLargestNumbers) {
  ex::accumulator sums(plan);
  constexpr std::int64_t most = (std::int64_t{1} << 31U) - 1;
  for (int i = 0; i < 100; ++i) add(sums, most, 0, true, false);
  for (int i = 0; i < 20; ++i) {
    const auto twice = sums;
    sums.add(twice);
  }
  EXPECT_EQ(sums.count(), 100U << 20U);
  EXPECT_TRUE(sums.of(0, 0).cubes / most / most / most == 100 << 20);
  EXPECT_TRUE(sums.of_pairs(0, 0).difference_cubes / most / most / most == -(100 << 20));
}
TEST(Accumulator, IsReadAsItWasWritten) {
  ex::accumulator sums(plan);
  for (std::int64_t i = 0; i < 50; ++i) add(sums, i * 1000, i, i % 2 == 0, i % 3 == 0);
  const auto bytes = bytes_of(sums);
  const auto back = ex::accumulator::read(plan, bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(bytes_of(*back), bytes);
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_FALSE(ex::accumulator::read(plan, std::string_view(bytes).substr(0, size)));
  EXPECT_FALSE(ex::accumulator::read(plan, bytes + 'x'));
}

}  // namespace accumulator_test
