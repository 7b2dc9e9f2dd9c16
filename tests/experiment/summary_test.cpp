// SPDX-License-Identifier: MIT
#include <balint/experiment/summary.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace summary_test {

namespace ex = balint::experiment;

ex::accumulator pairs(const ex::plan& of) {
  ex::accumulator sums(of);
  for (std::int64_t i = 0; i < 1000; ++i) {
    const std::array one{ex::session_result{{i, i < 100}, {}}, ex::session_result{{i + i % 3, i < 120}, {}}};
    sums.add(of, one);
  }
  return sums;
}

TEST(Summary, HasARowForEachArmAndMetric) {
  auto of = small::numbers(1000);
  of.stop_at = {{.metric = 1, .half_width = 0.02}, {.metric = 0, .half_width = 1}};
  const auto rows = ex::summary_of(of, pairs(of), 1);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].method, "t");
  EXPECT_DOUBLE_EQ(rows[0].at_95.estimate, 499.5);
  EXPECT_NEAR(rows[0].quantiles[1], 499.5, 5);
  EXPECT_EQ(rows[0].precision, ex::reached::no);
  EXPECT_EQ(rows[1].method, "wilson");
  EXPECT_DOUBLE_EQ(rows[1].at_95.estimate, 0.1);
  EXPECT_EQ(rows[1].precision, ex::reached::yes);
  EXPECT_EQ(rows[3].arm, 1U);
  EXPECT_EQ(rows[3].point, 1U);
  EXPECT_EQ(ex::summary_size(of), 8U);
  EXPECT_LT(rows[1].of_all.lo, rows[1].at_95.lo);
  EXPECT_DOUBLE_EQ(rows[1].of_all.hi, ex::wilson_interval(100, 1000, 1 - 0.05 / 8).hi);
  EXPECT_TRUE(ex::summary_of(of, ex::accumulator(of), 0).empty());
}
TEST(Summary, WarnsOfSkewness) {
  const auto of = small::numbers(1000);
  ex::accumulator sums(of);
  for (std::int64_t i = 0; i < 1000; ++i) {
    const std::array one{ex::session_result{{i == 0 ? 1000 : 1, i == 0}, {}}, ex::session_result{{i, 0}, {}}};
    sums.add(of, one);
  }
  const auto rows = ex::summary_of(of, sums, 0);
  EXPECT_TRUE(rows[0].is_skewed);
  EXPECT_FALSE(rows[1].is_skewed);
  EXPECT_FALSE(rows[2].is_skewed);
  std::string line;
  ex::append_row(line, of, rows[0]);
  EXPECT_TRUE(line.ends_with(",skewed\n"));
}
TEST(Contrasts, HaveWhatPairingIsGoodForAndItsCeiling) {
  const auto of = small::numbers(1000);
  const auto rows = ex::contrasts_of(of, pairs(of), 0);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].method, "paired_t");
  EXPECT_NEAR(rows[0].at_95.estimate, 0.999, 1e-9);
  EXPECT_GT(rows[0].variance_reduction, 100'000);
  EXPECT_GT(rows[0].rho, 0.9999);
  EXPECT_EQ(rows[1].method, "bonett_price");
  EXPECT_DOUBLE_EQ(rows[1].at_95.estimate, 0.02);
  EXPECT_EQ(rows[1].only_first, 20U);
  EXPECT_EQ(rows[1].only_second, 0U);
  EXPECT_DOUBLE_EQ(rows[1].ceiling, ex::ceiling_of_pairing(0.12, 0.1));
  // These pairs are as dependent as pairs can be.
  EXPECT_NEAR(rows[1].variance_reduction, rows[1].ceiling, 1e-6);
}
TEST(Contrasts, WithoutADiscordantPairHaveAWidth) {
  const auto of = small::numbers(1000);
  ex::accumulator sums(of);
  for (std::int64_t i = 0; i < 1000; ++i) {
    const std::array one{ex::session_result{{5, 1}, {}}, ex::session_result{{5, 1}, {}}};
    sums.add(of, one);
  }
  const auto rows = ex::contrasts_of(of, sums, 0);
  EXPECT_GT(rows[1].at_95.half_width(), 0.002);
  std::string line;
  ex::append_row(line, of, rows[1]);
  EXPECT_THAT(line, testing::HasSubstr(",inf,0,0,"));
}
TEST(Rows, HaveAsManyCellsAsThereAreColumns) {
  const auto of = small::numbers(1000);
  const auto commas = [](std::string_view text) { return std::ranges::count(text, ','); };
  for (const auto& row : ex::summary_of(of, pairs(of), 0)) {
    std::string line;
    ex::append_row(line, of, row);
    EXPECT_EQ(commas(line), commas(ex::summary_columns)) << line;
  }
  for (const auto& row : ex::contrasts_of(of, pairs(of), 0)) {
    std::string line;
    ex::append_row(line, of, row);
    EXPECT_EQ(commas(line), commas(ex::contrasts_columns)) << line;
  }
}

}  // namespace summary_test
