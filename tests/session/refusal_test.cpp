// SPDX-License-Identifier: MIT
// Every refusal code provoked once: its rule, what the refusal carries, and that nothing changed.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace refusal_test {

using students = student_group;
constexpr instant noon{1'000'000};
constexpr rule_id respect = rule_of<students, rule::respect>;

TEST(Refusal, SessionOver_AfterTheCloseAndAfterATermination_STG8) {
  BALINT_CHECK(fulfilled<students, stage::self_assessment>()
                   .did(lead, act::close{})
                   .refuses(code::session_over, "", event<students>::of<act::refocus>(lead)));
  BALINT_CHECK(fulfilled<students, stage::self_assessment>()
                   .did(lead, act::close{})
                   .refuses(code::session_over, "", event<students>::of<act::present_case>(anna)));
  BALINT_CHECK(scene<students>()
                   .did(lead, act::terminate{})
                   .refuses(code::session_over, "leader_may_terminate", event<students>::of<act::present_case>(anna)));
  BALINT_CHECK(scene<students>()
                   .did(lead, act::terminate{})
                   .refuses(code::session_over, "", event<students>::of<act::advance>(lead)));
  BALINT_CHECK(scene<students>().did(lead, act::terminate{}).refuses(code::session_over, anna, act::withdraw{}));
  BALINT_CHECK(scene<students>().did(lead, act::terminate{})->legal_acts(anna).empty());
}

TEST(Refusal, TimeReversed_BeforeTheLastAcceptedEvent_REM1) {
  constexpr auto at_noon = [] { return scene<students>().did(anna, act::present_case{}, noon); };
  BALINT_CHECK(at_noon().refuses(code::time_reversed, "",
                                 event<students>::of<act::present_case>(boris, instant{noon.since_epoch - 1})));
  BALINT_CHECK(at_noon().accepts(boris, act::present_case{}, noon));
  BALINT_CHECK(at_noon().accepts(boris, act::present_case{}, instant{noon.since_epoch + 1}));
}

TEST(Refusal, TimeReversed_LooksAtTheLastTimeThatWasStated_REM1) {
  constexpr auto stated_before = [] {
    return scene<students>().did(anna, act::present_case{}, noon).did(boris, act::present_case{});
  };
  BALINT_CHECK(stated_before().accepts(clara, act::present_case{}));
  BALINT_CHECK(stated_before().refuses(code::time_reversed, clara, act::present_case{}, instant{0}));
  BALINT_CHECK(scene<students>().did(anna, act::present_case{}).accepts(boris, act::present_case{}, instant{-5}));
}

TEST(Refusal, TimeReversed_ARefusedEventDoesNotMoveTheClock_REM1) {
  constexpr auto refused_at_noon = [] {
    auto s = scene<students>().now();
    return !s.record<act::vote>(anna, case_id{anna}, noon) && s.record<act::present_case>(anna, instant{0}).has_value();
  };
  BALINT_CHECK(refused_at_noon());
}

TEST(Refusal, TimeReversed_NotForWhoeverComesBackAtTheSameInstant_REM1) {
  constexpr auto away = [] { return scene<students>().did(anna, act::drop{}, noon); };
  BALINT_CHECK(away().accepts(anna, act::rejoin{}, noon));
  BALINT_CHECK(away().refuses(code::time_reversed, anna, act::rejoin{}, instant{noon.since_epoch - 1}));
}

TEST(Refusal, UnknownPerson_OutsideTheGroup_GRP3) {
  BALINT_CHECK(
      scene<students>().refuses(code::unknown_person, "closed_group", event<students>::of<act::present_case>(nobody)));
  BALINT_CHECK(scene<students>().refuses(code::unknown_person, person_id{6}, act::present_case{}));
  BALINT_CHECK(scene<students>().refuses(code::unknown_person, person_id{64}, act::withdraw{}));
}

TEST(Refusal, UnknownAct_NotOfThisProtocol_STG8) {
  BALINT_CHECK(scene<students>().refuses(code::unknown_act, "",
                                         detail::raw_event<students>({.by = anna, .act = {act_count<students>}})));
  BALINT_CHECK(
      scene<students>().refuses(code::unknown_act, detail::raw_event<students>({.by = anna, .act = {0xFFFF}})));
  BALINT_CHECK(find_act<students>("speculate").index >= act_count<students>);
}

TEST(Refusal, Absent_WhoDroppedOrWithdrew_REM1) {
  BALINT_CHECK(
      scene<students>().did(anna, act::drop{}).refuses(code::absent, "", event<students>::of<act::present_case>(anna)));
  BALINT_CHECK(
      scene<students>().did(anna, act::withdraw{}).refuses(code::absent, "", event<students>::of<act::rejoin>(anna)));
}

TEST(Refusal, WrongStage_AnActOfAnotherStage_STG8) {
  BALINT_CHECK(scene<students>().refuses(code::wrong_stage, "stage_order", event<students>::of<act::tell_story>(anna)));
  BALINT_CHECK(entering<students, stage::story>().refuses(code::wrong_stage, "stage_order",
                                                          event<students>::of<act::vote>(anna, case_id{anna})));
  BALINT_CHECK(scene<students>().refuses(code::wrong_stage, lead, act::close{}));
  BALINT_CHECK(entering<students, stage::self_assessment>().refuses(code::wrong_stage, lead, act::advance{}));
}

TEST(Refusal, WrongRole_NoneOfTheOfficesMayDoIt_RUL5) {
  BALINT_CHECK(scene<students>().refuses(code::wrong_role, "roles", event<students>::of<act::advance>(anna)));
}

TEST(Refusal, TooEarly_TheNotBeforeIsNotMet_STG8) {
  BALINT_CHECK(
      entering<students, stage::story>().refuses(code::too_early, "stage_order", event<students>::of<act::ask>(boris)));
}

TEST(Refusal, UnknownTarget_NoSuchCaseOptionRuleOrHeir_RUL5) {
  BALINT_CHECK(entering<students, stage::selection>().refuses(code::unknown_target, "",
                                                              event<students>::of<act::vote>(anna, case_id{lead})));
  BALINT_CHECK(
      entering<students, stage::assessment>().refuses(code::unknown_target, boris, act::assess{}, option_id{3}));
  BALINT_CHECK(scene<students>().refuses(
      code::unknown_target,
      detail::raw_event<students>(
          {.by = watcher, .act = act_id_of<act::flag, students>, .target = detail::unknown_target})));
  BALINT_CHECK(scene<students>().refuses(code::unknown_target, lead, act::hand_over{}, anna));
}

TEST(Refusal, Repeated_DoneBefore_STG8) {
  BALINT_CHECK(scene<students>()
                   .did(anna, act::present_case{})
                   .refuses(code::repeated, "", event<students>::of<act::present_case>(anna)));
}

TEST(Refusal, NothingOwed_APassByWhoOwesNothing_STG1) {
  BALINT_CHECK(
      scene<students>().did(anna, act::pass{}).refuses(code::nothing_owed, "", event<students>::of<act::pass>(anna)));
}

TEST(Refusal, NotAbsent_ARejoinByWhoIsPresent_REM1) {
  BALINT_CHECK(scene<students>().refuses(code::not_absent, "", event<students>::of<act::rejoin>(anna)));
}

TEST(Refusal, SomebodyLeads_TheLeadIsTakenOnlyWhileNobodyHasIt_VAR2) {
  BALINT_CHECK(
      scene<staff_group>().refuses(code::somebody_leads, "roles", event<staff_group>::of<act::take_lead>(anna)));
  BALINT_CHECK(scene<staff_group>()->can<act::take_lead>(anna).error().behind.other == lead);
}

TEST(Refusal, LeaderIsPresenter_HandOverFirst_RUL5) {
  constexpr auto for_the_leader = [] {
    auto s = entering<staff_group, stage::selection>();
    for (const auto who : {anna, boris, clara, lead}) s.did(who, act::vote{}, case_id{lead});
    return s;
  };
  BALINT_CHECK(for_the_leader().refuses(code::leader_is_presenter, "roles",
                                        event<staff_group>::of<act::select_case>(lead, case_id{lead})));
}

TEST(Refusal, NotSupported_FewerVotesThanAnother_STG2) {
  constexpr auto for_anna = [] {
    auto s = entering<students, stage::selection>();
    for (const auto who : {anna, boris, clara}) s.did(who, act::vote{}, case_id{anna});
    return s;
  };
  BALINT_CHECK(for_anna().refuses(code::not_supported, "joint_selection",
                                  event<students>::of<act::select_case>(lead, case_id{boris})));
}

TEST(Refusal, TooManyOptions_The257th_STG5) {
  auto s = entering<students, stage::proposals>();
  for (int i = 0; i < 256; ++i) s.did(boris, act::propose{});
  EXPECT_TRUE(s.refuses(code::too_many_options, "", event<students>::of<act::propose>(boris)));
}

TEST(Refusal, FlagOpen_NotAnsweredByAReminder_RUL6) {
  BALINT_CHECK(fulfilled<students, stage::story>()
                   .did(watcher, act::flag{}, respect)
                   .refuses(code::flag_open, "leader_enforces", event<students>::of<act::advance>(lead)));
  BALINT_CHECK(fulfilled<students, stage::self_assessment>()
                   .did(watcher, act::flag{}, respect)
                   .refuses(code::flag_open, lead, act::close{}));
}

TEST(Refusal, SupervisorAbsent_InAStaffGroup_VAR3) {
  BALINT_CHECK(fulfilled<staff_group, stage::story>()
                   .did(watcher, act::drop{})
                   .refuses(code::supervisor_absent, "supervisor_present", event<staff_group>::of<act::advance>(lead)));
  BALINT_CHECK(fulfilled<staff_group, stage::self_assessment>()
                   .did(watcher, act::withdraw{})
                   .refuses(code::supervisor_absent, lead, act::close{}));
  BALINT_CHECK(
      fulfilled<staff_group, stage::story>().did(watcher, act::drop{}).did(watcher, act::rejoin{}).may_go_on());
  BALINT_CHECK(fulfilled<staff_group, stage::story>().did(watcher, act::drop{}).accepts(lead, act::terminate{}));
}

TEST(Refusal, SupervisorAbsent_IsNoMatterOfAStudentGroup_VAR1) {
  BALINT_CHECK(fulfilled<students, stage::story>().did(watcher, act::drop{}).may_go_on());
}

TEST(Refusal, StageIncomplete_CarriesWhatIsOwedAndByWhom_STG8) {
  BALINT_CHECK(scene<students>().did(anna, act::present_case{}).owes("everyone_takes_part"));
  constexpr auto owed = [] {
    return scene<students>().did(anna, act::present_case{})->can<act::advance>(lead).error().owed;
  };
  BALINT_CHECK(owed().act == act_id_of<act::present_case, students>);
  BALINT_CHECK(owed().by.bits() == 0b0110U);
}

TEST(Refusal, OfAnythingElseOwesNothing) { BALINT_CHECK(!scene<students>()->can<act::close>(lead).error().owed); }

TEST(Refusal, SaysWhatTheSamePersonMayDoNow) {
  constexpr auto no = [] { return scene<students>()->can<act::vote>(anna, case_id{anna}).error(); };
  BALINT_CHECK(no().legal.contains(act_id_of<act::present_case, students>));
  BALINT_CHECK(no().legal.contains(act_id_of<act::pass, students>));
  BALINT_CHECK(no().legal.contains(act_id_of<act::withdraw, students>));
  BALINT_CHECK(no().legal.contains(act_id_of<act::drop, students>));
  BALINT_CHECK(no().legal.contains(act_id_of<act::flag, students>));
  BALINT_CHECK(no().legal.size() == 5);
  BALINT_CHECK(scene<students>()->can<act::vote>(nobody, case_id{anna}).error().legal.empty());
}

}  // namespace refusal_test
