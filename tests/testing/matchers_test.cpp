// SPDX-License-Identifier: MIT
// The matchers: what matches, what does not, and what is said then.
#include <gtest/gtest-spi.h>

#include <balint/testing/matchers.hpp>
#include <string>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

namespace matchers_test {

template <typename P>
recorded_trace<P> recorded(const trace<P>& all) {
  return trace_of<P>(people_of<P>(), std::vector<event<P>>(all.begin(), all.end()));
}
template <typename P>
trace<P> whole() {
  return trace<P>().whole();
}
using students = student_group;
trace<students> skipping() {
  return trace<students>().stages(0, 1).add(boris, act::tell_story{}).add(lead, act::advance{});
}

/// What a matcher says of a trace.
template <typename Matcher, typename P>
std::string explained(const Matcher& matcher, const recorded_trace<P>& of) {
  testing::StringMatchResultListener listener;
  testing::ExplainMatchResult(matcher, of, &listener);
  return listener.str();
}
template <typename Matcher>
std::string described(const Matcher& matcher) {
  return testing::DescribeMatcher<recorded_trace<students>>(matcher);
}

TEST(ConformsTo, HoldsOfAWholeSession) {
  EXPECT_THAT(recorded(whole<students>()), conforms_to<students>());
  EXPECT_THAT(recorded(whole<classical_group>()), conforms_to<classical_group>());
  EXPECT_THAT(recorded(trace<students>().stages(0, 2)), Not(conforms_to<students>()));
  EXPECT_THAT(recorded(skipping()), Not(conforms_to<students>()));
}
TEST(HasVerdict, HoldsOfThatVerdictAndNoOther) {
  const auto begun = recorded(trace<students>().stages(0, 2));
  EXPECT_THAT(begun, has_verdict(verdict::in_progress));
  EXPECT_THAT(begun, Not(has_verdict(verdict::conforming)));
  EXPECT_THAT(recorded(trace<students>().add(lead, act::terminate{})), has_verdict(verdict::terminated));
  EXPECT_THAT(recorded(skipping()), has_verdict(verdict::different));
}
TEST(HasFinding, HoldsOfTheFindingAtItsEvent) {
  const auto skipped = recorded(skipping());
  EXPECT_THAT(skipped, has_finding(code::wrong_stage));
  EXPECT_THAT(skipped, has_finding(code::wrong_stage, 5));
  EXPECT_THAT(skipped, Not(has_finding(code::wrong_stage, 4)));
  EXPECT_THAT(skipped, Not(has_finding(code::repeated)));
  EXPECT_THAT(recorded(whole<students>()), Not(has_finding(code::wrong_stage)));
}
TEST(HasFinding, At0IsTheGroups) {
  auto people = people_of<students>();
  people[3].offices = office_set<students>::of<role::participant>();
  const auto leaderless = trace_of<students>(people, {});
  EXPECT_THAT(leaderless, has_finding(code::no_leader, 0));
  EXPECT_EQ(explained(has_finding(code::no_supervisor, 0), leaderless),
            "around it:\n> the group: no_leader, rule roles (RUL-5/VAR-1)\n");
}

TEST(Matchers, SayWhatTheyWant) {
  EXPECT_EQ(described(conforms_to<students>()), "conforms to student_group");
  EXPECT_EQ(described(Not(conforms_to<students>())), "does not conform to student_group");
  EXPECT_EQ(described(has_verdict(verdict::terminated)), "is terminated");
  EXPECT_EQ(described(Not(has_verdict(verdict::terminated))), "is not terminated");
  EXPECT_EQ(described(has_finding(code::repeated)), "has the finding repeated");
  EXPECT_EQ(described(has_finding(code::repeated, 7)), "has the finding repeated at event 7");
  EXPECT_EQ(described(Not(has_finding(code::no_leader, 0))), "does not have the finding no_leader at the group");
}
TEST(Matchers, ShowTheTraceAroundTheFinding) {
  for (const auto& text : {explained(conforms_to<students>(), recorded(skipping())),
                           explained(has_verdict(verdict::conforming), recorded(skipping()))}) {
    EXPECT_THAT(text, HasSubstr("which is different:\n"));
    EXPECT_THAT(text, HasSubstr("> event 5, selection: boris tell_story\n      wrong_stage, rule stage_order"));
  }
  const auto elsewhere = explained(has_finding(code::wrong_stage, 2), recorded(skipping()));
  EXPECT_THAT(elsewhere, HasSubstr("> event 2, presentation: boris present_case\n"));
  EXPECT_THAT(elsewhere, HasSubstr("which has wrong_stage at event 5"));
  EXPECT_THAT(explained(has_finding(code::wrong_stage, 99), recorded(skipping())), HasSubstr("> event 5, selection"));
}
TEST(Matchers, SayWhatAnUnfinishedSessionStillOwes) {
  EXPECT_EQ(
      explained(conforms_to<students>(),
                recorded(trace<students>().stages(0, 1).add(anna, act::vote{}, case_id{anna}))),
      "which is in_progress: it is in selection, which owes vote by boris, clara; select_case by lead; accept_case");
}
TEST(Matchers, FailWithAllOfIt) {
  static const auto skipped = recorded(skipping());
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(skipped, conforms_to<students>()),
                          "Expected: conforms to student_group\n  Actual: a session of student_group with 6 people and "
                          "6 events, which is different:");
}
TEST(Matchers, LookForARepairOnlyWhereAnAssertionHasFailed) {
  static const auto skipped = recorded(skipping());
  constexpr auto repaired = "without a finding it would be:";
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(skipped, conforms_to<students>()), repaired);
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(skipped, has_verdict(verdict::conforming)), repaired);
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(skipped, Not(has_finding(code::wrong_stage))), repaired);
  EXPECT_NONFATAL_FAILURE(EXPECT_THAT(skipped, AnyOf(conforms_to<students>(), has_finding(code::absent))), repaired);
  // Of these, some ask why although they succeed.
  for (const auto& text :
       {explained(has_verdict(verdict::different), skipped), explained(has_finding(code::wrong_stage), skipped),
        explained(AllOf(Not(conforms_to<students>()), has_finding(code::wrong_stage)), skipped),
        explained(AnyOf(conforms_to<students>(), has_verdict(verdict::different)), skipped)}) {
    EXPECT_THAT(text, HasSubstr("which is different:"));
    EXPECT_THAT(text, Not(HasSubstr(repaired)));
  }
}

}  // namespace matchers_test
