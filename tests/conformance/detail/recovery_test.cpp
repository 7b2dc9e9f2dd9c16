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

// ---- time_reversed, absent ------------------------------------------------------------------------------------------

TEST(Recovery, TimeReversed_IsJudgedAgainAsIfItStatedNoTime) {
  constexpr auto reversed = [] {
    return judged(
        trace<students>().add(anna, act::present_case{}, instant{9}).add(boris, act::present_case{}, instant{8}));
  };
  BALINT_CHECK(reversed().is(verdict::in_progress, {{2, code::time_reversed, ""}}));
  BALINT_CHECK(reversed().then().cases().contains(boris) && reversed().then().snapshot().state.last_at == instant{9});
}

TEST(Recovery, Absent_WhoDroppedIsPresentAgainAndWhoWithdrewIsIgnored) {
  constexpr auto dropped = [] {
    return judged(trace<students>().add(anna, act::drop{}).add(anna, act::present_case{}));
  };
  BALINT_CHECK(dropped().is(verdict::in_progress, {{2, code::absent, ""}}));
  BALINT_CHECK(dropped().then().present().contains(anna) && dropped().then().cases().contains(anna));
  constexpr auto gone = [] {
    return judged(trace<students>().add(anna, act::withdraw{}).add(anna, act::present_case{}));
  };
  BALINT_CHECK(gone().is(verdict::in_progress, {{2, code::absent, ""}}) && gone().then().cases().empty());
}

// ---- out of turn ----------------------------------------------------------------------------------------------------

TEST(Recovery, OutOfTurn_AnActTakesEffectAndMovesNothing) {
  constexpr auto one = [] { return judged(trace<students>().stages(0, 2).add(boris, act::propose{})); };
  BALINT_CHECK(one().is(verdict::departs, {{11, code::wrong_stage, "stage_order", 1, "story"}}));
  BALINT_CHECK(one().then().is_in<stage::story>() && one().then().option_count() == 1);
}

TEST(Recovery, OutOfTurn_ThreeInARowMoveTheSessionOn) {
  constexpr auto run = [] {
    return judged(trace<students>()
                      .stages(0, 2)
                      .add(boris, act::propose{})
                      .add(clara, act::propose{})
                      .add(boris, act::propose{}));
  };
  BALINT_CHECK(run().is(verdict::different, {{11, code::wrong_stage, "stage_order", 3},
                                             {13, code::stage_skipped, "stage_order", 1, "story"}}));
  BALINT_CHECK(run().then().is_in<stage::proposals>());
}

TEST(Recovery, OutOfTurn_TwoAreEnoughWhereNothingIsOwed) {
  constexpr auto run = [] {
    return judged(trace<students>().stages(0, 2).stage(2).add(boris, act::propose{}).add(clara, act::propose{}));
  };
  BALINT_CHECK(run().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2}}));
  BALINT_CHECK(run().then().is_in<stage::proposals>() && run().then().is_complete());
}

TEST(Recovery, OutOfTurn_TheLateWordOfARunIsNoFinding) {
  constexpr auto run = [] {
    return judged(trace<students>()
                      .stages(0, 2)
                      .stage(2)
                      .add(boris, act::propose{})
                      .add(boris, act::propose{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(run().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2}}));
  BALINT_CHECK(run().then().is_in<stage::proposals>());
}

TEST(Recovery, OutOfTurn_AnExcursionGoesBackAtOnce) {
  constexpr auto back = [] {
    return judged(trace<students>()
                      .stages(0, 2)
                      .stage(2)
                      .add(boris, act::propose{})
                      .add(clara, act::propose{})
                      .add(boris, act::ask{}));
  };
  BALINT_CHECK(back().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2}}));
  BALINT_CHECK(back().then().is_in<stage::story>());
}

TEST(Recovery, OutOfTurn_TwoOfAnEarlierStageGoBackFromOneNotWorkedIn) {
  constexpr auto back = [] {
    return judged(trace<students>().stages(0, 3).add(boris, act::ask{}).add(anna, act::answer{}));
  };
  BALINT_CHECK(back().is(verdict::departs, {{13, code::wrong_stage, "stage_order", 2}}));
  BALINT_CHECK(back().then().is_in<stage::story>());
}

// ---- advance, cut_short, close --------------------------------------------------------------------------------------

TEST(Recovery, WrongStage_OfAdvanceInStage6IsAFaultOfTheRecord) {
  constexpr auto once_more = [] { return judged(trace<students>().stages(0, 5).add(lead, act::advance{}).last()); };
  BALINT_CHECK(once_more().by.sink().size() == 1 && once_more().by.sink()[0].code == code::wrong_stage &&
               once_more().by.sink()[0].about == finding_class::record);
  BALINT_CHECK(once_more().then().end() == ending::closed);
}

TEST(Recovery, WrongStage_AnEarlyCloseOfTheLeaderLeavesEveryStage) {
  constexpr auto early = [] { return judged(trace<students>().stages(0, 4).stage(4).add(lead, act::close{})); };
  BALINT_CHECK(early().by.verdict() == verdict::different && early().by.sink().size() == 2);
  BALINT_CHECK(name_of<students>(early().by.sink()[1].stage) == "self_assessment" &&
               early().then().is_in<stage::self_assessment>() && early().then().is_over());
}

TEST(Recovery, WrongStage_AnEarlyCloseOfAnybodyElseIsIgnored) {
  BALINT_CHECK(judged(trace<students>().stages(0, 2).add(anna, act::close{}))
                   .is(verdict::departs, {{11, code::wrong_stage, "stage_order"}}));
}

TEST(Recovery, WrongRole_OfAdvanceIsJudgedAgainAsTheLeaders) {
  constexpr auto by_anna = [] { return judged(trace<students>().stage(0).add(anna, act::advance{})); };
  BALINT_CHECK(by_anna().is(verdict::departs, {{4, code::wrong_role, "roles"}}));
  BALINT_CHECK(by_anna().then().is_in<stage::selection>());
  BALINT_CHECK(judged(trace<students>().add(watcher, act::flag{}, respect).add(anna, act::advance{}))
                   .is(verdict::different, {{2, code::wrong_role, "roles"},
                                            {2, code::flag_open, "leader_enforces"},
                                            {2, code::stage_skipped, "stage_order"}}));
}

TEST(Recovery, PressedTwice_IsRepeatedAndIgnored) {
  constexpr auto twice = [] {
    return judged(trace<students>().stages(0, 1).add(lead, act::advance{}).stages(1, 5).last());
  };
  BALINT_CHECK(twice().is(verdict::conforming, {{5, code::repeated, ""}}));
}

TEST(Recovery, EachThatHoldsAgainstAMoveIsAFinding) {
  constexpr auto all_three = [] {
    return judged(trace<staff>()
                      .add(anna, act::present_case{})
                      .add(watcher, act::flag{}, rule_of<staff, rule::respect>)
                      .add(watcher, act::drop{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(all_three().is(verdict::departs, {{4, code::flag_open, "leader_enforces"},
                                                 {4, code::supervisor_absent, "supervisor_present"},
                                                 {4, code::stage_incomplete, "everyone_takes_part"}}));
}

// ---- cases and the story --------------------------------------------------------------------------------------------

TEST(Recovery, UnknownTarget_ACaseMissingFromTheRecordCountsAsPresented) {
  constexpr auto voted = [] {
    return judged(trace<students>()
                      .add(anna, act::present_case{})
                      .add(boris, act::pass{})
                      .add(clara, act::pass{})
                      .add(lead, act::advance{})
                      .add(anna, act::vote{}, case_id{boris}));
  };
  BALINT_CHECK(voted().is(verdict::in_progress, {{5, code::unknown_target, ""}}));
  BALINT_CHECK(voted().then().cases().contains(boris) && voted().then().votes_for(case_id{boris}) == 1);
}

TEST(Recovery, TooEarly_ASelectionTakesEffectAndExcusesTheVoters) {
  constexpr auto early = [] {
    return judged(trace<students>().stages(0, 1).add(lead, act::select_case{}, case_id{boris}));
  };
  BALINT_CHECK(early().is(verdict::departs, {{5, code::too_early, "stage_order"}}));
  BALINT_CHECK(early().then().presenter() == boris &&
               name_of<students>(early().then().first_owed().rule) == "voluntary");
}

TEST(Recovery, TellStory_OutOfTurnIsRememberedUntilTheStageIsEntered) {
  constexpr auto told = [] {
    return judged(
        trace<students>().stages(0, 1).add(boris, act::tell_story{}).add(anna, act::pass{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(told().then().presenter() == boris && told().then().is_in<stage::story>() &&
               told().then().is_complete());
}

TEST(Recovery, TellStory_ByAParticipantWhileNobodyPresentsIsNoFinding) {
  constexpr auto told = [] {
    return judged(
        trace<students>().stages(0, 1).add(anna, act::pass{}).add(lead, act::advance{}).add(boris, act::tell_story{}));
  };
  BALINT_CHECK(told().is(verdict::departs, {{6, code::stage_incomplete, "everyone_takes_part"}}));
  BALINT_CHECK(told().then().presenter() == boris);
}

// ---- a presenter taken from the story -------------------------------------------------------------------------------

/// Everybody passes the selection, nobody is selected, and Boris tells a story all the same; the next event is the
/// 10th.
constexpr auto taken_from_the_story() {
  return trace<students>()
      .stages(0, 1)
      .add(anna, act::pass{})
      .add(boris, act::pass{})
      .add(clara, act::pass{})
      .add(lead, act::advance{})
      .add(boris, act::tell_story{});
}

TEST(Recovery, TellStory_SelectingThatCaseAfterwardsConfirmsIt) {
  constexpr auto confirmed = [] {
    return judged(taken_from_the_story().add(lead, act::select_case{}, case_id{boris}).add(boris, act::accept_case{}));
  };
  BALINT_CHECK(confirmed().is(verdict::departs, {{8, code::stage_incomplete, "stage_order", 1, "selection"},
                                                 {10, code::wrong_stage, "stage_order", 2, "story"}}));
  // Both took effect, although out of turn.
  constexpr auto happened = [=](act_id<students> act) {
    return ((confirmed().then().snapshot().state.happened >> act.index) & 1U) != 0;
  };
  BALINT_CHECK(happened(act_id_of<act::select_case, students>) && happened(act_id_of<act::accept_case, students>));
  BALINT_CHECK(confirmed().then().presenter() == boris && confirmed().then().is_in<stage::story>());
}

TEST(Recovery, TellStory_SelectingAnotherCaseAfterwardsHasNoEffect) {
  constexpr auto another = [] { return judged(taken_from_the_story().add(lead, act::select_case{}, case_id{anna})); };
  BALINT_CHECK(another().is(verdict::departs, {{8, code::stage_incomplete, "stage_order", 1, "selection"},
                                               {10, code::wrong_stage, "stage_order", 1, "story"}}));
  BALINT_CHECK(another().then().presenter() == boris &&
               another().then().snapshot() == judged(taken_from_the_story()).then().snapshot());
}

/// The same as an excursion: the story is told while the selection goes on, and the group comes back to select. The
/// next event is the 11th.
constexpr auto told_ahead() {
  return trace<students>()
      .stages(0, 1)
      .add(anna, act::pass{})
      .add(boris, act::pass{})
      .add(clara, act::pass{})
      .add(boris, act::tell_story{})
      .add(lead, act::ask{})
      .add(clara, act::ask{});
}

TEST(Recovery, TellStory_ItsCaseMayBeSelectedOnTheWayBack) {
  constexpr auto confirmed = [] {
    return judged(told_ahead()
                      .add(lead, act::select_case{}, case_id{boris})
                      .add(boris, act::accept_case{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(judged(told_ahead()).then().is_in<stage::story>() && judged(told_ahead()).then().presenter() == boris);
  BALINT_CHECK(confirmed().is(verdict::departs, {{8, code::wrong_stage, "stage_order", 3, "selection"},
                                                 {10, code::stage_incomplete, "stage_order", 1, "selection"}}));
  BALINT_CHECK(confirmed().then().is_in<stage::story>() && confirmed().then().is_complete());
}

TEST(Recovery, TellStory_AnotherCaseSelectedOnTheWayBackIsRepeatedAndTakesItsPlace) {
  constexpr auto another = [] { return judged(told_ahead().add(lead, act::select_case{}, case_id{anna})); };
  BALINT_CHECK(another().is(verdict::departs, {{8, code::wrong_stage, "stage_order", 3, "selection"},
                                               {10, code::stage_incomplete, "stage_order", 1, "selection"},
                                               {11, code::repeated, "", 1, "selection"}}));
  BALINT_CHECK(another().then().presenter() == anna && another().then().is_in<stage::selection>());
}

// ---- a leader who became the presenter ------------------------------------------------------------------------------

/// The case of the leader is selected, who then takes part as the presenter; the next event is the 13th.
constexpr auto led_by_the_presenter() {
  auto t = trace<staff>().stages(0, 1);
  for (const auto who : {anna, boris, clara, lead}) t.add(who, act::vote{}, case_id{lead});
  return t.add(lead, act::select_case{}, case_id{lead}).add(lead, act::accept_case{}).add(lead, act::advance{});
}

TEST(Recovery, LeaderIsPresenter_GoesOnLeading) {
  constexpr auto presenting = [] {
    return judged(led_by_the_presenter().add(lead, act::tell_story{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(presenting().is(verdict::departs, {{10, code::leader_is_presenter, "roles", 1, "selection"}}));
  BALINT_CHECK(presenting().then().is_in<stage::proposals>() && presenting().then().presenter() == lead &&
               presenting().then().acting_leader() == lead);
}

TEST(Recovery, LeaderIsPresenter_UntilTheLeadMovesAndNotAfterwards) {
  constexpr auto handed_over = [] { return judged(led_by_the_presenter().add(lead, act::hand_over{}, deputy)); };
  BALINT_CHECK(handed_over().then().acting_leader() == deputy && handed_over().by.sink().size() == 1);
  constexpr auto back_again = [] {
    return judged(led_by_the_presenter().add(lead, act::hand_over{}, deputy).add(deputy, act::hand_over{}, lead));
  };
  BALINT_CHECK(back_again().is(verdict::departs, {{10, code::leader_is_presenter, "roles", 1, "selection"},
                                                  {14, code::unknown_target, "", 1, "story"}}));
  BALINT_CHECK(back_again().then().acting_leader() == deputy);
}

}  // namespace recovery_test
