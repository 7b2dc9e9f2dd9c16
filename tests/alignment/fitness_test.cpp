// SPDX-License-Identifier: MIT
#include <balint/alignment/fitness.hpp>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace fitness_test {

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
  trace.push_back(event<P>::of<act::terminate>(lead));
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

TEST(Fitness, FallsWithAnEarlyCloseAndAnUnansweredFlag) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, detail::raw_event<P>({.by = anna, .act = {0x7000}}));
  EXPECT_EQ(fit(trace), 1.0);  // a fault of the record
  // Closed behind the story: two stages were left out; one had no option to weigh.
  trace = conforming<P>();
  trace.resize(place_of<P>(trace, "tell_story") + 1);
  trace.push_back(event<P>::of<act::close>(lead));
  EXPECT_DOUBLE_EQ(fit(trace), 84.0 / (84.0 + 2 * 14.0 + 1.0));
  // Moved on while a flag was open: what the stage lacks counts all the same.
  trace = skipping<P>(conforming<P>(), 1);
  const auto skipped = fit(trace);
  trace.insert(trace.begin(), event<P>::of<act::flag>(lead, rule_of<P, balint::rule::respect>));
  EXPECT_LT(fit(trace), skipped);
  // A flag that is answered costs nothing.
  trace.insert(trace.begin() + 1, event<P>::of<act::remind>(lead, rule_of<P, balint::rule::respect>));
  EXPECT_EQ(fit(trace), skipped);
}
template <typename Q>
class FitnessOf : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(FitnessOf, protocols);

TYPED_TEST(FitnessOf, FallsFurtherWithEachStageThatIsClosedTooEarly) {
  using Q = TypeParam;
  double before = 0;
  for (std::size_t stage = 0; stage + 1 < Q::order::size; ++stage) {
    auto trace = conforming<Q>();
    trace.resize(place_of<Q>(trace, "advance", stage));
    trace.push_back(event<Q>::template of<act::close>(lead));
    const auto now = fitness_of<Q>(formed<Q>(), trace);
    EXPECT_GE(now, before) << stage;
    EXPECT_LT(now, 1.0) << stage;
    before = now;
  }
}

}  // namespace fitness_test
