// SPDX-License-Identifier: MIT
// Leaving a stage: what a cut leaves owed, and how often an open flag is found.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace leaving_test {

using students = student_group;
constexpr rule_id respect = rule_of<students, rule::respect>;
constexpr rule_id memory = rule_of<students, rule::from_memory>;

// ---- cut short ------------------------------------------------------------------------------------------------------

TEST(Leaving, CutShort_AStageWorkedInOwesNoTurns_RUL4) {
  constexpr auto presented = [] {
    return judged(trace<students>().add(anna, act::present_case{}).add(lead, act::cut_short{}));
  };
  BALINT_CHECK(presented().is(verdict::in_progress) && presented().then().is_in<stage::selection>());
  constexpr auto weighed = [] {
    return judged(trace<students>().stages(0, 4).add(boris, act::assess{}, option_id{1}).add(lead, act::cut_short{}));
  };
  BALINT_CHECK(weighed().is(verdict::in_progress) && weighed().then().is_in<stage::self_assessment>());
}

TEST(Leaving, CutShort_AStageNotWorkedInOwesAll_STG8) {
  BALINT_CHECK(judged(trace<students>().add(lead, act::refocus{}).add(lead, act::cut_short{}))
                   .is(verdict::different, {{2, code::stage_skipped, "stage_order", 1, "presentation"}}));
  BALINT_CHECK(judged(trace<students>().stages(0, 4).add(lead, act::refocus{}).add(lead, act::cut_short{}))
                   .is(verdict::different, {{17, code::stage_skipped, "stage_order", 1, "assessment"}}));
}

TEST(Leaving, CutShort_WhatIsOwedOnceAndACaseStayOwed) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::pass{}).add(lead, act::cut_short{}))
                   .is(verdict::departs, {{2, code::stage_incomplete, "everyone_takes_part", 1, "presentation"}}));
  BALINT_CHECK(judged(trace<students>().stages(0, 1).add(anna, act::vote{}, case_id{anna}).add(lead, act::cut_short{}))
                   .is(verdict::departs, {{6, code::stage_incomplete, "stage_order", 1, "selection"}}));
  BALINT_CHECK(judged(trace<students>().stages(0, 2).add(boris, act::ask{}).add(lead, act::cut_short{}))
                   .is(verdict::departs, {{11, code::too_early, "stage_order"},
                                          {12, code::stage_incomplete, "stage_order", 1, "story"}}));
}

TEST(Leaving, CutShort_IsShownAsAnAdvisoryAndChangesNoVerdict_RUL4) {
  constexpr auto cut = [] {
    return judged(trace<students>().stages(0, 3).add(boris, act::propose{}).add(lead, act::cut_short{}));
  };
  constexpr auto is_shown = [=] {
    for (const auto& one : cut().by.advisories()) {
      if (one.code == advisory_code::cut_short) return true;
    }
    return false;
  };
  BALINT_CHECK(cut().is(verdict::in_progress) && is_shown());
}

// ---- open flags -----------------------------------------------------------------------------------------------------

TEST(Leaving, FlagOpen_IsFoundOnceUntilAReminder_RUL6) {
  constexpr auto flagged = [] { return trace<students>().add(anna, act::flag{}, respect).stages(0, 2); };
  BALINT_CHECK(judged(flagged()).is(verdict::departs, {{5, code::flag_open, "leader_enforces", 1, "presentation"}}));
  // The event after the reminder is the 13th.
  constexpr auto once_more = [=] {
    return judged(flagged().add(lead, act::remind{}, respect).add(boris, act::flag{}, respect).stages(2, 3));
  };
  BALINT_CHECK(once_more().is(verdict::departs, {{5, code::flag_open, "leader_enforces", 1, "presentation"},
                                                 {15, code::flag_open, "leader_enforces", 1, "story"}}));
}

TEST(Leaving, FlagOpen_IsFoundAnewWhereTheRuleIsFlaggedAgain_RUL6) {
  constexpr auto again = [](rule_id rule) {
    return judged(
        trace<students>().add(anna, act::flag{}, respect).stages(0, 1).add(boris, act::flag{}, rule).stages(1, 2));
  };
  BALINT_CHECK(again(respect).is(verdict::departs, {{5, code::flag_open, "leader_enforces", 1, "presentation"},
                                                    {12, code::flag_open, "leader_enforces", 1, "selection"}}));
  BALINT_CHECK(again(memory).is(verdict::departs, {{5, code::flag_open, "leader_enforces", 1, "presentation"},
                                                   {12, code::flag_open, "leader_enforces", 1, "selection"}}));
  BALINT_CHECK(again(memory).by.sink()[1].behind.rules.bits() == (std::uint64_t{1} << memory.index));
}

TEST(Leaving, FlagOpen_AMoveWithoutAFindingIsNotAcceptedAndMovesNoClock) {
  constexpr auto moved = [] {
    return judged(trace<students>()
                      .add(anna, act::flag{}, respect, instant{1})
                      .stages(0, 1)
                      .stage(1)
                      .add(lead, act::advance{}, instant{9}));
  };
  BALINT_CHECK(moved().is(verdict::departs, {{5, code::flag_open, "leader_enforces"}}));
  BALINT_CHECK(moved().then().is_in<stage::story>() && moved().then().snapshot().state.last_at == instant{1});
}

}  // namespace leaving_test
