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
  BALINT_CHECK(name_of(verdict::different) == "different" && name_of(verdict::rule_violation) == "rule_violation");
  BALINT_CHECK(name_of(verdict::terminated) == "terminated" && name_of(verdict::in_progress) == "in_progress");
  BALINT_CHECK(name_of(verdict::conforming) == "conforming");
}

TEST(Verdict, IsCleanWhereNothingWasFound) {
  BALINT_CHECK(is_clean(verdict::conforming) && is_clean(verdict::in_progress) && is_clean(verdict::terminated));
  BALINT_CHECK(!is_clean(verdict::different) && !is_clean(verdict::rule_violation));
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

TYPED_TEST(Verdict, RuleViolation_ComesBeforeTerminatedInProgressAndConforming) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>().add(anna, act::refocus{}).add(lead, act::terminate{}))
                   .is(verdict::rule_violation, {{1, code::wrong_role, "roles"}}));
  BALINT_CHECK(
      judged(trace<P>().add(anna, act::refocus{})).is(verdict::rule_violation, {{1, code::wrong_role, "roles"}}));
  BALINT_CHECK(judged(trace<P>().add(anna, act::refocus{}).whole())
                   .is(verdict::rule_violation, {{1, code::wrong_role, "roles"}}));
}

TYPED_TEST(Verdict, Different_AnEmptyStageThatWasLeft_STG8) {
  using P = TypeParam;
  BALINT_CHECK(judged(trace<P>().add(lead, act::advance{})).by.verdict() == verdict::different);
}

TYPED_TEST(Verdict, Different_ComesBeforeRuleViolationAndTerminated_STG8) {
  using P = TypeParam;
  BALINT_CHECK(
      judged(trace<P>().add(anna, act::refocus{}).add(lead, act::advance{}).add(lead, act::terminate{})).by.verdict() ==
      verdict::different);
}

TYPED_TEST(Verdict, Different_ACloseBeforeTheLastStage_STG8) {
  using P = TypeParam;
  BALINT_CHECK(
      judged(trace<P>().add(lead, act::close{})).is(verdict::different, {{1, code::wrong_stage, "stage_order"}}));
  BALINT_CHECK(judged(trace<P>().add(lead, act::close{})).by.session().end() == ending::closed);
}

using students = student_group;

TEST(Verdict, Different_AWrongStageOfAnyActButAdvance_STG8) {
  BALINT_CHECK(judged(trace<students>().stages(0, 1).add(anna, act::present_case{}))
                   .is(verdict::different, {{5, code::wrong_stage, "stage_order"}}));
  BALINT_CHECK(judged(trace<students>().add(boris, act::propose{}))
                   .is(verdict::different, {{1, code::wrong_stage, "stage_order"}}));
}

TEST(Verdict, RuleViolation_AnAdvanceInStage6IsNothingDifferent_STG8) {
  constexpr auto judgement = [] { return judged(trace<students>().stages(0, 5).add(lead, act::advance{}).last()); };
  BALINT_CHECK(judgement().by.verdict() == verdict::rule_violation);
  BALINT_CHECK(judgement().by.sink()[0].code == code::wrong_stage && judgement().by.sink().size() == 1);
}

TEST(Verdict, Different_AStageInWhichNoActButAskAndAnswerTookEffect_STG8) {
  constexpr auto without_story = [] { return trace<students>().stages(0, 2).add(lead, act::advance{}); };
  BALINT_CHECK(judged(without_story()).by.verdict() == verdict::different);
  BALINT_CHECK(
      judged(trace<students>().stages(0, 2).add(boris, act::ask{}).add(anna, act::answer{}).add(lead, act::advance{}))
          .by.verdict() == verdict::different);
}

TEST(Verdict, RuleViolation_AStageInWhichAnActTookEffectOrSomebodyPassed_STG8) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::present_case{}).add(lead, act::advance{}))
                   .is(verdict::rule_violation, {{2, code::stage_incomplete, "everyone_takes_part"}}));
  BALINT_CHECK(judged(trace<students>().add(anna, act::pass{}).add(lead, act::advance{}))
                   .is(verdict::rule_violation, {{2, code::stage_incomplete, "everyone_takes_part"}}));
}

TEST(Verdict, Different_ActsOutsideTheStagesDoNotFillAStage_STG8) {
  BALINT_CHECK(judged(trace<students>()
                          .add(lead, act::refocus{})
                          .add(watcher, act::note{})
                          .add(boris, act::drop{})
                          .add(lead, act::advance{}))
                   .by.verdict() == verdict::different);
}

TEST(Verdict, Different_AStageLeftEmptyCountsOntoAnEarlierFindingToo_STG8) {
  constexpr auto two_in_a_row = [] {
    return judged(trace<students>().add(anna, act::present_case{}).add(lead, act::advance{}).add(lead, act::advance{}));
  };
  BALINT_CHECK(two_in_a_row().is(verdict::different, {{2, code::stage_incomplete, "everyone_takes_part", 2}}));
}

TEST(Verdict, RuleViolation_ForAnyOtherFinding) {
  BALINT_CHECK(judged(trace<students>()
                          .stages(0, 5)
                          .add(watcher, act::flag{}, rule_of<students, rule::respect>)
                          .add(lead, act::remind{}, rule_of<students, rule::respect>)
                          .last())
                   .by.verdict() == verdict::rule_violation);
}

}  // namespace verdict_test
