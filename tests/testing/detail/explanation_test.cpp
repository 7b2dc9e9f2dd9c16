// SPDX-License-Identifier: MIT
// What is said of a trace: events by the words of the protocol, people by pseudonym, and what was legal or is owed.
#include <gmock/gmock.h>

#include <balint/testing/detail/explanation.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;
using testing::HasSubstr;

namespace explanation_test {

using P = student_group;

std::string said(const trace<P>& all, const recorded_trace<P>& like = trace_of<P>(people_of<P>(), {})) {
  auto recorded = like;
  recorded.events.assign(all.begin(), all.end());
  return detail::judged_trace<P>(recorded).explained(detail::repairs::shown);
}

TEST(Explanation, ShowsTheEventsAroundTheFirstFinding) {
  EXPECT_EQ(
      said(trace<P>()
               .stages(0, 1)
               .add(anna, act::vote{}, case_id{boris})
               .add(boris, act::tell_story{})
               .add(clara, act::ask{})
               .add(lead, act::note{})
               .add(lead, act::note{})),
      "which is departs:\n"
      "  event 3, presentation: clara present_case\n"
      "  event 4, presentation: lead advance\n"
      "  event 5, selection: anna vote, case of boris\n"
      "> event 6, selection: boris tell_story\n"
      "      wrong_stage, rule stage_order (STG-8), 2 times in a row; legal for boris: vote, pass, withdraw, drop, "
      "flag\n"
      "  event 7, selection: clara ask\n"
      "  event 8, selection: lead note\n"
      "      wrong_role, rule roles (RUL-5/VAR-1), 2 times in a row; legal for lead: vote, terminate, withdraw, "
      "drop, hand_over, remind, refocus, flag\n"
      "without a finding it would be:\n"
      "  - event 6: boris tell_story\n"
      "  - event 7: clara ask\n"
      "  - event 8: lead note\n"
      "  - event 9: lead note\n");
}

TEST(Explanation, NamesTargetsByTheirKind) {
  const auto text = said(trace<P>()
                             .add(watcher, act::flag{}, rule_of<P, rule::respect>)
                             .add(lead, act::hand_over{}, deputy)
                             .add(boris, act::assess{}, option_id{2}));
  EXPECT_THAT(text, HasSubstr("watcher flag, rule respect\n"));
  EXPECT_THAT(text, HasSubstr("lead hand_over, to deputy\n"));
  EXPECT_THAT(text, HasSubstr("boris assess, option 2\n"));
}
TEST(Explanation, SaysWhatIsOwed) {
  EXPECT_THAT(
      said(trace<P>().add(anna, act::present_case{}).add(lead, act::advance{})),
      HasSubstr("stage_incomplete, rule everyone_takes_part (STG-1/STG-4); owed: present_case by boris, clara\n"));
  EXPECT_THAT(said(trace<P>().stages(0, 4).add(boris, act::assess{}, option_id{1}).add(lead, act::advance{})),
              HasSubstr("owed: assess of option 2 by "));
}
TEST(Explanation, NamesPeopleWithoutPseudonymsByPosition) {
  const auto text = said(trace<P>().add(boris, act::ask{}).add(nobody, act::ask{}), trace_of<P>(formed<P>(), {}));
  EXPECT_THAT(text, HasSubstr("person 1 ask\n"));
  EXPECT_THAT(text, HasSubstr("somebody outside the group ask\n"));
}
TEST(Explanation, ListsWhatIsFoundFurtherAway) {
  auto far = trace<P>().add(boris, act::ask{}).add(lead, act::refocus{});
  far.stages(0, 2).add(boris, act::tell_story{});
  const auto text = said(far);
  EXPECT_THAT(text, HasSubstr("> event 1, presentation: boris ask"));
  EXPECT_THAT(text, HasSubstr("\nevent 13: wrong_role, rule roles"));
}
TEST(Explanation, SaysWhoStandsAgainstAGroup) {
  auto people = people_of<P>();
  people[0].agrees = consent::refused;
  const auto text = said(trace<P>().add(anna, act::present_case{}), trace_of<P>(people, {}));
  EXPECT_EQ(text,
            "which is departs:\n> the group: not_voluntary, rule voluntary (GRP-7): anna\n"
            "  event 1, presentation: anna present_case\n"
            "no change of events mends it: its group cannot be formed\n");
}
TEST(Explanation, OfATraceWithoutFindingsSaysHowFarItWent) {
  EXPECT_EQ(said(trace<P>().whole()), "which is conforming");
  EXPECT_EQ(said(trace<P>().add(lead, act::terminate{})), "which is terminated");
  EXPECT_EQ(said(trace<P>().stage(0)), "which is in_progress: it is in presentation, which owes nothing more");
  EXPECT_THAT(said(trace<P>()), HasSubstr("which owes present_case by anna, boris, clara; a case"));
}

TEST(Explanation, OfAFindingOfAGroupFurtherAwayNamesTheGroup) {
  auto people = people_of<P>();
  people[0].agrees = consent::refused;
  auto recorded = trace_of<P>(people, {});
  trace<P> all;
  all.stages(0, 2).add(boris, act::tell_story{});
  recorded.events.assign(all.begin(), all.end());
  const detail::judged_trace<P> judged(recorded);
  EXPECT_THAT(judged.around(12), Not(HasSubstr("the group")));
  EXPECT_THAT(judged.around(0), HasSubstr("> the group: not_voluntary"));
}
TEST(Explanation, SaysThatNoOptionWasProposed) {
  const auto text =
      said(trace<P>().stages(0, 3).add(boris, act::pass{}).add(clara, act::pass{}).add(lead, act::advance{}));
  EXPECT_THAT(text, HasSubstr("owed: an option"));
}

}  // namespace explanation_test
