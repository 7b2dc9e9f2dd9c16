// SPDX-License-Identifier: MIT
#include <balint/experiment/statistics/histogram.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace histogram_test {

using balint::experiment::histogram;

TEST(Histogram, CountsEveryNumberInItsCell) {
  for (std::int64_t value = 0; value < 100'000; value += value < 1000 ? 1 : 37) {
    const auto place = histogram::place_of(value);
    EXPECT_LE(histogram::first_of(place), value);
    EXPECT_GT(histogram::first_of(place + 1), value);
    if (value < 128) {
      EXPECT_EQ(place, static_cast<std::size_t>(value));
    }
    EXPECT_LE(histogram::first_of(place + 1) - histogram::first_of(place), 1 + value / 64);
  }
  constexpr std::int64_t most = (std::int64_t{1} << 31U) - 1;
  EXPECT_LT(histogram::place_of(most), 0x10000U);
  EXPECT_EQ(histogram::place_of(-1), 0U);
}
TEST(Histogram, HasQuantiles) {
  histogram counts;
  EXPECT_EQ(counts.quantile(0.5), 0);
  for (std::int64_t value = 0; value < 10'000; ++value) counts.add(value);
  EXPECT_EQ(counts.count(), 10'000U);
  for (const double part : {0.05, 0.5, 0.95}) EXPECT_NEAR(counts.quantile(part), part * 10'000, 2);
  EXPECT_NEAR(counts.quantile(1), 9'999, 128);  // The cell of the greatest number goes that far.
  histogram one;
  one.add(3);
  EXPECT_EQ(one.quantile(0.05), 3);
  EXPECT_EQ(one.quantile(0.95), 3);
}
TEST(Histogram, OfTwoIsThatOfAll) {
  histogram first, second, all;
  for (std::int64_t value = 0; value < 3'000; ++value) {
    (value % 3 == 0 ? first : second).add(value * value);
    all.add(value * value);
  }
  first.add(second);
  EXPECT_EQ(first, all);
  first.clear();
  EXPECT_EQ(first.count(), 0U);
  first.add_at(5, 2);
  EXPECT_EQ(first.at_place(5).count, 2U);
  EXPECT_EQ(first.at_place(1'000'000).count, 0U);
}

}  // namespace histogram_test
