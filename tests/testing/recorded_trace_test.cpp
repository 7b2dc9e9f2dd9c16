// SPDX-License-Identifier: MIT
// What the matchers look at, made of what one has at hand.
#include <gmock/gmock.h>

#include <balint/testing/recorded_trace.hpp>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

namespace recorded_trace_test {

using P = student_group;

std::vector<event<P>> one_event() { return {event<P>::of<act::present_case>(anna)}; }

TEST(TraceOf, PeopleAndEventsKeepsPseudonymsAndWhatStandsAgainstTheGroup) {
  auto people = people_of<P>();
  people[3].offices = office_set<P>::of<role::participant>();
  const auto trace = trace_of<P>(people, one_event());
  EXPECT_THAT(trace.ids, ElementsAre("anna", "boris", "clara", "lead", "deputy", "watcher"));
  EXPECT_THAT(trace.events, ElementsAre(one_event().front()));
  ASSERT_EQ(trace.people.errors.size(), 1U);
  EXPECT_EQ(trace.people.errors[0].code, code::no_leader);
}
TEST(TraceOf, AFormationOrAGroupHasNoPseudonyms) {
  const auto of_formation = trace_of<P>(formed<P>(), one_event());
  EXPECT_EQ(detail::group_of(of_formation.people), formed<P>().formed().value());
  EXPECT_THAT(of_formation.ids, IsEmpty());
  const session<P> now(formed<P>().formed().value());
  const auto of_group = trace_of<P>(now.people(), one_event());
  EXPECT_EQ(detail::group_of(of_group.people), formed<P>().formed().value());
  EXPECT_TRUE(of_group.people.is_formed());
  EXPECT_EQ(of_group.events.size(), 1U);
}
TEST(TraceOf, PrintsItsProtocolAndSize) {
  EXPECT_EQ(testing::PrintToString(trace_of<P>(people_of<P>(), one_event())),
            "a session of student_group with 6 people and 1 event");
  EXPECT_EQ(testing::PrintToString(trace_of<P>(people_of<P>(), {})),
            "a session of student_group with 6 people and 0 events");
}

}  // namespace recorded_trace_test
