// SPDX-License-Identifier: MIT
// The acts outside the stages: open, advance, cut_short, close, terminate, pass, withdraw, drop, rejoin, remind,
// refocus, flag, note.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace acts_throughout_test {

template <typename P>
class ActsThroughout : public testing::Test {};
using six_stage_groups = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(ActsThroughout, six_stage_groups);

/// Whether something holds on entering each of the six stages.
template <typename P, typename F>
constexpr bool in_every_stage(F holds) {
  scene<P> s;
  for (std::size_t i = 0; i < P::order::size; ++i) {
    if (!holds(s)) return false;
    if (i + 1 < P::order::size) s.left();
  }
  return s.is_sound();
}
template <typename P>
constexpr rule_id respect = rule_of<P, rule::respect>;
template <typename P>
constexpr rule_id memory = rule_of<P, rule::from_memory>;

// ---- advance, close, terminate --------------------------------------------------------------------------------------

TYPED_TEST(ActsThroughout, Advance_IsForTheActingLeaderAlone_RUL5) {
  using P = TypeParam;
  constexpr auto ready = [] { return fulfilled<P, stage::presentation>(); };
  BALINT_CHECK(ready().accepts(lead, act::advance{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, anna, act::advance{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, deputy, act::advance{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, watcher, act::advance{}));
}

TYPED_TEST(ActsThroughout, Advance_GoesThroughTheSixStagesInOrder_STG8) {
  using P = TypeParam;
  constexpr auto goes_on = [] {
    scene<P> s;
    for (std::uint8_t i = 0; i + 1U < P::order::size; ++i) {
      if (s->stage() != stage_id<P>{i}) return false;
      s.left();
    }
    return s.is_sound() && s->template is_in<stage::self_assessment>();
  };
  BALINT_CHECK(goes_on());
}

TYPED_TEST(ActsThroughout, Advance_IsNoActOfStage6_STG8) {
  using P = TypeParam;
  BALINT_CHECK(fulfilled<P, stage::self_assessment>().refuses(code::wrong_stage, lead, act::advance{}));
  BALINT_CHECK(entering<P, stage::self_assessment>().refuses(code::wrong_stage, anna, act::advance{}));
}

TYPED_TEST(ActsThroughout, Close_IsForTheActingLeaderAlone_RUL5) {
  using P = TypeParam;
  constexpr auto ready = [] { return fulfilled<P, stage::self_assessment>(); };
  BALINT_CHECK(ready().accepts(lead, act::close{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, anna, act::close{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, deputy, act::close{}));
  BALINT_CHECK(ready().refuses(code::wrong_role, watcher, act::close{}));
  BALINT_CHECK(ready().did(lead, act::close{})->end() == ending::closed);
}

TYPED_TEST(ActsThroughout, Close_IsAnActOfStage6Alone_STG6) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) {
    const bool is_last = s->template is_in<stage::self_assessment>();
    return is_last ||
           (s.refuses(code::wrong_stage, lead, act::close{}) && s.refuses(code::wrong_stage, anna, act::close{}));
  }));
}

TYPED_TEST(ActsThroughout, Terminate_EndsTheSessionFromEveryStage_RUL4) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](auto s) {
    return s.accepts(lead, act::terminate{}) && s.did(lead, act::terminate{})->end() == ending::terminated &&
           s->is_over();
  }));
}

TYPED_TEST(ActsThroughout, Terminate_EndsTheSessionFromAnyState_RUL4) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::story>().did(watcher, act::flag{}, respect<P>).accepts(lead, act::terminate{}));
  BALINT_CHECK(entering<P, stage::story>()
                   .did(watcher, act::withdraw{})
                   .did(anna, act::withdraw{})
                   .accepts(lead, act::terminate{}));
}

TYPED_TEST(ActsThroughout, Terminate_IsForTheActingLeaderAlone_RUL4) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::terminate{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::terminate{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::terminate{}));
  BALINT_CHECK(scene<P>().did(lead, act::drop{}).accepts(deputy, act::terminate{}));
}

TYPED_TEST(ActsThroughout, Terminate_IsForAnyParticipantWhileNobodyLeads_RUL4) {
  using P = TypeParam;
  constexpr auto unled = [] { return scene<P>().did(lead, act::drop{}).did(deputy, act::drop{}); };
  BALINT_CHECK(unled()->acting_leader() == nobody);
  BALINT_CHECK(unled().accepts(anna, act::terminate{}) && unled().accepts(boris, act::terminate{}));
  BALINT_CHECK(unled().refuses(code::wrong_role, watcher, act::terminate{}));
  BALINT_CHECK(unled().refuses(code::absent, lead, act::terminate{}));
  BALINT_CHECK(unled().did(deputy, act::rejoin{}).refuses(code::wrong_role, anna, act::terminate{}));
  BALINT_CHECK(unled().refuses(code::wrong_role, anna, act::refocus{}));
}

// ---- open, cut_short, take_lead -------------------------------------------------------------------------------------

TYPED_TEST(ActsThroughout, Open_IsForTheActingLeaderBeforeAnyAcceptedEvent) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().accepts(lead, act::open{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::open{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::open{}));
  BALINT_CHECK(scene<P>().did(lead, act::open{}).refuses(code::repeated, lead, act::open{}));
  BALINT_CHECK(scene<P>().did(watcher, act::note{}).refuses(code::repeated, lead, act::open{}));
  BALINT_CHECK(scene<P>().did(lead, act::drop{}).refuses(code::repeated, deputy, act::open{}));
  BALINT_CHECK(entering<P, stage::story>().refuses(code::repeated, lead, act::open{}));
}

TYPED_TEST(ActsThroughout, Open_IsOptionalAndDischargesNothing) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(lead, act::open{})->first_owed() == scene<P>()->first_owed());
  BALINT_CHECK(fulfilled<P, stage::presentation>().may_go_on());
}

TYPED_TEST(ActsThroughout, CutShort_IsForTheActingLeaderAndNotInStage6_RUL4) {
  using P = TypeParam;
  constexpr auto begun = [] { return scene<P>().did(anna, act::present_case{}); };
  BALINT_CHECK(begun().accepts(lead, act::cut_short{}));
  BALINT_CHECK(begun().refuses(code::wrong_role, anna, act::cut_short{}));
  BALINT_CHECK(begun().refuses(code::wrong_role, watcher, act::cut_short{}));
  BALINT_CHECK(begun().did(lead, act::cut_short{})->template is_in<stage::selection>());
  BALINT_CHECK(entering<P, stage::self_assessment>().refuses(code::wrong_stage, lead, act::cut_short{}));
  BALINT_CHECK(fulfilled<P, stage::presentation>().accepts(lead, act::cut_short{}));
}

TYPED_TEST(ActsThroughout, CutShort_OfAStageWorkedInLeavesEachAndPerOptionOpen_RUL4) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(anna, act::present_case{}).owes("everyone_takes_part"));
  BALINT_CHECK(entering<P, stage::proposals>().did(boris, act::propose{}).owes("everyone_takes_part"));
  BALINT_CHECK(entering<P, stage::proposals>().did(boris, act::propose{}).accepts(lead, act::cut_short{}));
  BALINT_CHECK(entering<P, stage::assessment>().did(boris, act::assess{}, option_id{1}).owes("every_option_weighed"));
  BALINT_CHECK(
      entering<P, stage::assessment>().did(boris, act::assess{}, option_id{1}).accepts(lead, act::cut_short{}));
  BALINT_CHECK(entering<P, stage::assessment>().did(lead, act::assess{}, option_id{1}).accepts(lead, act::cut_short{}));
}

TYPED_TEST(ActsThroughout, CutShort_OfAStageNotWorkedInOwesEverything_STG8) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().owes_even_if_cut("everyone_takes_part"));
  BALINT_CHECK(scene<P>().did(lead, act::refocus{}).did(watcher, act::note{}).owes_even_if_cut("everyone_takes_part"));
  BALINT_CHECK(entering<P, stage::story>().owes_even_if_cut("stage_order"));
  BALINT_CHECK(entering<P, stage::proposals>().owes_even_if_cut("everyone_takes_part"));
  BALINT_CHECK(entering<P, stage::assessment>().owes_even_if_cut("every_option_weighed"));
}

TYPED_TEST(ActsThroughout, CutShort_StillOwesWhatIsOwedOnceAndACaseAndAnOption_STG8) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(anna, act::pass{}).owes_even_if_cut("everyone_takes_part"));
  BALINT_CHECK(scene<P>().did(anna, act::pass{})->template can<act::cut_short>(lead).error().owed.owes == debt::a_case);
  BALINT_CHECK(entering<P, stage::selection>().did(anna, act::vote{}, case_id{boris}).owes_even_if_cut("stage_order"));
  BALINT_CHECK(
      entering<P, stage::proposals>().did(boris, act::pass{})->template can<act::cut_short>(lead).error().owed.owes ==
      debt::an_option);
}

TYPED_TEST(ActsThroughout, CutShort_IsHeldByAFlagAndAnAbsentSupervisor_RUL6_VAR3) {
  using P = TypeParam;
  constexpr auto begun = [] { return scene<P>().did(anna, act::present_case{}); };
  BALINT_CHECK(begun().did(boris, act::flag{}, respect<P>).refuses(code::flag_open, lead, act::cut_short{}));
  if constexpr (std::same_as<P, staff_group>) {
    BALINT_CHECK(begun().did(watcher, act::drop{}).refuses(code::supervisor_absent, lead, act::cut_short{}));
  } else {
    BALINT_CHECK(begun().did(watcher, act::drop{}).accepts(lead, act::cut_short{}));
  }
}

TEST(ActsThroughout, TakeLead_IsForAParticipantWhileNobodyLeads_VAR2) {
  using P = staff_group;
  constexpr auto unled = [] { return entering<P, stage::story>().did(lead, act::drop{}).did(deputy, act::drop{}); };
  BALINT_CHECK(scene<P>().refuses(code::somebody_leads, anna, act::take_lead{}));
  BALINT_CHECK(scene<P>().did(lead, act::drop{}).refuses(code::somebody_leads, anna, act::take_lead{}));
  BALINT_CHECK(unled().refuses(code::wrong_role, anna, act::take_lead{}));  // It is Anna's case.
  BALINT_CHECK(unled().refuses(code::wrong_role, watcher, act::take_lead{}));
  BALINT_CHECK(unled().did(boris, act::take_lead{})->acting_leader() == boris);
  BALINT_CHECK(unled().did(boris, act::take_lead{}).accepts(boris, act::refocus{}));
  BALINT_CHECK(unled().did(boris, act::take_lead{}).refuses(code::somebody_leads, clara, act::take_lead{}));
}

TEST(ActsThroughout, TakeLead_ReplacesWhoeverHeldTheOffice_VAR2) {
  using P = staff_group;
  constexpr auto taken = [] {
    return scene<P>().did(lead, act::drop{}).did(deputy, act::drop{}).did(boris, act::take_lead{});
  };
  BALINT_CHECK(taken().did(lead, act::rejoin{})->acting_leader() == boris);
  BALINT_CHECK(taken().did(lead, act::rejoin{}).refuses(code::wrong_role, lead, act::refocus{}));
  BALINT_CHECK(taken().did(boris, act::drop{}).did(deputy, act::rejoin{})->acting_leader() == deputy);
}

TEST(ActsThroughout, TakeLead_IsNoActOfAGroupThatIsLed_VAR1_VAR7) {
  BALINT_CHECK(find_act<student_group>("take_lead").index >= act_count<student_group>);
  BALINT_CHECK(find_act<led_staff_group>("take_lead").index >= act_count<led_staff_group>);
  BALINT_CHECK(find_act<classical_group>("take_lead").index >= act_count<classical_group>);
}

// ---- pass -----------------------------------------------------------------------------------------------------------

TYPED_TEST(ActsThroughout, Pass_IsForParticipants_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().accepts(anna, act::pass{}));
  BALINT_CHECK(scene<P>().accepts(lead, act::pass{}) == leader_takes_part<P>);
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::pass{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::pass{}));
}

TYPED_TEST(ActsThroughout, Pass_DischargesWhatEachOwesInStages1And2And4_GRP7) {
  using P = TypeParam;
  constexpr auto discharges = []<typename Stage>(Stage) {
    const auto s = entering<P, Stage>();
    auto passed = s;
    passed.did(boris, act::pass{});
    return s->first_owed().by.contains(boris) && passed.is_sound() && !passed->first_owed().by.contains(boris);
  };
  BALINT_CHECK(discharges(stage::presentation{}));
  BALINT_CHECK(discharges(stage::selection{}));
  BALINT_CHECK(discharges(stage::proposals{}));
}

TYPED_TEST(ActsThroughout, Pass_CountsForItsStageAlone) {
  using P = TypeParam;
  constexpr auto next = [] {
    scene<P> s;
    s.did(anna, act::present_case{}).did(boris, act::present_case{}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::present_case{});
    return s.did(lead, act::advance{});
  };
  BALINT_CHECK(next()->first_owed().by.contains(clara));
  BALINT_CHECK(next().accepts(clara, act::vote{}, case_id{anna}));
  BALINT_CHECK(next().accepts(clara, act::pass{}));
}

TYPED_TEST(ActsThroughout, Pass_WithNothingOwedIsRefused) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(anna, act::pass{}).refuses(code::nothing_owed, anna, act::pass{}));
  BALINT_CHECK(scene<P>().did(anna, act::present_case{}).refuses(code::nothing_owed, anna, act::pass{}));
  BALINT_CHECK(entering<P, stage::proposals>().refuses(code::nothing_owed, anna, act::pass{}));
  BALINT_CHECK(
      entering<P, stage::proposals>().did(boris, act::propose{}).refuses(code::nothing_owed, boris, act::pass{}));
  BALINT_CHECK(entering<P, stage::story>().refuses(code::nothing_owed, anna, act::pass{}));
  BALINT_CHECK(entering<P, stage::assessment>().refuses(code::nothing_owed, boris, act::pass{}));
  BALINT_CHECK(entering<P, stage::self_assessment>().refuses(code::nothing_owed, boris, act::pass{}));
}

TYPED_TEST(ActsThroughout, Pass_OfThePresenterDischargesTheSelfAssessment_GRP7) {
  using P = TypeParam;
  constexpr auto passed = [] { return entering<P, stage::self_assessment>().did(anna, act::pass{}); };
  BALINT_CHECK(entering<P, stage::self_assessment>().accepts(anna, act::pass{}));
  BALINT_CHECK(passed().accepts(lead, act::close{}));
  BALINT_CHECK(passed().refuses(code::nothing_owed, anna, act::pass{}));
  BALINT_CHECK(passed().accepts(anna, act::self_assess{}));
  BALINT_CHECK(passed().did(anna, act::self_assess{}).refuses(code::repeated, anna, act::self_assess{}));
  BALINT_CHECK(fulfilled<P, stage::self_assessment>().refuses(code::nothing_owed, anna, act::pass{}));
}

TYPED_TEST(ActsThroughout, Pass_OfThePresenterDischargesNothingThatIsOwedOnceElsewhere) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::story>().refuses(code::nothing_owed, anna, act::pass{}));
}

TYPED_TEST(ActsThroughout, Pass_OfAVoteIsNoVoteForAnybody) {
  using P = TypeParam;
  constexpr auto s = [] {
    auto all = entering<P, stage::selection>();
    all.did(anna, act::pass{}).did(boris, act::vote{}, case_id{clara}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) all.did(lead, act::pass{});
    return all;
  };
  BALINT_CHECK(s().refuses(code::not_supported, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(s().accepts(lead, act::select_case{}, case_id{clara}));
}

// ---- withdraw, drop, rejoin -----------------------------------------------------------------------------------------

TYPED_TEST(ActsThroughout, Withdraw_IsOpenToEveryOfficeInEveryStage_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) {
    for (const auto who : {anna, boris, lead, deputy, watcher}) {
      if (!s.accepts(who, act::withdraw{})) return false;
    }
    return true;
  }));
}

TYPED_TEST(ActsThroughout, Withdraw_IsForGood_GRP7) {
  using P = TypeParam;
  constexpr auto gone = [] { return scene<P>().did(boris, act::withdraw{}); };
  BALINT_CHECK(gone().refuses(code::absent, boris, act::present_case{}));
  BALINT_CHECK(gone().refuses(code::absent, boris, act::rejoin{}));
  BALINT_CHECK(gone().refuses(code::absent, boris, act::withdraw{}));
  BALINT_CHECK(gone().refuses(code::absent, boris, act::drop{}));
  BALINT_CHECK(gone()->legal_acts(boris).empty());
  BALINT_CHECK(!gone()->present().contains(boris));
}

TYPED_TEST(ActsThroughout, Withdraw_IsOpenToWhoeverDropped_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(
      scene<P>().did(boris, act::drop{}).did(boris, act::withdraw{}).refuses(code::absent, boris, act::rejoin{}));
}

TYPED_TEST(ActsThroughout, Withdraw_TakesAwayWhatWasOwed_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(!scene<P>().did(boris, act::withdraw{})->first_owed().by.contains(boris));
}

TYPED_TEST(ActsThroughout, Withdraw_OfThePresenterAfterStage2LeavesTheCaseToNobodyElse) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::story>().did(anna, act::withdraw{})->presenter() == anna);
  BALINT_CHECK(
      entering<P, stage::story>().did(anna, act::withdraw{}).refuses(code::wrong_role, boris, act::tell_story{}));
  BALINT_CHECK(entering<P, stage::proposals>().did(anna, act::withdraw{}).accepts(boris, act::propose{}));
}

TYPED_TEST(ActsThroughout, Drop_IsForAnyone_REM2) {
  using P = TypeParam;
  for (const auto who : {anna, boris, clara, lead, deputy, watcher}) {
    EXPECT_TRUE(scene<P>().accepts(who, act::drop{}));
    EXPECT_FALSE(scene<P>().did(who, act::drop{})->present().contains(who));
  }
  BALINT_CHECK(scene<P>().accepts(watcher, act::drop{}));
}

TYPED_TEST(ActsThroughout, Drop_LeavesOnlyRejoinAndWithdraw_REM2) {
  using P = TypeParam;
  constexpr auto dropped = [] { return scene<P>().did(anna, act::drop{}); };
  BALINT_CHECK(dropped().refuses(code::absent, anna, act::present_case{}));
  BALINT_CHECK(dropped().refuses(code::absent, anna, act::drop{}));
  BALINT_CHECK(dropped()->legal_acts(anna).size() == 2);
  BALINT_CHECK(dropped().accepts(anna, act::rejoin{}));
  BALINT_CHECK(dropped().accepts(anna, act::withdraw{}));
}

TYPED_TEST(ActsThroughout, Drop_SuspendsWhatIsOwedAndRejoinBringsItBack_REM2) {
  using P = TypeParam;
  constexpr auto all_but_clara = [] {
    scene<P> s;
    s.did(anna, act::present_case{}).did(boris, act::present_case{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::present_case{});
    return s;
  };
  BALINT_CHECK(all_but_clara().owes("everyone_takes_part"));
  BALINT_CHECK(all_but_clara().did(clara, act::drop{}).may_go_on());
  BALINT_CHECK(all_but_clara().did(clara, act::drop{}).did(clara, act::rejoin{}).owes("everyone_takes_part"));
  BALINT_CHECK(
      all_but_clara().did(clara, act::drop{}).did(clara, act::rejoin{}).did(clara, act::present_case{}).may_go_on());
}

TYPED_TEST(ActsThroughout, Drop_OfThePresenterLeavesWhatIsOwedOnce) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::story>().did(anna, act::drop{}).owes("stage_order"));
  BALINT_CHECK(entering<P, stage::story>().did(anna, act::drop{})->first_owed().by.empty());
}

TYPED_TEST(ActsThroughout, Drop_LeavesTheCaseInTheRound) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::selection>().did(anna, act::drop{}).accepts(boris, act::vote{}, case_id{anna}));
}

TYPED_TEST(ActsThroughout, Rejoin_OfSomebodyPresentIsRefused_REM2) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().refuses(code::not_absent, anna, act::rejoin{}));
  BALINT_CHECK(
      scene<P>().did(anna, act::drop{}).did(anna, act::rejoin{}).refuses(code::not_absent, anna, act::rejoin{}));
}

TYPED_TEST(ActsThroughout, Rejoin_FindsWhatWasDoneBeforeStillDone) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>()
                   .did(anna, act::present_case{})
                   .did(anna, act::drop{})
                   .did(anna, act::rejoin{})
                   .refuses(code::repeated, anna, act::present_case{}));
}

// ---- remind, refocus, flag, note ------------------------------------------------------------------------------------

TYPED_TEST(ActsThroughout, Flag_IsForAnyone_RUL6) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().accepts(lead, act::flag{}, respect<P>));
  BALINT_CHECK(scene<P>().accepts(watcher, act::flag{}, respect<P>));
  BALINT_CHECK(scene<P>().accepts(anna, act::flag{}, respect<P>));
  BALINT_CHECK(scene<P>().accepts(deputy, act::flag{}, respect<P>));
  BALINT_CHECK(entering<P, stage::story>().accepts(anna, act::flag{}, respect<P>));
  BALINT_CHECK(scene<P>().did(anna, act::drop{}).refuses(code::absent, anna, act::flag{}, respect<P>));
  BALINT_CHECK(scene<P>().did(lead, act::drop{}).accepts(deputy, act::flag{}, respect<P>));
}

TYPED_TEST(ActsThroughout, Flag_NamesAnyRuleOfTheCatalogueAndNoOther_RUL6) {
  using P = TypeParam;
  constexpr auto n = static_cast<std::uint8_t>(rules_of<P>::size);
  BALINT_CHECK(scene<P>().accepts(watcher, act::flag{}, rule_id{static_cast<std::uint8_t>(n - 1)}));
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, watcher, act::flag{}, rule_id{n}));
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::remind{}, rule_id{n}));
}

TYPED_TEST(ActsThroughout, Flag_HoldsTheSessionUntilItIsAnswered_RUL6) {
  using P = TypeParam;
  constexpr auto flagged = [] { return fulfilled<P, stage::story>().did(watcher, act::flag{}, memory<P>); };
  BALINT_CHECK(flagged().refuses(code::flag_open, lead, act::advance{}));
  BALINT_CHECK(flagged()->open_flags().contains(memory<P>));
  BALINT_CHECK(flagged().did(lead, act::remind{}, memory<P>).may_go_on());
  BALINT_CHECK(fulfilled<P, stage::self_assessment>()
                   .did(lead, act::flag{}, respect<P>)
                   .refuses(code::flag_open, lead, act::close{}));
}

TYPED_TEST(ActsThroughout, Remind_AnswersEveryOpenFlagOfThatRuleAndNoOther_RUL6) {
  using P = TypeParam;
  constexpr auto flagged = [] {
    return fulfilled<P, stage::story>()
        .did(watcher, act::flag{}, memory<P>)
        .did(lead, act::flag{}, memory<P>)
        .did(lead, act::flag{}, respect<P>);
  };
  BALINT_CHECK(flagged().did(lead, act::remind{}, memory<P>)->open_flags().size() == 1);
  BALINT_CHECK(flagged().did(lead, act::remind{}, memory<P>).refuses(code::flag_open, lead, act::advance{}));
  BALINT_CHECK(flagged().did(lead, act::remind{}, memory<P>).did(lead, act::remind{}, respect<P>).may_go_on());
}

TYPED_TEST(ActsThroughout, Remind_IsForTheActingLeaderAndNeedsNoFlag_RUL6) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().accepts(lead, act::remind{}, respect<P>));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::remind{}, respect<P>));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::remind{}, respect<P>));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::remind{}, respect<P>));
}

TYPED_TEST(ActsThroughout, Refocus_IsForTheActingLeaderInEveryStage_RSK2) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) { return s.accepts(lead, act::refocus{}); }));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::refocus{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::refocus{}));
}

TYPED_TEST(ActsThroughout, Note_IsForTheSupervisorInEveryStage_SUP2) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) { return s.accepts(watcher, act::note{}); }));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::note{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, lead, act::note{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::note{}));
}

TYPED_TEST(ActsThroughout, Assist_IsForTheSupervisorInEveryStage_VAR3) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) { return s.accepts(watcher, act::assist{}); }));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::assist{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, lead, act::assist{}));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::assist{}));
}

TYPED_TEST(ActsThroughout, TheSupervisorHasNoActOfAnyStage_SUP2) {
  using P = TypeParam;
  BALINT_CHECK(in_every_stage<P>([](const auto& s) { return !s->may_act().contains(watcher); }));
}

}  // namespace acts_throughout_test
