// SPDX-License-Identifier: MIT
#include <balint/experiment/stopping.hpp>
#include <tests/experiment/small.hpp>

#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <utility>

namespace stopping_test {

namespace ex = balint::experiment;

ex::plan one_arm(ex::metric_kind kind, double half_width) {
  return {.max_sessions = 1 << 20,
          .block_size = 1,
          .metrics = {{"x", kind}},
          .stop_at = {{.metric = 0, .half_width = half_width}}};
}
/// How many of `runs` sequential runs end with an interval that covers the truth.
template <typename Draw>
int covering(const ex::plan& of, int runs, double truth, Draw draw) {
  int covered = 0;
  for (int run = 0; run < runs; ++run) {
    balint::random::stream from({.seed = 3, .session = static_cast<std::uint64_t>(run)}, balint::random::purpose::act);
    ex::accumulator sums(of);
    auto look = ex::first_look(of);
    for (;; look = ex::next_look(of, look)) {
      while (sums.count() < look) {
        const std::array one{ex::session_result{{draw(from)}, {}}};
        sums.add(of, one);
      }
      if (ex::is_precise(of, sums)) break;
    }
    covered += ex::interval_of(of, sums, 0, 0).covers(truth) ? 1 : 0;
  }
  return covered;
}

TEST(Looks, BeginWithThirtyAndABlockAndDouble) {
  auto of = one_arm(ex::metric_kind::count, 1);
  EXPECT_EQ(ex::first_look(of), 30U);
  of.block_size = 1024;
  EXPECT_EQ(ex::first_look(of), 1024U);
  of.first_look = 1500;
  EXPECT_EQ(ex::first_look(of), 2048U);
  EXPECT_EQ(ex::next_look(of, 2048), 4096U);
  of.max_sessions = 3000;
  EXPECT_EQ(ex::next_look(of, 2048), 3000U);
  of.max_sessions = 100;
  EXPECT_EQ(ex::first_look(of), 100U);
}
TEST(Stopping, IsAtAWilsonHalfWidthOfProportionsAndCovers) {
  const auto of = one_arm(ex::metric_kind::yes_no, 0.01);
  const auto p = balint::random::probability::of(0.02);
  const int covered = covering(of, 1'000, 0.02, [&](auto& from) { return std::int64_t{bernoulli(from, p)}; });
  EXPECT_GE(covered, 935);
}
TEST(Stopping, IsAtTheHalfWidthOfStudentsTOfMeansAndCovers) {
  const auto of = one_arm(ex::metric_kind::count, 1000);
  const int covered = covering(
      of, 1'000, 1e6, [&](auto& from) { return 1'000'000 + ((balint::random::normal(from) >> 8U) * 10'000 >> 24U); });
  EXPECT_GE(covered, 930);
  EXPECT_LE(covered, 970);
}
TEST(Stopping, IsNotBeforeTenPairsDiffer) {
  auto of = small::numbers(1 << 20);
  of.stop_at = {{.metric = 1, .half_width = 0.5, .of_contrasts = true}};
  ex::accumulator sums(of);
  const auto add = [&](bool first, bool second) {
    const std::array one{ex::session_result{{0, first}, {}}, ex::session_result{{0, second}, {}}};
    sums.add(of, one);
  };
  for (int i = 0; i < 1000; ++i) add(true, true);
  EXPECT_LT(ex::contrast_interval_of(of, sums, 0, 1).half_width(), 0.01);
  EXPECT_FALSE(ex::is_precise(of, sums));
  for (int i = 0; i < 9; ++i) add(i % 2 == 0, i % 2 != 0);
  EXPECT_FALSE(ex::is_precise(of, sums));
  add(false, true);
  EXPECT_TRUE(ex::is_precise(of, sums));
}
TEST(Stopping, AsksForEveryRuleInEveryArm) {
  auto of = small::numbers(1 << 20);
  ex::accumulator sums(of);
  for (std::int64_t i = 0; i < 100; ++i) {
    const std::array one{ex::session_result{{5, 1}, {}}, ex::session_result{{i, 1}, {}}};
    sums.add(of, one);
  }
  EXPECT_FALSE(ex::is_precise(of, sums));  // Without a rule, never.
  of.stop_at = {{.metric = 0, .half_width = 6}};
  EXPECT_TRUE(ex::is_precise(of, sums));
  of.stop_at = {{.metric = 0, .half_width = 5}};
  EXPECT_FALSE(ex::is_precise(of, sums));
  of.stop_at = {{.metric = 0, .half_width = 6}, {.metric = 0, .half_width = 5, .of_contrasts = true}};
  EXPECT_FALSE(ex::is_precise(of, sums));
}

}  // namespace stopping_test
