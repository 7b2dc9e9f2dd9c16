// SPDX-License-Identifier: MIT
// Recovery: how the judge goes on after each refusal, row by row, so that one fault is one finding.
#include <balint/conformance/detail/recovery.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace recovery_test {

using students = student_group;
using staff = staff_group;
constexpr rule_id respect = rule_of<students, rule::respect>;

/// The votes of the students, all for Anna's case.
constexpr trace<students>& vote(trace<students>& t) {
  return t.add(anna, act::vote{}, case_id{anna})
      .add(boris, act::vote{}, case_id{anna})
      .add(clara, act::vote{}, case_id{anna});
}

// ---- wrong_stage, act of a later stage ------------------------------------------------------------------------------

TEST(Recovery, WrongStage_AnActOfALaterStageSkipsToItAndTakesEffectThere) {
  constexpr auto skipped = [] { return judged(trace<students>().stages(0, 2).add(boris, act::propose{})); };
  BALINT_CHECK(skipped().is(verdict::different, {{11, code::wrong_stage, "stage_order"}}));
  BALINT_CHECK(skipped().by.session().is_in<stage::proposals>() && skipped().by.session().option_count() == 1);
}

TEST(Recovery, WrongStage_ASkipIsOneFindingHoweverManyStagesAreSkipped) {
  BALINT_CHECK(judged(trace<students>().stages(0, 2).add(anna, act::self_assess{}).add(lead, act::close{}))
                   .is(verdict::different, {{11, code::wrong_stage, "stage_order"}}));
}

TEST(Recovery, WrongStage_ASecondRefusalAfterTheSkipIsASecondFinding) {
  BALINT_CHECK(judged(trace<students>().stages(0, 1).add(watcher, act::propose{}))
                   .is(verdict::different, {{5, code::wrong_stage, "stage_order"}, {5, code::wrong_role, "roles"}}));
  BALINT_CHECK(
      judged(trace<students>().stages(0, 3).add(boris, act::assess{}, option_id{1}))
          .is(verdict::different, {{13, code::wrong_stage, "stage_order"}, {13, code::unknown_target, "roles"}}));
}

TEST(Recovery, WrongStage_TheSecondRefusalHasItsOwnRecovery) {
  constexpr auto selected_at_once = [] {
    return judged(trace<students>().add(anna, act::present_case{}).add(lead, act::select_case{}, case_id{anna}));
  };
  BALINT_CHECK(selected_at_once().is(verdict::different,
                                     {{2, code::wrong_stage, "stage_order"}, {2, code::too_early, "stage_order"}}));
  BALINT_CHECK(selected_at_once().by.session().presenter() == anna);
}

// ---- wrong_stage, act of an earlier stage; advance in stage 6 -------------------------------------------------------

TEST(Recovery, WrongStage_AnActOfAnEarlierStageIsIgnored) {
  constexpr auto late = [] {
    return judged(trace<students>().stages(0, 3).add(boris, act::ask{}).stages(3, 5).last());
  };
  BALINT_CHECK(late().is(verdict::different, {{13, code::wrong_stage, "stage_order"}}));
}

TEST(Recovery, WrongStage_AnAdvanceInStage6IsIgnored) {
  constexpr auto once_more = [] { return judged(trace<students>().stages(0, 5).add(lead, act::advance{}).last()); };
  BALINT_CHECK(once_more().by.sink().size() == 1 && once_more().by.sink()[0].code == code::wrong_stage);
  BALINT_CHECK(once_more().by.session().end() == ending::closed);
}

TEST(Recovery, WrongStage_ACloseBeforeStage6EndsTheSession) {
  constexpr auto early = [] {
    return judged(trace<students>().stages(0, 2).add(anna, act::close{}).add(anna, act::tell_story{}));
  };
  BALINT_CHECK(early().is(verdict::different,
                          {{11, code::wrong_stage, "stage_order"}, {12, code::session_over, "stage_order"}}));
  BALINT_CHECK(early().by.session().is_over());
}

// ---- wrong_role of advance or close ---------------------------------------------------------------------------------

TEST(Recovery, WrongRole_OfAdvanceIsTreatedAsTheLeaders) {
  constexpr auto by_anna = [] { return judged(trace<students>().stage(0).add(anna, act::advance{})); };
  BALINT_CHECK(by_anna().is(verdict::rule_violation, {{4, code::wrong_role, "roles"}}));
  BALINT_CHECK(by_anna().by.session().is_in<stage::selection>());
}

TEST(Recovery, WrongRole_OfAdvanceHidesWhatTheLeaderWouldHaveBeenRefused) {
  constexpr auto by_anna = [] {
    return judged(trace<students>().add(watcher, act::flag{}, respect).add(anna, act::advance{}));
  };
  BALINT_CHECK(by_anna().is(verdict::rule_violation, {{1, code::flagged, "respect"}, {2, code::wrong_role, "roles"}}));
  BALINT_CHECK(by_anna().by.session().is_in<stage::selection>());
}

TEST(Recovery, WrongRole_OfCloseIsTreatedAsTheLeaders) {
  constexpr auto by_anna = [] { return judged(trace<students>().stages(0, 5).stage(5).add(anna, act::close{})); };
  BALINT_CHECK(by_anna().by.sink().size() == 1 && by_anna().by.sink()[0].code == code::wrong_role);
  BALINT_CHECK(by_anna().by.session().end() == ending::closed && by_anna().by.verdict() == verdict::rule_violation);
}

TEST(Recovery, WrongRole_OfAnyOtherActIsIgnored) {
  constexpr auto ignored = [] {
    return judged(trace<students>().add(anna, act::terminate{}).add(lead, act::present_case{}));
  };
  BALINT_CHECK(ignored().is(verdict::rule_violation, {{1, code::wrong_role, "roles"}, {2, code::wrong_role, "roles"}}));
  BALINT_CHECK(!ignored().by.session().is_over() && ignored().by.session().cases().empty());
}

// ---- flag_open, supervisor_absent, stage_incomplete -----------------------------------------------------------------

TEST(Recovery, FlagOpen_TheMoveTakesEffectAndTheFlagStaysOpen) {
  constexpr auto moved = [] { return judged(trace<students>().add(watcher, act::flag{}, respect).stages(0, 1)); };
  BALINT_CHECK(
      moved().is(verdict::rule_violation, {{1, code::flagged, "respect"}, {5, code::flag_open, "leader_enforces"}}));
  BALINT_CHECK(moved().by.session().is_in<stage::selection>() && moved().by.session().open_flags().contains(respect));
}

TEST(Recovery, SupervisorAbsent_TheMoveAndTheCloseTakeEffect) {
  constexpr auto moved = [] { return judged(trace<staff>().add(watcher, act::drop{}).stages(0, 1)); };
  BALINT_CHECK(moved().is(verdict::rule_violation, {{6, code::supervisor_absent, "supervisor_present"}}));
  BALINT_CHECK(moved().by.session().is_in<stage::selection>());
  constexpr auto closed = [] { return judged(trace<staff>().stages(0, 5).add(watcher, act::drop{}).last()); };
  BALINT_CHECK(closed().by.sink().size() == 1 && closed().by.session().end() == ending::closed);
}

TEST(Recovery, StageIncomplete_TheMoveAndTheCloseTakeEffect) {
  constexpr auto moved = [] {
    return judged(trace<students>().add(anna, act::present_case{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(moved().is(verdict::rule_violation, {{2, code::stage_incomplete, "everyone_takes_part"}}));
  BALINT_CHECK(moved().by.session().is_in<stage::selection>());
  constexpr auto closed = [] { return judged(trace<students>().stages(0, 5).add(lead, act::close{})); };
  BALINT_CHECK(closed().by.verdict() == verdict::different && closed().by.session().end() == ending::closed);
  BALINT_CHECK(closed().by.sink().size() == 1 && name_of<students>(closed().by.sink()[0].rule) == "stage_order");
}

TEST(Recovery, StageIncomplete_OneFindingForTheFirstThatStandsAgainstTheMove) {
  constexpr auto all_three = [] {
    return judged(trace<staff>()
                      .add(watcher, act::flag{}, rule_of<staff, rule::respect>)
                      .add(watcher, act::drop{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(all_three().is(verdict::rule_violation,
                              {{1, code::flagged, "respect"}, {3, code::flag_open, "leader_enforces"}}));
}

// ---- select_case ----------------------------------------------------------------------------------------------------

TEST(Recovery, TooEarly_ASelectionOfACaseThatExistsTakesEffect) {
  constexpr auto early = [] {
    return judged(trace<students>().stages(0, 1).add(lead, act::select_case{}, case_id{boris}));
  };
  BALINT_CHECK(early().is(verdict::rule_violation, {{5, code::too_early, "stage_order"}}));
  BALINT_CHECK(early().by.session().presenter() == boris);
}

TEST(Recovery, TooEarly_ASelectionOfNoCaseIsIgnored) {
  constexpr auto early = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(lead, act::select_case{}, case_id{watcher})
                      .add(anna, act::withdraw{})
                      .add(lead, act::select_case{}, case_id{anna}));
  };
  BALINT_CHECK(early().is(verdict::rule_violation, {{5, code::too_early, "stage_order", 2}}));
  BALINT_CHECK(early().by.session().presenter() == nobody);
}

TEST(Recovery, TooEarly_OfAnyOtherActIsIgnored) {
  constexpr auto early = [] {
    return judged(
        trace<students>().stages(0, 2).add(boris, act::ask{}).add(anna, act::tell_story{}).add(anna, act::answer{}));
  };
  BALINT_CHECK(early().is(verdict::rule_violation,
                          {{11, code::too_early, "stage_order"}, {13, code::too_early, "stage_order"}}));
}

TEST(Recovery, LeaderIsPresenter_TheSelectionTakesEffect) {
  constexpr auto own = [] {
    trace<staff> t;
    t.stages(0, 1);
    for (const auto who : {anna, boris, clara, lead}) t.add(who, act::vote{}, case_id{lead});
    return judged(t.add(lead, act::select_case{}, case_id{lead}).add(lead, act::accept_case{}));
  };
  BALINT_CHECK(own().is(verdict::rule_violation, {{10, code::leader_is_presenter, "roles"}}));
  BALINT_CHECK(own().by.session().presenter() == lead && own().by.session().acting_leader() == lead);
}

TEST(Recovery, NotSupported_TheSelectionTakesEffect) {
  constexpr auto other = [] {
    trace<students> t;
    return judged(vote(t.stages(0, 1)).add(lead, act::select_case{}, case_id{boris}).add(boris, act::accept_case{}));
  };
  BALINT_CHECK(other().is(verdict::rule_violation, {{8, code::not_supported, "joint_selection"}}));
  BALINT_CHECK(other().by.session().presenter() == boris && other().by.session().is_complete());
}

// ---- tell_story with no case selected -------------------------------------------------------------------------------

TEST(Recovery, TellStory_ByAParticipantWhileNoCaseIsSelectedShowsWhoPresents) {
  constexpr auto told = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(lead, act::advance{})
                      .add(boris, act::tell_story{})
                      .add(boris, act::answer{}));
  };
  BALINT_CHECK(told().is(verdict::different,
                         {{5, code::stage_incomplete, "everyone_takes_part"}, {7, code::too_early, "stage_order"}}));
  BALINT_CHECK(told().by.session().presenter() == boris);
}

TEST(Recovery, TellStory_AfterASkipOfStage2IsTheSkipAlone) {
  constexpr auto told = [] { return judged(trace<students>().stages(0, 1).add(boris, act::tell_story{})); };
  BALINT_CHECK(told().is(verdict::different, {{5, code::wrong_stage, "stage_order"}}));
  BALINT_CHECK(told().by.session().presenter() == boris && told().by.session().is_complete());
}

TEST(Recovery, TellStory_BySomebodyWhoIsNoParticipantIsWrongRole) {
  constexpr auto told = [] { return judged(trace<students>().stages(0, 1).add(watcher, act::tell_story{})); };
  BALINT_CHECK(told().is(verdict::different, {{5, code::wrong_stage, "stage_order"}, {5, code::wrong_role, "roles"}}));
  BALINT_CHECK(told().by.session().presenter() == nobody);
}

TEST(Recovery, TellStory_ByAnotherOnceACaseIsSelectedIsWrongRole) {
  constexpr auto told = [] { return judged(trace<students>().stages(0, 2).add(boris, act::tell_story{})); };
  BALINT_CHECK(told().is(verdict::rule_violation, {{11, code::wrong_role, "roles"}}));
  BALINT_CHECK(told().by.session().presenter() == anna);
}

// ---- any other ------------------------------------------------------------------------------------------------------

TEST(Recovery, AnyOtherRefusalIsIgnored) {
  BALINT_CHECK(judged(trace<students>().add(nobody, act::present_case{}).whole())
                   .is(verdict::rule_violation, {{1, code::unknown_person, "closed_group"}}));
  BALINT_CHECK(judged(trace<students>().add({.by = anna, .act = {999}}).whole())
                   .is(verdict::rule_violation, {{1, code::unknown_act, "stage_order"}}));
  BALINT_CHECK(judged(trace<students>().add(anna, act::rejoin{}).whole())
                   .is(verdict::rule_violation, {{1, code::not_absent, "live"}}));
  BALINT_CHECK(judged(trace<students>().stages(0, 2).add(boris, act::pass{}).stages(2, 5).last())
                   .is(verdict::rule_violation, {{11, code::nothing_owed, "everyone_takes_part"}}));
  BALINT_CHECK(judged(trace<students>().add(anna, act::drop{}).add(anna, act::drop{}).add(anna, act::rejoin{}).whole())
                   .is(verdict::rule_violation, {{2, code::absent, "live"}}));
  BALINT_CHECK(
      judged(trace<students>().add(watcher, act::note{}, instant{9}).add(watcher, act::note{}, instant{8}).whole())
          .is(verdict::rule_violation, {{2, code::time_reversed, "live"}}));
}

TEST(Recovery, ARepeatedActIsIgnored) {
  constexpr auto twice = [] { return judged(trace<students>().add(anna, act::present_case{}).whole()); };
  BALINT_CHECK(twice().is(verdict::rule_violation, {{2, code::repeated, "stage_order"}}));
}

TEST(Recovery, AnIgnoredOrForcedEventDoesNotMoveTheClock) {
  constexpr instant noon{1000};
  constexpr instant morning{900};
  BALINT_CHECK(judged(trace<students>().add(anna, act::refocus{}, noon).add(boris, act::present_case{}, morning))
                   .by.session()
                   .snapshot()
                   .state.last_at == morning);
  BALINT_CHECK(judged(trace<students>().add(anna, act::present_case{}, morning).add(lead, act::advance{}, noon))
                   .by.session()
                   .snapshot()
                   .state.last_at == morning);
}

}  // namespace recovery_test
