// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/plan.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <vector>

namespace plan_test {

namespace ex = balint::experiment;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Hash, IsTheKnownOne) {
  EXPECT_EQ(ex::hash_of(""), 0xCBF29CE484222325U);
  EXPECT_EQ(ex::hash_of("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(ex::hash_of("foobar"), 0x85944171F73967E8U);
}
TEST(Units, AreThoseThatAreReported) {
  EXPECT_DOUBLE_EQ(60'000 * ex::unit_of(ex::metric_kind::span), 1);
  EXPECT_DOUBLE_EQ(1'000'000 * ex::unit_of(ex::metric_kind::fraction), 1);
  EXPECT_EQ(ex::unit_of(ex::metric_kind::count), 1);
  EXPECT_EQ(ex::unit_of(ex::metric_kind::yes_no), 1);
}
TEST(Blocks, HaveEverySessionOfEveryPointOnce) {
  const auto of = small::numbers(1000);
  EXPECT_EQ(of.block_count(), 32U);
  std::set<std::pair<std::uint32_t, std::uint64_t>> all;
  for (std::uint64_t i = 0; i < of.block_count(); ++i) {
    const auto one = of.block_at(i);
    EXPECT_EQ(one.number, i);
    for (std::uint64_t s = 0; s < one.size; ++s) EXPECT_TRUE(all.emplace(one.point, one.first + s).second);
  }
  EXPECT_EQ(all.size(), 2000U);
  EXPECT_EQ(all.rbegin()->second, 999U);
}
TEST(Blocks, AreNotMovedByMoreSessions) {
  for (std::uint64_t i = 0; i < 30; ++i)
    EXPECT_EQ(small::numbers(1000).block_at(i), small::numbers(100'000).block_at(i));
}
TEST(Names, TellEverySessionApart) {
  const auto of = small::numbers(10);
  std::set<std::uint64_t> numbers;
  for (std::uint64_t session = 0; session < 10; ++session) {
    for (std::uint32_t point = 0; point < 2; ++point) {
      for (std::uint32_t arm = 0; arm < 2; ++arm) {
        const ex::slot one{point, arm, session};
        EXPECT_EQ(of.slot_of(of.number_of(one)), one);
        numbers.insert(of.number_of(one));
      }
    }
  }
  EXPECT_EQ(numbers.size(), 40U);
  ex::plan alone{.scenario = 0x1234567800000000U, .max_sessions = 10};
  EXPECT_EQ(alone.number_of({0, 0, 7}), 7U);
  EXPECT_EQ(alone.scenario_in_names(), 0x12345678U);
}
TEST(Addresses, PairArmsAndPointsUnlessTheseAreIndependent) {
  auto of = small::numbers(10);
  EXPECT_EQ(of.address_of({0, 0, 7}), of.address_of({1, 1, 7}));
  EXPECT_NE(of.address_of({0, 0, 7}), of.address_of({0, 0, 8}));
  of.design.is_independent = true;
  EXPECT_EQ(of.address_of({1, 0, 7}), of.address_of({1, 1, 7}));
  EXPECT_NE(of.address_of({0, 0, 7}), of.address_of({1, 0, 7}));
  EXPECT_EQ(of.address_of({1, 0, 7}, 3).fork, 3);
}
TEST(Plan, SaysWhatIsWrongWithIt) {
  EXPECT_THAT(ex::faults_of(small::numbers(10)), IsEmpty());
  EXPECT_THAT(ex::faults_of(small::numbers(0)),
              ElementsAre("the number of sessions is 0: give the most sessions of an arm"));
  const auto with = [](auto change) {
    auto of = small::numbers(10);
    change(of);
    return ex::faults_of(of);
  };
  EXPECT_THAT(with([](ex::plan& of) { of.arms.clear(); }), SizeIs(2));
  EXPECT_THAT(with([](ex::plan& of) { of.block_size = 48; }), ElementsAre("the size of a block is no power of two"));
  EXPECT_THAT(with([](ex::plan& of) { of.block_size = 0; }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) { of.design.points.clear(); }), ElementsAre("the design has no point"));
  EXPECT_THAT(with([](ex::plan& of) { of.design.points[0].clear(); }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) { of.contrasts = {{0, 0}}; }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) { of.contrasts = {{2, 0}}; }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) { of.stop_at = {{.metric = 2, .half_width = 1}}; }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) { of.stop_at = {{.metric = 1}}; }), SizeIs(1));
  EXPECT_THAT(with([](ex::plan& of) {
                of.contrasts.clear();
                of.stop_at = {{.metric = 1, .half_width = 1, .of_contrasts = true}};
              }),
              SizeIs(1));
}
TEST(Range, HasTheFirstAndNotTheLast) {
  constexpr ex::block_range jobs{3, 7};
  EXPECT_FALSE(jobs.contains(2));
  EXPECT_TRUE(jobs.contains(3));
  EXPECT_TRUE(jobs.contains(6));
  EXPECT_FALSE(jobs.contains(7));
}

}  // namespace plan_test
