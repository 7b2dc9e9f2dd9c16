// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/remaining_events.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace remaining_events_test {

using P = student_group;

TEST(RemainingEvents, AreCountedAsTheSearchGoesOn) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  detail::remaining_events<P> rest(problem);
  const auto presenting = act_id_of<act::present_case, P>.index;
  const auto all = rest.of_anybody(presenting);
  EXPECT_EQ(rest.next(), trace[0]);
  EXPECT_EQ(rest.of(trace[0].by.index, presenting), 1U);
  rest.pass();
  EXPECT_EQ(rest.position(), 1U);
  EXPECT_EQ(rest.of(trace[0].by.index, presenting), 0U);
  EXPECT_EQ(rest.of_anybody(presenting), all - 1);
}
TEST(RemainingEvents, CountWhoseCaseIsNamed) {
  const auto trace = conforming<P>();
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  detail::remaining_events<P> rest(problem);
  EXPECT_EQ(rest.of_case(anna.index), 4U);  // three votes and the selection
  EXPECT_EQ(rest.of_case(boris.index), 0U);
  while (rest.position() < trace.size()) rest.pass();
  EXPECT_EQ(rest.of_case(anna.index), 0U);
}
TEST(RemainingEvents, LeaveOutWhatIsNoActOrByNobody) {
  const std::vector<event<P>> trace{detail::raw_event<P>({.by = anna, .act = {0x7000}}),
                                    detail::raw_event<P>({.by = nobody, .act = act_id_of<act::ask, P>})};
  const auto people = formed<P>();
  const detail::alignment_problem<P> problem(trace, detail::group_of(people));
  detail::remaining_events<P> rest(problem);
  EXPECT_EQ(rest.of_anybody(act_id_of<act::ask, P>.index), 1U);
  while (rest.position() < trace.size()) rest.pass();
  EXPECT_EQ(rest.of_anybody(act_id_of<act::ask, P>.index), 0U);
}

}  // namespace remaining_events_test
