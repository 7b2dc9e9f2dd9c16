// SPDX-License-Identifier: MIT
#include <balint/conformance/fitness.hpp>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace {

using P = student_group;
double fit(const std::vector<event<P>>& trace) { return fitness_of<P>(formed<P>(), trace); }

TEST(Fitness, IsOneForAConformingTraceOnly) {
  const auto whole = conforming<P>();
  EXPECT_EQ(fit(whole), 1.0);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto less = without<P>(whole, i);
    EXPECT_EQ(fit(less) == 1.0, judge_trace<P>(formed<P>(), less) == verdict::conforming) << i;
    EXPECT_GT(fit(less), 0.0);
  }
}
TEST(Fitness, WeighsAStageSkippedOrSwappedMoreThanOneLostAct) {
  const auto whole = conforming<P>();
  double least_of_one = 1;
  for (const auto name : {"present_case", "vote", "propose", "assess", "forecast"}) {
    least_of_one = std::min(least_of_one, fit(without<P>(whole, place_of<P>(whole, name, 1))));
  }
  for (std::size_t stage = 1; stage < 5; ++stage) EXPECT_LT(fit(skipping<P>(whole, stage)), least_of_one) << stage;
  for (std::size_t stage = 1; stage < 4; ++stage) EXPECT_LT(fit(swapping<P>(whole, stage)), least_of_one) << stage;
}
TEST(Fitness, FallsWithEachLostActOfDifferentPeople) {
  auto trace = conforming<P>();
  double before = fit(trace);
  for (const auto name : {"assess", "forecast", "self_assess"}) {
    trace = without<P>(trace, place_of<P>(trace, name));
    EXPECT_LT(fit(trace), before) << name;
    before = fit(trace);
  }
}
TEST(Fitness, IsMildWithASessionThatItsLeaderTerminated) {
  auto trace = conforming<P>();
  trace.resize(place_of<P>(trace, "tell_story") + 1);
  trace.push_back(event_of<P, act::terminate>(lead));
  EXPECT_LT(fit(trace), 1.0);
  EXPECT_GT(fit(trace), fit(skipping<P>(conforming<P>(), 2)));
}
TEST(Fitness, TakesOtherWeights) {
  const auto trace = without<P>(conforming<P>(), place_of<P>(conforming<P>(), "forecast"));
  fitness_weights heavy;
  heavy.open = 10;
  EXPECT_LT(fitness_of<P>(formed<P>(), trace, heavy), fit(trace));
  EXPECT_DOUBLE_EQ(fit(trace), 84.0 / 86.0);
}

}  // namespace
