// SPDX-License-Identifier: MIT
#include <balint/calibration/parameters.hpp>
#include <tests/calibration/recording.hpp>

#include <gtest/gtest.h>

#include <cmath>

namespace parameters_test {

namespace cal = balint::calibration;
namespace sim = balint::simulation;
using P = balint::student_group;

cal::estimates<P> some() {
  cal::estimates<P> found;
  found.again = cal::estimate::normal(0.5, 0.1, 100);
  found.passes = cal::proportion({1, 3});
  found.rates.push_back({{"us", "anna"}, cal::estimate::normal(0.25, 0.1, 100)});
  const auto ask = balint::act_id_of<balint::act::ask, P>;
  found.durations.push_back({ask, {2}, cal::mean_of(std::log(10'000), 0.5, 60), 0.5});
  return found;
}

TEST(Parameters, AreThoseThatWereEstimatedElseTheDefaults) {
  const auto talks = cal::talking_of(some(), {"us", "anna"});
  EXPECT_EQ(talks.again, sim::log_weight::of(0.5));
  EXPECT_EQ(talks.open, sim::talking<P>{}.open);
  EXPECT_EQ(talks.passes, balint::random::probability::of(1.5 / 4));
  EXPECT_EQ(talks.base, sim::log_weight::of(-2.0) + sim::log_weight::of(0.25));
  EXPECT_EQ(cal::talking_of(some(), {"them", "anna"}).base, sim::log_weight::of(-2.0));
  const auto holds = cal::holding_of(some());
  EXPECT_NEAR((holds.of_act[balint::act_id_of<balint::act::ask, P>.index].median), 10'000, 1);
  EXPECT_EQ((holds.of_act[balint::act_id_of<balint::act::answer, P>.index].median), 20'000U);
}
TEST(Parameters, PoolTheStagesOfAnAct) {
  auto found = some();
  found.durations.push_back({found.durations[0].act, {3}, cal::mean_of(std::log(40'000), 1.0, 60), 1.0});
  const auto length = cal::length_of(found, found.durations[0].act).value();
  EXPECT_NEAR(length.median, 20'000, 1);
  EXPECT_NEAR(length.spread, std::sqrt((0.25 + 1) / 2), 1e-12);
}
// What is simulated with estimates is like what they are estimated from: it comes out again.
TEST(Parameters, ComeOutAgainOfWhatIsSimulatedWithThem) {
  const support::known known;
  cal::recorded_sessions<P> recorded;
  known.record(recorded, 0, 10, 1'200);
  const auto found = cal::calibrate(recorded).value();
  sim::each_person<sim::conduct<P>> players;
  for (std::size_t i = 0; i < known.names.size(); ++i)
    players.plays[i] = cal::conduct_of(found, {"circle", known.names[i]});
  cal::recorded_sessions<P> again;
  for (std::uint64_t i = 0; i < 30; ++i)
    again.add("circle", known.names, known.people,
              support::play<P>(known.people, players, {.seed = 5, .session = i}).events);
  const auto other = cal::calibrate(again).value();
  EXPECT_NEAR(other.again->value, found.again->value, 0.25);
  EXPECT_NEAR(other.open->value, found.open->value, 0.6);
  EXPECT_NEAR(other.passes->value, found.passes->value, 0.02);
  for (const auto& one : other.rates) {
    for (const auto& was : found.rates) {
      if (one.who == was.who) {
        EXPECT_NEAR(one.more.value, was.more.value, 0.4) << one.who.person;
      }
    }
  }
}

}  // namespace parameters_test
