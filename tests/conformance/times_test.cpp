// SPDX-License-Identifier: MIT
// One fault, one finding: the like in a row is counted onto the finding and is none of its own.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace times_test {

using students = student_group;
using staff = staff_group;
constexpr rule_id respect = rule_of<students, rule::respect>;
constexpr rule_id memory = rule_of<students, rule::from_memory>;

TEST(Times, TheLikeInARowIsCountedOntoTheFirst) {
  constexpr auto thrice = [] {
    return judged(trace<students>().add(anna, act::refocus{}).add(boris, act::refocus{}).add(anna, act::refocus{}));
  };
  BALINT_CHECK(thrice().is(verdict::rule_violation, {{1, code::wrong_role, "roles", 3}}));
}

TEST(Times, TheSinkIsToldAgainWithOneMore) {
  constexpr auto thrice = [] {
    return judged(trace<students>().add(anna, act::refocus{}).add(boris, act::refocus{}).add(anna, act::refocus{}));
  };
  BALINT_CHECK(thrice().by.sink().told() == 3 && thrice().by.sink().size() == 1);
  BALINT_CHECK(thrice().by.sink()[0].what.by == anna && thrice().by.sink()[0].event == 1);
}

TEST(Times, AnotherCodeIsAnotherFinding) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::refocus{}).add(nobody, act::refocus{}).add(anna, act::refocus{}))
                   .is(verdict::rule_violation, {{1, code::wrong_role, "roles"},
                                                 {2, code::unknown_person, "closed_group"},
                                                 {3, code::wrong_role, "roles"}}));
}

TEST(Times, AnotherActIsAnotherFinding) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::refocus{}).add(anna, act::note{}))
                   .is(verdict::rule_violation, {{1, code::wrong_role, "roles"}, {2, code::wrong_role, "roles"}}));
}

TEST(Times, WhoAndOnWhatMakeNoDifference) {
  constexpr auto twice = [] {
    return judged(
        trace<students>().stages(0, 1).add(anna, act::vote{}, case_id{lead}).add(boris, act::vote{}, case_id{watcher}));
  };
  BALINT_CHECK(twice().is(verdict::rule_violation, {{5, code::unknown_target, "roles", 2}}));
}

TEST(Times, AnAcceptedActOfAStageEndsTheRun) {
  BALINT_CHECK(
      judged(trace<students>().add(anna, act::refocus{}).add(anna, act::present_case{}).add(anna, act::refocus{}))
          .is(verdict::rule_violation, {{1, code::wrong_role, "roles"}, {3, code::wrong_role, "roles"}}));
}

TEST(Times, AnAcceptedActOutsideTheStagesDoesNot) {
  BALINT_CHECK(judged(trace<students>()
                          .add(anna, act::refocus{})
                          .add(lead, act::refocus{})
                          .add(watcher, act::note{})
                          .add(boris, act::pass{})
                          .add(clara, act::drop{})
                          .add(anna, act::refocus{}))
                   .is(verdict::rule_violation, {{1, code::wrong_role, "roles", 2}}));
}

TEST(Times, AnIgnoredActOfAStageDoesNot) {
  BALINT_CHECK(judged(trace<students>()
                          .add(anna, act::present_case{})
                          .add(anna, act::present_case{})
                          .add(anna, act::present_case{}))
                   .is(verdict::rule_violation, {{2, code::repeated, "stage_order", 2}}));
}

TEST(Times, AForcedAdvanceDoesNotEndTheRun) {
  constexpr auto unsupervised = [] {
    return judged(
        trace<staff>().add(watcher, act::drop{}).stage(0).add(lead, act::advance{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(unsupervised().is(verdict::rule_violation, {{6, code::supervisor_absent, "supervisor_present", 2}}));
}

TEST(Times, AForcedAdvanceInEachStageIsAFindingEachWhereActsOfAStageComeBetween) {
  constexpr auto unsupervised = [] { return judged(trace<staff>().add(watcher, act::drop{}).stages(0, 2)); };
  BALINT_CHECK(unsupervised().is(verdict::rule_violation, {{6, code::supervisor_absent, "supervisor_present"},
                                                           {13, code::supervisor_absent, "supervisor_present"}}));
}

TEST(Times, AForcedSelectionDoesNotEndTheRun) {
  constexpr auto forced_twice = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(lead, act::select_case{}, case_id{anna})
                      .add(lead, act::select_case{}, case_id{boris}));
  };
  BALINT_CHECK(forced_twice().is(verdict::rule_violation, {{5, code::too_early, "stage_order", 2}}));
  BALINT_CHECK(forced_twice().by.session().presenter() == boris);
}

TEST(Times, AnEventAppliedAfterASkipEndsTheRun) {
  constexpr auto back_and_forth = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(anna, act::refocus{})
                      .add(anna, act::tell_story{})
                      .add(anna, act::refocus{}));
  };
  BALINT_CHECK(back_and_forth().is(
      verdict::different,
      {{5, code::wrong_role, "roles"}, {6, code::wrong_stage, "stage_order"}, {7, code::wrong_role, "roles"}}));
}

TEST(Times, AnEventAppliedWithThePresenterTakenFromTheStoryEndsTheRun) {
  constexpr auto told = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(lead, act::advance{})
                      .add(watcher, act::tell_story{})
                      .add(boris, act::tell_story{})
                      .add(anna, act::tell_story{}));
  };
  BALINT_CHECK(told().is(verdict::different, {{5, code::stage_incomplete, "everyone_takes_part"},
                                              {6, code::wrong_role, "roles"},
                                              {8, code::wrong_role, "roles"}}));
}

TEST(Times, WrongStage_AnyActOfTheSameStageIsTheLike) {
  constexpr auto late = [] {
    return judged(
        trace<students>().stages(0, 3).add(boris, act::ask{}).add(anna, act::answer{}).add(anna, act::tell_story{}));
  };
  BALINT_CHECK(late().is(verdict::different, {{13, code::wrong_stage, "stage_order", 3}}));
}

TEST(Times, WrongStage_AnActOfAnotherStageIsNot) {
  constexpr auto late = [] {
    return judged(
        trace<students>().stages(0, 3).add(boris, act::ask{}).add(anna, act::present_case{}).add(boris, act::ask{}));
  };
  BALINT_CHECK(late().is(verdict::different, {{13, code::wrong_stage, "stage_order"},
                                              {14, code::wrong_stage, "stage_order"},
                                              {15, code::wrong_stage, "stage_order"}}));
}

TEST(Times, WrongStage_AdvancesInStage6AreAlikeAndNotLikeActsOfAStage) {
  constexpr auto on_and_on = [] {
    return judged(
        trace<students>().stages(0, 5).add(lead, act::advance{}).add(lead, act::advance{}).add(boris, act::ask{}));
  };
  BALINT_CHECK(on_and_on().by.sink().size() == 2 && on_and_on().by.sink()[0].times == 2 &&
               on_and_on().by.sink()[1].times == 1);
}

TEST(Times, SkipsToLaterStagesAreAFindingEach) {
  constexpr auto skips = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(anna, act::tell_story{})
                      .add(boris, act::propose{})
                      .add(anna, act::self_assess{}));
  };
  BALINT_CHECK(skips().is(verdict::different, {{5, code::wrong_stage, "stage_order"},
                                               {6, code::wrong_stage, "stage_order"},
                                               {7, code::wrong_stage, "stage_order"}}));
}

TEST(Times, Flagged_TheSameRuleIsTheLike_RUL6) {
  BALINT_CHECK(judged(trace<students>().add(watcher, act::flag{}, respect).add(lead, act::flag{}, respect))
                   .is(verdict::rule_violation, {{1, code::flagged, "respect", 2}}));
}

TEST(Times, Flagged_AnotherRuleIsNot_RUL6) {
  BALINT_CHECK(
      judged(trace<students>()
                 .add(watcher, act::flag{}, respect)
                 .add(watcher, act::flag{}, memory)
                 .add(watcher, act::flag{}, respect))
          .is(verdict::rule_violation,
              {{1, code::flagged, "respect"}, {2, code::flagged, "from_memory"}, {3, code::flagged, "respect"}}));
}

TEST(Times, Flagged_AReminderBetweenDoesNotEndTheRun_RUL6) {
  BALINT_CHECK(judged(trace<students>()
                          .add(watcher, act::flag{}, respect)
                          .add(lead, act::remind{}, respect)
                          .add(watcher, act::flag{}, respect))
                   .is(verdict::rule_violation, {{1, code::flagged, "respect", 2}}));
}

TEST(Times, Flagged_StandsBetweenTwoRefusalsAsAnyFindingDoes) {
  BALINT_CHECK(
      judged(trace<students>().add(anna, act::refocus{}).add(watcher, act::flag{}, respect).add(anna, act::refocus{}))
          .is(verdict::rule_violation,
              {{1, code::wrong_role, "roles"}, {2, code::flagged, "respect"}, {3, code::wrong_role, "roles"}}));
}

TEST(Times, SessionOver_OneFindingForTheSameActAgainAndAgain) {
  constexpr auto after = [] {
    return judged(trace<students>()
                      .add(lead, act::terminate{})
                      .add(anna, act::present_case{})
                      .add(boris, act::present_case{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(after().is(verdict::rule_violation,
                          {{2, code::session_over, "stage_order", 2}, {4, code::session_over, "stage_order"}}));
}

TEST(Times, UnknownAct_TheSameUnknownActIsTheLike) {
  constexpr act_id unknown{act_count<students>};
  constexpr act_id other{act_count<students> + 1};
  BALINT_CHECK(judged(trace<students>()
                          .add({.by = anna, .act = unknown})
                          .add({.by = boris, .act = unknown})
                          .add({.by = anna, .act = other}))
                   .is(verdict::rule_violation,
                       {{1, code::unknown_act, "stage_order", 2}, {3, code::unknown_act, "stage_order"}}));
}

TEST(Times, StageIncomplete_OfTwoStagesInARowIsCountedWithTheRuleOfTheFirst) {
  constexpr auto two = [] {
    return judged(trace<students>().stages(0, 1).add(lead, act::advance{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(two().is(verdict::different, {{5, code::stage_incomplete, "everyone_takes_part", 2}}));
}

TEST(Times, FindingsOfTheGroupAreNeverCountedOnto) {
  constexpr auto errors = [] {
    auto people = people_of<students>();
    people[1].agrees = consent::refused;
    return judged<students>(trace<students>().add(anna, act::refocus{}), form<students>(people));
  };
  BALINT_CHECK(
      errors().is(verdict::rule_violation, {{0, code::not_voluntary, "voluntary"}, {1, code::wrong_role, "roles"}}));
}

}  // namespace times_test
