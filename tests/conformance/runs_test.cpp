// SPDX-License-Identifier: MIT
// Runs of acts out of turn, as a session goes on: excursions and the way back, late words, a close that ends a run, and
// moves pressed twice.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace runs_test {

using students = student_group;
constexpr rule_id respect = rule_of<students, rule::respect>;

/// A session in the story, which has been told; the next event is the 12th.
constexpr auto told() { return trace<students>().stages(0, 2).stage(2); }
/// The same, and two proposals have moved it on; the next event is the 14th.
constexpr auto moved_on() { return told().add(boris, act::propose{}).add(clara, act::propose{}); }
/// The same, but Clara still owes a proposal, so that an advance would be refused.
constexpr auto moved_on_too_soon() { return told().add(boris, act::propose{}).add(boris, act::propose{}); }

// ---- excursions -----------------------------------------------------------------------------------------------------

TEST(Runs, AnExcursionMayBeMadeAgain) {
  constexpr auto twice = [] {
    return judged(moved_on()
                      .add(boris, act::ask{})
                      .add(boris, act::propose{})
                      .add(clara, act::propose{})
                      .add(clara, act::ask{})
                      .add(anna, act::answer{}));
  };
  BALINT_CHECK(twice().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2, "story"},
                                             {15, code::wrong_stage, "stage_order", 2, "story"}}));
  BALINT_CHECK(twice().then().is_in<stage::story>() && twice().then().option_count() == 4);
}

TEST(Runs, AnExcursionFromAnExcursionGoesBackOneStepOnly) {
  constexpr auto deeper = [] {
    return moved_on()
        .add(boris, act::assess{}, option_id{1})
        .add(clara, act::forecast{}, option_id{1})
        .add(boris, act::propose{});
  };
  BALINT_CHECK(judged(deeper()).then().is_in<stage::proposals>());
  BALINT_CHECK(judged(deeper()).is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2, "story"},
                                                      {14, code::wrong_stage, "stage_order", 2, "proposals"}}));
  // The session no longer counts as moved by a run, and the proposals were worked in.
  constexpr auto and_asked = [=] { return judged(deeper().add(boris, act::ask{}).add(clara, act::ask{})); };
  BALINT_CHECK(and_asked().then().is_in<stage::proposals>());
  BALINT_CHECK(and_asked().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2},
                                                 {14, code::wrong_stage, "stage_order", 2},
                                                 {17, code::wrong_stage, "stage_order", 2, "proposals"}}));
}

TEST(Runs, AnExcursionIsOverOnceAMoveTakesEffect) {
  constexpr auto gone_on = [] { return judged(moved_on().add(lead, act::advance{}).add(boris, act::ask{})); };
  BALINT_CHECK(gone_on().then().is_in<stage::assessment>());
  BALINT_CHECK(gone_on().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2, "story"},
                                               {15, code::wrong_stage, "stage_order", 1, "assessment"}}));
}

TEST(Runs, AnExcursionIsNotOverForAnIgnoredMove) {
  constexpr auto back = [] {
    return judged(moved_on_too_soon().add(lead, act::advance{}).add(boris, act::ask{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(back().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2, "story"}}));
  BALINT_CHECK(back().then().is_in<stage::proposals>());
}

TEST(Runs, AnExcursionIsTakenBackToTheStageItLeftAndToNoOther) {
  constexpr auto from_selection = [] {
    return trace<students>().stages(0, 1).stage(1).add(boris, act::propose{}).add(boris, act::propose{});
  };
  constexpr auto asked = [=] { return judged(from_selection().add(boris, act::ask{})); };
  BALINT_CHECK(asked().then().is_in<stage::proposals>());
  constexpr auto voted = [=] { return judged(from_selection().add(anna, act::vote{}, case_id{boris})); };
  BALINT_CHECK(voted().then().is_in<stage::selection>());
  BALINT_CHECK(voted().is(verdict::different, {{10, code::wrong_stage, "stage_order", 2, "selection"},
                                               {11, code::stage_skipped, "stage_order", 1, "story"},
                                               {12, code::repeated, ""}}));
}

// ---- what ends a run ------------------------------------------------------------------------------------------------

TEST(Runs, AnActOfTheStageInItsTurnEndsARunAndAnyOtherActDoesNot) {
  constexpr auto interrupted = [](auto... between) {
    auto t = told().add(boris, act::propose{});
    t.add(between...);
    return judged(t.add(clara, act::propose{})).then().template is_in<stage::proposals>();
  };
  BALINT_CHECK(!interrupted(boris, act::ask{}));
  BALINT_CHECK(interrupted(lead, act::refocus{}));
  BALINT_CHECK(interrupted(anna, act::tell_story{}));  // repeated: it does not take effect
}

TEST(Runs, AnActOfAThirdStageBeginsAnotherRun) {
  constexpr auto three = [] {
    return judged(told().add(boris, act::propose{}).add(boris, act::assess{}, option_id{1}).add(clara, act::propose{}));
  };
  BALINT_CHECK(three().then().is_in<stage::story>() && three().by.sink().size() == 3);
}

TEST(Runs, AnAcceptedPassEndsARun) {
  constexpr auto with_a_pass = [] {
    return judged(trace<students>()
                      .add(anna, act::present_case{})
                      .add(anna, act::vote{}, case_id{anna})
                      .add(boris, act::pass{})
                      .add(boris, act::vote{}, case_id{anna})
                      .add(clara, act::vote{}, case_id{anna}));
  };
  BALINT_CHECK(with_a_pass().then().is_in<stage::presentation>());
}

TEST(Runs, TheStageThatTheLeaderThenEntersWasWorkedIn) {
  // Clara's turn is open, so that the move after it finds what the stage that was worked in lacks.
  constexpr auto quicker = [] {
    return judged(told()
                      .add(boris, act::propose{})
                      .add(lead, act::advance{})
                      .add(lead, act::refocus{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(quicker().is(verdict::departs, {{12, code::wrong_stage, "stage_order"},
                                               {15, code::stage_incomplete, "everyone_takes_part", 1, "proposals"}}));
}

// ---- late words -----------------------------------------------------------------------------------------------------

TEST(Runs, AsManyWordsAreLateAsStagesWereLeft) {
  constexpr auto two_stages = [] {
    return trace<students>().stages(0, 1).stage(1).add(boris, act::propose{}).add(boris, act::propose{});
  };
  constexpr auto two_words = [=] {
    return judged(two_stages().add(lead, act::advance{}).add(lead, act::refocus{}).add(lead, act::cut_short{}));
  };
  // A cut would be accepted, as the stage was worked in: it is no late word, and moves the session.
  BALINT_CHECK(two_words().then().is_in<stage::assessment>());
  constexpr auto three_words = [=] {
    return judged(two_stages().add(lead, act::advance{}).add(lead, act::advance{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(
      three_words().is(verdict::different, {{10, code::wrong_stage, "stage_order", 2, "selection"},
                                            {11, code::stage_skipped, "stage_order", 1, "story"},
                                            {14, code::stage_incomplete, "everyone_takes_part", 1, "proposals"}}));
  BALINT_CHECK(three_words().then().is_in<stage::assessment>());
}

TEST(Runs, NoWordIsLateOnceAMoveTookEffect) {
  constexpr auto in_step = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .stage(1)
                      .add(boris, act::propose{})
                      .add(boris, act::propose{})
                      .add(clara, act::propose{})
                      .add(lead, act::advance{})
                      .add(lead, act::refocus{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(in_step().is(verdict::different, {{10, code::wrong_stage, "stage_order", 2, "selection"},
                                                 {11, code::stage_skipped, "stage_order", 1, "story"},
                                                 {15, code::stage_skipped, "stage_order", 1, "assessment"}}));
}

TEST(Runs, NoWordIsLateOnceTheSessionWentBack) {
  constexpr auto back = [] {
    return judged(moved_on_too_soon()
                      .add(boris, act::ask{})
                      .add(lead, act::advance{})
                      .add(lead, act::refocus{})
                      .add(lead, act::advance{}));
  };
  // The proposals were worked in before the session went back, and stay so: what they lack is found.
  BALINT_CHECK(back().is(verdict::departs, {{12, code::wrong_stage, "stage_order", 2, "story"},
                                            {17, code::stage_incomplete, "everyone_takes_part", 1, "proposals"}}));
  constexpr auto not_told = [] {
    return judged(trace<students>()
                      .stages(0, 2)
                      .add(boris, act::propose{})
                      .add(boris, act::propose{})
                      .add(boris, act::propose{})
                      .add(boris, act::ask{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(not_told().is(verdict::different, {{11, code::wrong_stage, "stage_order", 3, "story"},
                                                  {13, code::stage_skipped, "stage_order", 1, "story"},
                                                  {14, code::too_early, "stage_order", 1, "story"},
                                                  {15, code::stage_incomplete, "stage_order", 1, "story"}}));
}

// ---- a close that ends a run ----------------------------------------------------------------------------------------

TEST(Runs, ACloseOfTheLeaderInARunOfTheLastStageIsNoFindingOfItsOwn) {
  constexpr auto closed = [] {
    return judged(trace<students>().stages(0, 4).stage(4).add(anna, act::self_assess{}).add(lead, act::close{}));
  };
  BALINT_CHECK(closed().is(verdict::departs, {{20, code::wrong_stage, "stage_order", 1, "assessment"}}));
  BALINT_CHECK(closed().then().end() == ending::closed && closed().then().is_in<stage::self_assessment>());
}

TEST(Runs, SuchACloseLeavesTheStagesBetweenAndIsJudgedInTheLast) {
  constexpr auto without_assessment = [] {
    return judged(trace<students>().stages(0, 4).add(anna, act::self_assess{}).add(lead, act::close{}));
  };
  BALINT_CHECK(
      without_assessment().is(verdict::different, {{16, code::wrong_stage, "stage_order", 1, "assessment"},
                                                   {17, code::stage_skipped, "stage_order", 1, "assessment"}}));
  constexpr auto flagged = [] {
    return judged(trace<students>()
                      .stages(0, 4)
                      .stage(4)
                      .add(watcher, act::flag{}, respect)
                      .add(anna, act::self_assess{})
                      .add(lead, act::close{}));
  };
  BALINT_CHECK(flagged().is(verdict::departs, {{21, code::wrong_stage, "stage_order", 1, "assessment"},
                                               {22, code::flag_open, "leader_enforces", 1, "self_assessment"}}));
  BALINT_CHECK(flagged().then().end() == ending::closed);
}

TEST(Runs, SuchACloseOfAnybodyElseIsIgnored) {
  constexpr auto by_anna = [] {
    return judged(trace<students>().stages(0, 4).stage(4).add(anna, act::self_assess{}).add(anna, act::close{}));
  };
  BALINT_CHECK(by_anna().is(verdict::departs, {{20, code::wrong_stage, "stage_order", 1, "assessment"},
                                               {21, code::wrong_stage, "stage_order", 1, "assessment"}}));
  BALINT_CHECK(!by_anna().then().is_over() && by_anna().then().is_in<stage::assessment>());
}

// ---- pressed twice --------------------------------------------------------------------------------------------------

TEST(Runs, AMoveMayBePressedThrice) {
  constexpr auto thrice = [] {
    return judged(
        trace<students>().stages(0, 1).add(lead, act::advance{}).add(lead, act::advance{}).stages(1, 5).last());
  };
  BALINT_CHECK(thrice().is(verdict::conforming, {{5, code::repeated, "", 2}}) && thrice().by.record_faults() == 2);
}

TEST(Runs, AnAdvanceAndACutPressedAfterEachOtherAreTwoFindings) {
  constexpr auto both = [] {
    return judged(trace<students>().stages(0, 1).add(lead, act::cut_short{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(both().is(verdict::in_progress, {{5, code::repeated, ""}, {6, code::repeated, ""}}));
}

TEST(Runs, AMoveIsPressedTwiceOnlyRightAfterwards) {
  constexpr auto later = [] {
    return judged(
        trace<students>().stages(0, 1).add(lead, act::advance{}).add(lead, act::refocus{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(later().is(verdict::different,
                          {{5, code::repeated, ""}, {7, code::stage_skipped, "stage_order", 1, "selection"}}));
}

TEST(Runs, AMovePressedTwiceFindsNoFlagThatWasFoundBefore) {
  constexpr auto flagged = [] {
    return judged(trace<students>().add(anna, act::flag{}, respect).stages(0, 1).add(lead, act::advance{}));
  };
  BALINT_CHECK(flagged().is(verdict::departs, {{5, code::flag_open, "leader_enforces"}, {6, code::repeated, ""}}));
  BALINT_CHECK(flagged().then().is_in<stage::selection>());
}

}  // namespace runs_test
