// SPDX-License-Identifier: MIT
// Verdicts: their order, their names, and the traces that earn them.
#include <balint/conformance/verdict.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace verdict_test {

template <typename P>
class Verdict : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Verdict, protocols);

TEST(Verdict, HasANameAsLogsWriteIt) {
  BALINT_CHECK(name_of(verdict::different) == "different" && name_of(verdict::departs) == "departs");
  BALINT_CHECK(name_of(verdict::terminated) == "terminated" && name_of(verdict::in_progress) == "in_progress");
  BALINT_CHECK(name_of(verdict::conforming) == "conforming");
}

TEST(Verdict, IsCleanWhereNothingWasFound) {
  BALINT_CHECK(is_clean(verdict::conforming) && is_clean(verdict::in_progress) && is_clean(verdict::terminated));
  BALINT_CHECK(!is_clean(verdict::different) && !is_clean(verdict::departs));
}

TYPED_TEST(Verdict, Conforming_AWholeSession) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>().whole()).is(verdict::conforming));
}

TYPED_TEST(Verdict, InProgress_AnySessionThatGoesOn) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>()).is(verdict::in_progress));
  BALINT_CHECK(judged(trace<P>().stages(0, 2)).is(verdict::in_progress));
  BALINT_CHECK(judged(trace<P>().stages(0, P::order::size - 1).stage(P::order::size - 1)).is(verdict::in_progress));
}

TYPED_TEST(Verdict, Terminated_ByTheLeaderAtAnyTime_RUL4) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>().add(lead, act::terminate{})).is(verdict::terminated));
  BALINT_CHECK(judged(trace<P>().stages(0, 2).add(lead, act::terminate{})).is(verdict::terminated));
}

TYPED_TEST(Verdict, Departs_ComesBeforeTerminatedInProgressAndConforming) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>().add(anna, act::refocus{}).add(lead, act::terminate{}))
                   .is(verdict::departs, {{1, code::wrong_role, "roles"}}));
  BALINT_CHECK(judged(trace<P>().add(anna, act::refocus{})).is(verdict::departs, {{1, code::wrong_role, "roles"}}));
  BALINT_CHECK(
      judged(trace<P>().add(anna, act::refocus{}).whole()).is(verdict::departs, {{1, code::wrong_role, "roles"}}));
}

TYPED_TEST(Verdict, Different_AStageThatWasLeftOut_STG8) {
  using P = TypeParam;
  constexpr auto left_out = [] { return trace<P>().stages(0, 1).add(lead, act::refocus{}).add(lead, act::advance{}); };
  BALINT_CHECK(judged(left_out()).by.verdict() == verdict::different);
  BALINT_CHECK(judged(left_out().add(anna, act::refocus{}).add(lead, act::terminate{})).by.verdict() ==
               verdict::different);
}

TYPED_TEST(Verdict, Different_ACloseBeforeTheLastStage_STG8) {
  using P = TypeParam;
  constexpr auto early = [] { return judged(trace<P>().add(lead, act::close{})); };
  BALINT_CHECK(early().by.verdict() == verdict::different && early().by.session().end() == ending::closed);
  BALINT_CHECK(early().by.sink()[0].code == code::wrong_stage && early().by.sink()[1].code == code::stage_skipped);
}

using students = student_group;
constexpr rule_id respect = rule_of<students, rule::respect>;

TEST(Verdict, Departs_ALoneActOutOfTurn_STG8) {
  BALINT_CHECK(judged(trace<students>().add(boris, act::propose{}))
                   .is(verdict::departs, {{1, code::wrong_stage, "stage_order"}}));
}

TEST(Verdict, Conforming_WhateverIsWrongWithTheRecordAlone) {
  constexpr auto once_more = [] { return judged(trace<students>().stages(0, 5).add(lead, act::advance{}).last()); };
  BALINT_CHECK(once_more().by.verdict() == verdict::conforming && once_more().by.record_faults() == 1);
}

TEST(Verdict, Conforming_WhereAFlagIsAnswered_RUL6) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::flag{}, respect).add(lead, act::remind{}, respect).whole())
                   .is(verdict::conforming));
}

TEST(Verdict, Departs_AStageInWhichAnActTookEffectOrSomebodyPassed_STG8) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::present_case{}).add(lead, act::advance{}))
                   .is(verdict::departs, {{2, code::stage_incomplete, "everyone_takes_part"}}));
  BALINT_CHECK(judged(trace<students>().add(anna, act::pass{}).add(lead, act::advance{}))
                   .is(verdict::departs, {{2, code::stage_incomplete, "everyone_takes_part"}}));
}

TEST(Verdict, Departs_AStageInWhichAQuestionCameTooEarly_STG8) {
  BALINT_CHECK(judged(trace<students>().stages(0, 2).add(boris, act::ask{}).add(lead, act::advance{}))
                   .is(verdict::departs, {{11, code::too_early, "stage_order"},
                                          {12, code::stage_incomplete, "stage_order", 1, "story"}}));
}

TEST(Verdict, Different_ActsOutsideTheStagesDoNotFillAStage_STG8) {
  BALINT_CHECK(judged(trace<students>()
                          .add(lead, act::refocus{})
                          .add(watcher, act::note{})
                          .add(boris, act::drop{})
                          .add(lead, act::advance{}))
                   .is(verdict::different, {{4, code::stage_skipped, "stage_order", 1, "presentation"}}));
}

}  // namespace verdict_test
