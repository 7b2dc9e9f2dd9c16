// SPDX-License-Identifier: MIT
// One fault, one finding: the like in a row is counted onto the finding and is none of its own.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace times_test {

using students = student_group;

TEST(Times, TheLikeInARowIsCountedOntoTheFirst) {
  constexpr auto thrice = [] {
    return judged(trace<students>().add(anna, act::refocus{}).add(boris, act::refocus{}).add(anna, act::refocus{}));
  };
  BALINT_CHECK(thrice().is(verdict::departs, {{1, code::wrong_role, "roles", 3}}));
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
                   .is(verdict::departs, {{1, code::wrong_role, "roles"},
                                          {2, code::unknown_person, "closed_group"},
                                          {3, code::wrong_role, "roles"}}));
}

TEST(Times, AnotherActIsAnotherFinding) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::refocus{}).add(anna, act::note{}))
                   .is(verdict::departs, {{1, code::wrong_role, "roles"}, {2, code::wrong_role, "roles"}}));
}

TEST(Times, WhoAndOnWhatMakeNoDifference) {
  constexpr auto twice = [] {
    return judged(
        trace<students>().stages(0, 1).add(anna, act::vote{}, case_id{lead}).add(boris, act::vote{}, case_id{watcher}));
  };
  BALINT_CHECK(twice().is(verdict::in_progress, {{5, code::unknown_target, "", 2}}));
}

TEST(Times, AnAcceptedActOfAStageEndsTheRun) {
  BALINT_CHECK(
      judged(trace<students>().add(anna, act::refocus{}).add(anna, act::present_case{}).add(anna, act::refocus{}))
          .is(verdict::departs, {{1, code::wrong_role, "roles"}, {3, code::wrong_role, "roles"}}));
}

TEST(Times, AnAcceptedActOutsideTheStagesDoesNot) {
  BALINT_CHECK(judged(trace<students>()
                          .add(anna, act::refocus{})
                          .add(lead, act::refocus{})
                          .add(watcher, act::note{})
                          .add(boris, act::pass{})
                          .add(clara, act::drop{})
                          .add(anna, act::refocus{}))
                   .is(verdict::departs, {{1, code::wrong_role, "roles", 2}}));
}

TEST(Times, AnIgnoredActOfAStageDoesNot) {
  BALINT_CHECK(judged(trace<students>()
                          .add(anna, act::present_case{})
                          .add(anna, act::present_case{})
                          .add(anna, act::present_case{}))
                   .is(verdict::in_progress, {{2, code::repeated, "", 2}}));
}

TEST(Times, AForcedSelectionDoesNotEndTheRun) {
  constexpr auto forced_thrice = [] {
    return judged(trace<students>()
                      .stages(0, 1)
                      .add(lead, act::select_case{}, case_id{anna})
                      .add(lead, act::select_case{}, case_id{boris})
                      .add(lead, act::select_case{}, case_id{clara}));
  };
  BALINT_CHECK(forced_thrice().is(verdict::departs, {{5, code::too_early, "stage_order"}, {6, code::repeated, "", 2}}));
  BALINT_CHECK(forced_thrice().by.session().presenter() == clara);
}

TEST(Times, AnActThatIsJudgedAgainAndAcceptedDoes) {
  constexpr auto unrecorded = [] {
    return judged(trace<students>()
                      .add(anna, act::present_case{})
                      .add(boris, act::pass{})
                      .add(clara, act::pass{})
                      .add(lead, act::advance{})
                      .add(anna, act::vote{}, case_id{boris})
                      .add(boris, act::vote{}, case_id{clara}));
  };
  BALINT_CHECK(unrecorded().is(verdict::in_progress, {{5, code::unknown_target, ""}, {6, code::unknown_target, ""}}));
}

TEST(Times, WrongStage_AnActOfAnotherStageIsNot) {
  constexpr auto late = [] {
    return judged(
        trace<students>().stages(0, 3).add(boris, act::ask{}).add(anna, act::present_case{}).add(boris, act::ask{}));
  };
  BALINT_CHECK(late().is(verdict::departs, {{13, code::wrong_stage, "stage_order"},
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

TEST(Times, SessionOver_OneFindingForTheSameActAgainAndAgain) {
  constexpr auto after = [] {
    return judged(trace<students>()
                      .add(lead, act::terminate{})
                      .add(anna, act::present_case{})
                      .add(boris, act::present_case{})
                      .add(lead, act::advance{}));
  };
  BALINT_CHECK(
      after().is(verdict::departs, {{2, code::session_over, "leader_may_terminate", 2}, {4, code::session_over, ""}}));
}

TEST(Times, UnknownAct_TheSameUnknownActIsTheLike) {
  constexpr act_id<students> unknown{act_count<students>};
  constexpr act_id<students> other{act_count<students> + 1};
  BALINT_CHECK(judged(trace<students>()
                          .add(detail::raw_event<students>({.by = anna, .act = unknown}))
                          .add(detail::raw_event<students>({.by = boris, .act = unknown}))
                          .add(detail::raw_event<students>({.by = anna, .act = other})))
                   .is(verdict::in_progress, {{1, code::unknown_act, "", 2}, {3, code::unknown_act, ""}}));
}

TEST(Times, FindingsOfTheGroupAreNeverCountedOnto) {
  constexpr auto errors = [] {
    auto people = people_of<students>();
    people[1].agrees = consent::refused;
    return judged<students>(trace<students>().add(anna, act::refocus{}), form<students>(people));
  };
  BALINT_CHECK(errors().is(verdict::departs, {{0, code::not_voluntary, "voluntary"}, {1, code::wrong_role, "roles"}}));
}

}  // namespace times_test
