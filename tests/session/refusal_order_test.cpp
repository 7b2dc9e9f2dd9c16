// SPDX-License-Identifier: MIT
// The order of the refusals: where two hold, the first is the answer.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace refusal_order_test {

using students = student_group;
constexpr instant noon{1'000'000};
constexpr instant morning{900'000};
constexpr act_id<students> no_act{act_count<students>};

/// Anna's case has the most votes in a staff group, the leader's none.
constexpr auto staff_votes_for_anna() {
  auto s = entering<staff_group, stage::selection>();
  for (const auto who : {anna, boris, clara, lead}) s.did(who, act::vote{}, case_id{anna});
  return s;
}
constexpr auto voted() {
  auto s = entering<students, stage::selection>();
  for (const auto who : {anna, boris, clara}) s.did(who, act::vote{}, case_id{anna});
  return s;
}

TEST(RefusalOrder, SessionOverComesBeforeTimeReversed) {
  BALINT_CHECK(scene<students>()
                   .did(lead, act::terminate{}, noon)
                   .refuses(code::session_over, anna, act::present_case{}, morning));
}

TEST(RefusalOrder, SessionOverComesBeforeUnknownPersonAndUnknownAct) {
  BALINT_CHECK(scene<students>()
                   .did(lead, act::terminate{})
                   .refuses(code::session_over, detail::raw_event<students>({.by = nobody, .act = no_act})));
}

TEST(RefusalOrder, TimeReversedComesBeforeUnknownPerson) {
  BALINT_CHECK(scene<students>()
                   .did(anna, act::present_case{}, noon)
                   .refuses(code::time_reversed, nobody, act::present_case{}, morning));
}

TEST(RefusalOrder, UnknownPersonComesBeforeUnknownAct) {
  BALINT_CHECK(
      scene<students>().refuses(code::unknown_person, detail::raw_event<students>({.by = nobody, .act = no_act})));
}

TEST(RefusalOrder, UnknownActComesBeforeAbsent) {
  BALINT_CHECK(scene<students>()
                   .did(anna, act::drop{})
                   .refuses(code::unknown_act, detail::raw_event<students>({.by = anna, .act = no_act})));
}

TEST(RefusalOrder, AbsentComesBeforeWrongStage) {
  BALINT_CHECK(scene<students>().did(anna, act::drop{}).refuses(code::absent, anna, act::self_assess{}));
}

TEST(RefusalOrder, AbsentComesBeforeWrongRole) {
  BALINT_CHECK(scene<students>().did(watcher, act::drop{}).refuses(code::absent, watcher, act::present_case{}));
}

TEST(RefusalOrder, WrongStageComesBeforeWrongRole) {
  BALINT_CHECK(scene<students>().refuses(code::wrong_stage, watcher, act::propose{}));
  BALINT_CHECK(scene<students>().refuses(code::wrong_stage, anna, act::close{}));
  BALINT_CHECK(entering<students, stage::self_assessment>().refuses(code::wrong_stage, anna, act::advance{}));
}

TEST(RefusalOrder, WrongRoleComesBeforeTooEarly) {
  BALINT_CHECK(
      entering<students, stage::selection>().refuses(code::wrong_role, anna, act::select_case{}, case_id{anna}));
  BALINT_CHECK(entering<students, stage::story>().refuses(code::wrong_role, watcher, act::ask{}));
  BALINT_CHECK(entering<students, stage::selection>().refuses(code::wrong_role, anna, act::accept_case{}));
}

TEST(RefusalOrder, WrongRoleComesBeforeUnknownTarget) {
  BALINT_CHECK(voted().refuses(code::wrong_role, anna, act::select_case{}, case_id{nobody}));
}

TEST(RefusalOrder, WrongRoleComesBeforeNothingOwed) {
  BALINT_CHECK(entering<students, stage::story>().refuses(code::wrong_role, watcher, act::pass{}));
}

TEST(RefusalOrder, TooEarlyComesBeforeUnknownTarget) {
  BALINT_CHECK(
      entering<students, stage::selection>().refuses(code::too_early, lead, act::select_case{}, case_id{nobody}));
}

TEST(RefusalOrder, TooEarlyComesBeforeRepeated) {
  constexpr auto a_voter_came_back = [] {
    auto s = entering<students, stage::selection>();
    s.did(clara, act::drop{}).did(anna, act::vote{}, case_id{anna}).did(boris, act::vote{}, case_id{anna});
    return s.did(lead, act::select_case{}, case_id{anna}).did(clara, act::rejoin{});
  };
  BALINT_CHECK(a_voter_came_back().refuses(code::too_early, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(
      a_voter_came_back().did(clara, act::pass{}).refuses(code::repeated, lead, act::select_case{}, case_id{anna}));
}

TEST(RefusalOrder, UnknownTargetComesBeforeRepeated) {
  BALINT_CHECK(entering<students, stage::selection>()
                   .did(anna, act::vote{}, case_id{boris})
                   .refuses(code::unknown_target, anna, act::vote{}, case_id{nobody}));
  BALINT_CHECK(entering<students, stage::selection>()
                   .did(anna, act::pass{})
                   .refuses(code::unknown_target, anna, act::vote{}, case_id{nobody}));
  BALINT_CHECK(voted()
                   .did(lead, act::select_case{}, case_id{anna})
                   .refuses(code::unknown_target, lead, act::select_case{}, case_id{nobody}));
}

TEST(RefusalOrder, RepeatedComesBeforeNotSupported) {
  BALINT_CHECK(voted()
                   .did(lead, act::select_case{}, case_id{anna})
                   .refuses(code::repeated, lead, act::select_case{}, case_id{boris}));
}

TEST(RefusalOrder, RepeatedComesBeforeLeaderIsPresenter) {
  BALINT_CHECK(staff_votes_for_anna()
                   .did(lead, act::select_case{}, case_id{anna})
                   .refuses(code::repeated, lead, act::select_case{}, case_id{lead}));
}

TEST(RefusalOrder, LeaderIsPresenterComesBeforeNotSupported) {
  BALINT_CHECK(staff_votes_for_anna().refuses(code::leader_is_presenter, lead, act::select_case{}, case_id{lead}));
}

TEST(RefusalOrder, FlagOpenComesBeforeSupervisorAbsent) {
  constexpr auto both = [] {
    return fulfilled<staff_group, stage::story>()
        .did(watcher, act::flag{}, rule_of<staff_group, rule::respect>)
        .did(watcher, act::drop{});
  };
  BALINT_CHECK(both().refuses(code::flag_open, lead, act::advance{}));
  BALINT_CHECK(both()
                   .did(lead, act::remind{}, rule_of<staff_group, rule::respect>)
                   .refuses(code::supervisor_absent, lead, act::advance{}));
}

TEST(RefusalOrder, FlagOpenComesBeforeStageIncomplete) {
  BALINT_CHECK(scene<students>()
                   .did(watcher, act::flag{}, rule_of<students, rule::respect>)
                   .refuses(code::flag_open, lead, act::advance{}));
  BALINT_CHECK(entering<students, stage::self_assessment>()
                   .did(lead, act::flag{}, rule_of<students, rule::respect>)
                   .refuses(code::flag_open, lead, act::close{}));
}

TEST(RefusalOrder, SupervisorAbsentComesBeforeStageIncomplete) {
  BALINT_CHECK(scene<staff_group>().did(watcher, act::drop{}).refuses(code::supervisor_absent, lead, act::advance{}));
  BALINT_CHECK(entering<staff_group, stage::self_assessment>()
                   .did(watcher, act::drop{})
                   .refuses(code::supervisor_absent, lead, act::close{}));
}

TEST(RefusalOrder, WrongRoleComesBeforeWhatHoldsAnAdvance) {
  BALINT_CHECK(scene<students>()
                   .did(watcher, act::flag{}, rule_of<students, rule::respect>)
                   .refuses(code::wrong_role, anna, act::advance{}));
}

TEST(RefusalOrder, IsTheOrderOfTheCodes) {
  BALINT_CHECK(code::session_over < code::time_reversed && code::time_reversed < code::unknown_person &&
               code::unknown_person < code::unknown_act && code::unknown_act < code::absent &&
               code::absent < code::wrong_stage && code::wrong_stage < code::wrong_role &&
               code::wrong_role < code::too_early && code::too_early < code::unknown_target &&
               code::unknown_target < code::repeated && code::repeated < code::nothing_owed &&
               code::flag_open < code::supervisor_absent && code::supervisor_absent < code::stage_incomplete);
}

}  // namespace refusal_order_test
