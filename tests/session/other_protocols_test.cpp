// SPDX-License-Identifier: MIT
// The classical group and the case consultation: what their sessions accept and owe, stage by stage.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace other_protocols_test {

using classical = classical_group;
using consultation = case_consultation;

// ---- classical_group ------------------------------------------------------------------------------------------------

TEST(ClassicalGroup, ConveningLeavesTheRulesToTheLeader) {
  BALINT_CHECK(scene<classical>().may_go_on());
  BALINT_CHECK(scene<classical>().refuses(code::wrong_role, anna, act::restate_rules{}));
  BALINT_CHECK(scene<classical>().did(lead, act::restate_rules{}).accepts(lead, act::restate_rules{}));
  BALINT_CHECK(scene<classical>().did(lead, act::restate_rules{}).may_go_on());
}

TEST(ClassicalGroup, CallForCaseOwesOneCaseAndItsSelection) {
  constexpr auto calling = [] { return entering<classical, stage::call_for_case>(); };
  BALINT_CHECK(calling().owes("everyone_takes_part"));
  BALINT_CHECK(calling()->first_owed().owes == debt::a_case);
  BALINT_CHECK(calling().did(boris, act::offer_case{}).owes("stage_order"));
  BALINT_CHECK(calling().refuses(code::too_early, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(calling().refuses(code::wrong_role, lead, act::offer_case{}));
  BALINT_CHECK(
      calling().did(boris, act::offer_case{}).refuses(code::unknown_target, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(calling().did(boris, act::offer_case{}).did(lead, act::select_case{}, case_id{boris}).may_go_on());
}

TEST(ClassicalGroup, QuestionsAreAskedByListenersAndAnsweredByThePresenter) {
  constexpr auto asking = [] { return entering<classical, stage::questions>(); };
  BALINT_CHECK(asking().may_go_on());
  BALINT_CHECK(asking().refuses(code::wrong_role, anna, act::ask{}));
  BALINT_CHECK(asking().accepts(lead, act::ask{}));
  BALINT_CHECK(asking().refuses(code::too_early, anna, act::answer{}));
  BALINT_CHECK(asking().did(boris, act::ask{}).accepts(anna, act::answer{}));
}

TEST(ClassicalGroup, GroupWorkOwesOneSpeculationAndNoneFromThePresenter) {
  constexpr auto working = [] { return entering<classical, stage::group_work>(); };
  BALINT_CHECK(working().owes("everyone_takes_part"));
  BALINT_CHECK(working().refuses(code::wrong_role, anna, act::speculate{}));
  BALINT_CHECK(working().accepts(lead, act::speculate{}) && working().accepts(deputy, act::speculate{}));
  BALINT_CHECK(working().did(anna, act::sit_back{}).owes("everyone_takes_part"));
  BALINT_CHECK(working().did(boris, act::speculate{}).did(boris, act::speculate{}).may_go_on());
}

TEST(ClassicalGroup, ThePresenterRespondsOnceInvitedBack) {
  constexpr auto inviting = [] { return entering<classical, stage::invitation_back>(); };
  BALINT_CHECK(inviting().refuses(code::too_early, anna, act::respond{}));
  BALINT_CHECK(inviting().did(lead, act::invite_back{}).accepts(anna, act::respond{}));
  BALINT_CHECK(inviting().did(lead, act::invite_back{}).may_go_on());
}

TEST(ClassicalGroup, TheInvitationIsOwedOnlyAfterSittingBack) {
  constexpr auto inviting = [](bool sat_back) {
    auto s = entering<classical, stage::group_work>();
    if (sat_back) s.did(anna, act::sit_back{});
    return s.did(boris, act::speculate{}).did(lead, act::advance{});
  };
  BALINT_CHECK(inviting(false).may_go_on());
  BALINT_CHECK(inviting(true).owes("stage_order"));
  BALINT_CHECK(inviting(true).did(lead, act::invite_back{}).may_go_on());
}

TEST(ClassicalGroup, AnyoneFlagsAndAnyParticipantEndsItWhileNobodyLeads_RUL4_RUL6) {
  constexpr auto unled = [] { return scene<classical>().did(lead, act::drop{}).did(deputy, act::drop{}); };
  BALINT_CHECK(scene<classical>().accepts(anna, act::flag{}, rule_of<classical, rule::no_advice>));
  BALINT_CHECK(unled().accepts(anna, act::terminate{}));
  BALINT_CHECK(scene<classical>().refuses(code::wrong_role, anna, act::terminate{}));
}

TEST(ClassicalGroup, TheLeadersOwnCaseIsNotSelected_RUL5) {
  constexpr auto offered = [] {
    auto people = detail::group_access::of_nobody<classical>();
    detail::group_access::seat(people, {0}, office_set<classical>::of<role::participant>().bits);
    detail::group_access::seat(people, lead, office_set<classical>::of<role::leader, role::participant>().bits);
    return scene<classical>(people).did(lead, act::advance{}).did(lead, act::offer_case{});
  };
  BALINT_CHECK(offered().refuses(code::leader_is_presenter, lead, act::select_case{}, case_id{lead}));
}

TEST(ClassicalGroup, ClosingOwesNothing) {
  BALINT_CHECK(entering<classical, stage::closing>().accepts(lead, act::close{}));
  BALINT_CHECK(entering<classical, stage::closing>().accepts(anna, act::reflect{}));
}

TEST(ClassicalGroup, TheCoLeaderRemindsBesideTheLeaderAndLeadsInTheLeadersAbsence) {
  constexpr auto no_advice = rule_of<classical, rule::no_advice>;
  BALINT_CHECK(scene<classical>().accepts(deputy, act::remind{}, no_advice) &&
               scene<classical>().accepts(deputy, act::refocus{}));
  BALINT_CHECK(scene<classical>().refuses(code::wrong_role, deputy, act::restate_rules{}));
  BALINT_CHECK(scene<classical>().did(lead, act::drop{}).accepts(deputy, act::restate_rules{}));
  BALINT_CHECK(scene<classical>().accepts(lead, act::hand_over{}, deputy));
  BALINT_CHECK(scene<classical>().refuses(code::unknown_target, lead, act::hand_over{}, anna));
}

TEST(ClassicalGroup, KnowsNoPassNoProposalAndNoAssessment) {
  BALINT_CHECK(find_act<classical>("pass").index >= act_count<classical>);
  BALINT_CHECK(find_act<classical>("propose").index >= act_count<classical>);
  BALINT_CHECK(find_act<classical>("assess").index >= act_count<classical>);
}

// ---- case_consultation ----------------------------------------------------------------------------------------------

TEST(CaseConsultation, CastingOwesOneCaseGiver) {
  BALINT_CHECK(scene<consultation>().owes("stage_order"));
  BALINT_CHECK(scene<consultation>().did(boris, act::take_case{})->presenter() == boris);
  BALINT_CHECK(scene<consultation>().did(boris, act::take_case{})->holds<role::case_giver>(boris));
  BALINT_CHECK(scene<consultation>().did(boris, act::take_case{}).refuses(code::repeated, anna, act::take_case{}));
  BALINT_CHECK(scene<consultation>().did(boris, act::take_case{}).may_go_on());
}

TEST(CaseConsultation, LeaderIsPresenter_TheModeratorGivesNoCase) {
  BALINT_CHECK(scene<consultation>().refuses(code::leader_is_presenter, lead, act::take_case{}));
  BALINT_CHECK(scene<consultation>().did(lead, act::hand_over{}, clara).accepts(lead, act::take_case{}));
}

TEST(CaseConsultation, Withdraw_OfTheCaseGiverInCastingUndoesIt) {
  BALINT_CHECK(scene<consultation>().did(boris, act::take_case{}).did(boris, act::withdraw{})->presenter() == nobody);
  BALINT_CHECK(
      scene<consultation>().did(boris, act::take_case{}).did(boris, act::withdraw{}).accepts(anna, act::take_case{}));
}

TEST(CaseConsultation, AccountOwesTheStoryThenTheQuestion) {
  constexpr auto telling = [] { return entering<consultation, stage::account>(); };
  BALINT_CHECK(telling().refuses(code::too_early, anna, act::state_question{}));
  BALINT_CHECK(telling().did(anna, act::tell_story{}).owes("stage_order"));
  BALINT_CHECK(telling().did(anna, act::tell_story{}).did(anna, act::state_question{}).may_go_on());
}

TEST(CaseConsultation, HypothesesAreForTheAdvisersAndOneIsOwed) {
  constexpr auto guessing = [] { return entering<consultation, stage::hypotheses>(); };
  BALINT_CHECK(guessing().owes("everyone_takes_part"));
  BALINT_CHECK(guessing().refuses(code::wrong_role, anna, act::hypothesise{}));
  BALINT_CHECK(guessing().did(clara, act::hypothesise{}).may_go_on());
}

TEST(CaseConsultation, SuggestionsAreOwedByEachAdviser) {
  constexpr auto suggesting = [] { return entering<consultation, stage::suggestions>(); };
  BALINT_CHECK(suggesting()->first_owed().by.bits() == 0b1110U);
  BALINT_CHECK(suggesting().refuses(code::wrong_role, anna, act::suggest{}));
  BALINT_CHECK(suggesting().did(boris, act::pass{}).accepts(boris, act::suggest{}));
  BALINT_CHECK(suggesting().refuses(code::nothing_owed, anna, act::pass{}));
}

TEST(CaseConsultation, StatementAndDecisionAreTheCaseGivers) {
  BALINT_CHECK(entering<consultation, stage::statement>().refuses(code::wrong_role, boris, act::comment{}));
  BALINT_CHECK(entering<consultation, stage::decision>().refuses(code::wrong_role, boris, act::decide{}));
  BALINT_CHECK(entering<consultation, stage::decision>().owes("stage_order"));
}

TEST(CaseConsultation, ExchangeIsOwedByEachOnceOrPassed) {
  constexpr auto sharing = [] { return entering<consultation, stage::exchange>(); };
  BALINT_CHECK(sharing()->first_owed().by.bits() == 0b1111U);
  BALINT_CHECK(sharing().did(anna, act::share{}).refuses(code::repeated, anna, act::share{}));
  BALINT_CHECK(sharing().did(anna, act::pass{}).refuses(code::repeated, anna, act::share{}));
}

TEST(CaseConsultation, HandOver_ToAnAdviserAndNotToTheCaseGiver) {
  constexpr auto later = [] { return entering<consultation, stage::account>(); };
  BALINT_CHECK(later().accepts(lead, act::hand_over{}, boris));
  BALINT_CHECK(later().refuses(code::unknown_target, lead, act::hand_over{}, anna));
}

// A session can be ended at any time, so somebody always stands in for the moderator.
TEST(CaseConsultation, AParticipantStandsInForTheModerator) {
  constexpr auto alone = [] { return scene<consultation>().did(lead, act::drop{}); };
  BALINT_CHECK(alone()->acting_leader() != nobody && alone()->acting_leader() != lead);
  BALINT_CHECK(alone().accepts(alone()->acting_leader(), act::terminate{}));
}

// Whoever's case it is listens during the group work, also where they lead beside the leader.
constexpr bool co_leader_whose_case_it_is_listens() {
  auto people = detail::group_access::of_nobody<classical_group>();
  detail::group_access::seat(people, {0}, office_set<classical_group>::of<role::leader>().bits);
  detail::group_access::seat(people, {1}, office_set<classical_group>::of<role::participant, role::co_leader>().bits);
  detail::group_access::seat(people, {2}, office_set<classical_group>::of<role::participant>().bits);
  session<classical_group> s(people);
  const person_id leader{0};
  const person_id co_leader{1};
  const bool reached = s.record<act::restate_rules>(leader) && s.record<act::advance>(leader) &&
                       s.record<act::offer_case>(co_leader) && s.record<act::select_case>(leader, case_id{co_leader}) &&
                       s.record<act::advance>(leader) && s.record<act::tell_story>(co_leader) &&
                       s.record<act::advance>(leader) && s.record<act::advance>(leader) && s.is_in<stage::group_work>();
  const auto spoke = s.record<act::speculate>(co_leader);
  return reached && !spoke && spoke.error().code == code::wrong_role &&
         s.record<act::speculate>(person_id{2}).has_value();
}
static_assert(co_leader_whose_case_it_is_listens());
TEST(ClassicalGroup, CoLeaderWhoseCaseItIsListens) { EXPECT_TRUE(co_leader_whose_case_it_is_listens()); }

}  // namespace other_protocols_test
