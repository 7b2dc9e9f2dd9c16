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
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  EXPECT_TRUE(problem.is_timed());
  EXPECT_EQ(problem.earliest(0), instant{1'000});
  EXPECT_EQ(problem.earliest(2), instant{1'000});
  EXPECT_EQ(problem.earliest(3), unstated);
  EXPECT_EQ(problem.earliest(4), unstated);
}
TEST(AlignmentProblem, IsNotTimedWhereNoEventStatesATime) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  EXPECT_FALSE(problem.is_timed());
  EXPECT_EQ(problem.size(), trace.size());
  EXPECT_EQ(problem.trace().data(), trace.data());
  EXPECT_EQ(&problem.people(), &detail::group_of(people));
}
TEST(AlignmentProblem, AddsUpWhatItCostsThatAllTheRestGoes) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  for (std::size_t i = 0; i <= trace.size(); ++i) EXPECT_EQ(problem.removal_cost(i), trace.size() - i);
}

TEST(AlignmentProblem, LetsNoProtectedEventGoThatIsAccepted) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), {event<P>::of<act::withdraw>(clara), event<P>::of<act::withdraw>(clara)});
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  EXPECT_TRUE(problem.has_protected());
  EXPECT_EQ(problem.removal_cost_of(0), detail::out_of_reach);
  EXPECT_EQ(problem.removal_cost(0), detail::out_of_reach);
  // The second one was not accepted: it may go, unless an aligned session would accept it.
  detail::engine<P> now(detail::group_of(people));
  EXPECT_EQ(problem.removal_cost_of(1), 1U);
  EXPECT_FALSE(problem.may_go(0, now));
  EXPECT_FALSE(problem.may_go(1, now));
  EXPECT_TRUE(problem.may_go(2, now));
  now.accept(trace[0]);
  EXPECT_TRUE(problem.may_go(1, now));
}
TEST(AlignmentProblem, KnowsHowTheAlignedTraceEnds) {
  const auto people = formed<P>();
  const detail::alignment_problem<P> closed({}, detail::group_of(people));
  const detail::alignment_problem<P> goes_on({}, detail::group_of(people), ending::running);
  EXPECT_EQ(closed.aim(), ending::closed);
  EXPECT_FALSE(closed.has_protected());
  EXPECT_TRUE(closed.may_stay(act_id_of<act::close, P>));
  EXPECT_FALSE(goes_on.may_stay(act_id_of<act::close, P>));
}

}  // namespace alignment_problem_test
