// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/alignment_problem.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace alignment_problem_test {

using P = student_group;

TEST(AlignmentProblem, KnowsTheEarliestTimeFromEachPositionOn) {
  auto trace = conforming<P>();
  trace.resize(4);
  trace[0].at = {3'000};
  trace[2].at = {1'000};
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, people.group);
  EXPECT_TRUE(problem.is_timed());
  EXPECT_EQ(problem.earliest(0), instant{1'000});
  EXPECT_EQ(problem.earliest(2), instant{1'000});
  EXPECT_EQ(problem.earliest(3), unstated);
  EXPECT_EQ(problem.earliest(4), unstated);
}
TEST(AlignmentProblem, IsNotTimedWhereNoEventStatesATime) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, people.group);
  EXPECT_FALSE(problem.is_timed());
  EXPECT_EQ(problem.size(), trace.size());
  EXPECT_EQ(problem.trace().data(), trace.data());
  EXPECT_EQ(&problem.people(), &people.group);
}
TEST(AlignmentProblem, AddsUpWhatItCostsThatAllTheRestGoes) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, people.group);
  for (std::size_t i = 0; i <= trace.size(); ++i) EXPECT_EQ(problem.removal_cost(i), trace.size() - i);
}

}  // namespace alignment_problem_test
