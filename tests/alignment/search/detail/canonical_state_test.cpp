// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/canonical_state.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace canonical_state_test {

using P = student_group;

session_state<P> after(std::size_t events) {
  session<P> now(formed<P>().formed().value());
  const auto trace = conforming<P>();
  for (std::size_t i = 0; i < events; ++i) EXPECT_TRUE(now.apply(trace[i]));
  return now.snapshot().state;
}

TEST(CanonicalState, ForgetsWhatOnlyAdvisoriesRead) {
  auto a = after(1), b = after(1);
  b.passed[3] = 1;
  b.cut = 1;
  b.by_leader = 2;
  b.weighed_by_other[0] = 1;
  b.authors[0] = 2;
  b.first_at = {5};
  b.entered_at = {5};
  EXPECT_NE(a, b);
  EXPECT_EQ(detail::canonical_state<P>(a), detail::canonical_state<P>(b));
}
TEST(CanonicalState, KeepsWhatTheStageAsks) {
  auto a = after(1), b = after(2);
  EXPECT_NE(detail::canonical_state<P>(a), detail::canonical_state<P>(b));
  b = a;
  b.passed[b.stage] |= 2;
  EXPECT_NE(detail::canonical_state<P>(a), detail::canonical_state<P>(b));
}
TEST(CanonicalState, ForgetsVotesOnceACaseIsWorkedOn) {
  const auto story = place_of<P>(conforming<P>(), "tell_story");
  auto a = after(story), b = a;
  b.votes[1] = 3;
  EXPECT_EQ(detail::canonical_state<P>(a), detail::canonical_state<P>(b));
  a = after(story - 3);
  b = a;
  b.votes[1] = 3;
  EXPECT_NE(detail::canonical_state<P>(a), detail::canonical_state<P>(b));
}

}  // namespace canonical_state_test
