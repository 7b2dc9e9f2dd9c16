// SPDX-License-Identifier: MIT
// Stages 1 and 2 of the six: who may do what, on what, how often, and not before what.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace presentation_and_selection_test {

template <typename P>
class PresentationAndSelection : public testing::Test {};
using six_stage_groups = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(PresentationAndSelection, six_stage_groups);

template <typename P>
constexpr auto in_presentation() {
  return entering<P, stage::presentation>();
}
template <typename P>
constexpr auto in_selection() {
  return entering<P, stage::selection>();
}
/// Everybody voted: two or three for Anna's case, one for Boris's.
template <typename P>
constexpr auto voted() {
  auto s = in_selection<P>();
  s.did(anna, act::vote{}, case_id{boris})
      .did(boris, act::vote{}, case_id{anna})
      .did(clara, act::vote{}, case_id{anna});
  if constexpr (leader_takes_part<P>) s.did(lead, act::vote{}, case_id{anna});
  return s;
}
template <typename P>
constexpr auto selected() {
  return voted<P>().did(lead, act::select_case{}, case_id{anna});
}

/// Whoever's vote is void votes again: for Boris's case, Boris himself for Clara's.
template <typename P>
constexpr scene<P> voted_again(scene<P> s) {
  s.did(boris, act::vote{}, case_id{clara}).did(clara, act::vote{}, case_id{boris});
  if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
  return s;
}

// ---- present_case ---------------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, PresentCase_IsForParticipants_STG1) {
  using P = TypeParam;
  BALINT_CHECK(in_presentation<P>().accepts(anna, act::present_case{}));
  BALINT_CHECK(in_presentation<P>().accepts(lead, act::present_case{}) == leader_takes_part<P>);
  BALINT_CHECK(in_presentation<P>().refuses(code::wrong_role, deputy, act::present_case{}));
  BALINT_CHECK(in_presentation<P>().refuses(code::wrong_role, watcher, act::present_case{}));
}

TYPED_TEST(PresentationAndSelection, PresentCase_ExactlyOnce_STG1) {
  using P = TypeParam;
  BALINT_CHECK(in_presentation<P>().did(anna, act::present_case{}).refuses(code::repeated, anna, act::present_case{}));
  BALINT_CHECK(in_presentation<P>().did(anna, act::present_case{}).accepts(boris, act::present_case{}));
}

TYPED_TEST(PresentationAndSelection, PresentCase_AfterAPassIsRepeated) {
  using P = TypeParam;
  BALINT_CHECK(in_presentation<P>().did(anna, act::pass{}).refuses(code::repeated, anna, act::present_case{}));
}

TYPED_TEST(PresentationAndSelection, PresentCase_IsOwedByEach_STG1) {
  using P = TypeParam;
  BALINT_CHECK(in_presentation<P>().owes("everyone_takes_part"));
  BALINT_CHECK(
      in_presentation<P>().did(anna, act::present_case{}).did(boris, act::present_case{}).owes("everyone_takes_part"));
  BALINT_CHECK(fulfilled<P, stage::presentation>().may_go_on());
}

TYPED_TEST(PresentationAndSelection, PresentCase_BelongsToStage1Alone) {
  using P = TypeParam;
  BALINT_CHECK(in_selection<P>().refuses(code::wrong_stage, anna, act::present_case{}));
  BALINT_CHECK(entering<P, stage::story>().refuses(code::wrong_stage, boris, act::present_case{}));
  BALINT_CHECK(entering<P, stage::self_assessment>().refuses(code::wrong_stage, clara, act::present_case{}));
}

TYPED_TEST(PresentationAndSelection, PresentCase_WithoutOneCaseTheStageIsIncomplete) {
  using P = TypeParam;
  auto nobody_presents = [] {
    auto s = in_presentation<P>();
    s.did(anna, act::pass{}).did(boris, act::pass{}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s;
  };
  BALINT_CHECK(nobody_presents().owes("everyone_takes_part"));
  BALINT_CHECK(nobody_presents()->first_owed().owes == debt::a_case);
  BALINT_CHECK(nobody_presents()->owed().size() == 1);
}

// ---- vote -----------------------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, Vote_IsForParticipantsAndTheLeader_STG2) {
  using P = TypeParam;
  BALINT_CHECK(in_selection<P>().accepts(anna, act::vote{}, case_id{boris}));
  BALINT_CHECK(in_selection<P>().accepts(anna, act::vote{}, case_id{anna}));
  BALINT_CHECK(in_selection<P>().accepts(lead, act::vote{}, case_id{boris}));
  BALINT_CHECK(in_selection<P>().refuses(code::wrong_role, deputy, act::vote{}, case_id{anna}));
  BALINT_CHECK(in_selection<P>().refuses(code::wrong_role, watcher, act::vote{}, case_id{anna}));
}

TYPED_TEST(PresentationAndSelection, Vote_ExactlyOnceWhoeverVotes_STG2) {
  using P = TypeParam;
  BALINT_CHECK(in_selection<P>()
                   .did(anna, act::vote{}, case_id{boris})
                   .refuses(code::repeated, anna, act::vote{}, case_id{boris}));
  BALINT_CHECK(in_selection<P>()
                   .did(anna, act::vote{}, case_id{boris})
                   .refuses(code::repeated, anna, act::vote{}, case_id{clara}));
  BALINT_CHECK(in_selection<P>()
                   .did(lead, act::vote{}, case_id{boris})
                   .refuses(code::repeated, lead, act::vote{}, case_id{anna}));
  BALINT_CHECK(in_selection<P>().did(anna, act::pass{}).refuses(code::repeated, anna, act::vote{}, case_id{boris}));
}

TYPED_TEST(PresentationAndSelection, Vote_TargetsAPresentedCase) {
  using P = TypeParam;
  BALINT_CHECK(in_selection<P>().refuses(code::unknown_target, anna, act::vote{}, case_id{watcher}));
  BALINT_CHECK(in_selection<P>().refuses(code::unknown_target, anna, act::vote{}, case_id{nobody}));
  BALINT_CHECK(in_presentation<P>()
                   .did(anna, act::pass{})
                   .did(boris, act::present_case{})
                   .did(clara, act::present_case{})
                   .did(leader_takes_part<P> ? event<P>::template of<act::present_case>(lead)
                                             : event<P>::template of<act::refocus>(lead))
                   .did(lead, act::advance{})
                   .refuses(code::unknown_target, boris, act::vote{}, case_id{anna}));
}

TYPED_TEST(PresentationAndSelection, Vote_IsOwedByParticipantsAndNotByTheLeaderAsSuch_STG2) {
  using P = TypeParam;
  BALINT_CHECK(in_selection<P>()->first_owed().by.bits() == (leader_takes_part<P> ? 0b1111U : 0b0111U));
  BALINT_CHECK(in_selection<P>().did(anna, act::vote{}, case_id{boris})->first_owed().by.bits() ==
               (leader_takes_part<P> ? 0b1110U : 0b0110U));
  BALINT_CHECK(in_selection<P>().owes("everyone_takes_part"));
}

// ---- select_case ----------------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, SelectCase_IsForTheLeaderAlone_STG2) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>().accepts(lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(voted<P>().refuses(code::wrong_role, anna, act::select_case{}, case_id{anna}));
  BALINT_CHECK(voted<P>().refuses(code::wrong_role, deputy, act::select_case{}, case_id{anna}));
  BALINT_CHECK(voted<P>().refuses(code::wrong_role, watcher, act::select_case{}, case_id{anna}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_NotBeforeEverybodyPresentVotedOrPassed_STG2) {
  using P = TypeParam;
  constexpr auto all_but_clara = [] {
    auto s = in_selection<P>();
    s.did(anna, act::vote{}, case_id{boris}).did(boris, act::vote{}, case_id{anna});
    if constexpr (leader_takes_part<P>) s.did(lead, act::vote{}, case_id{anna});
    return s;
  };
  BALINT_CHECK(in_selection<P>().refuses(code::too_early, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(all_but_clara().refuses(code::too_early, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(all_but_clara().did(clara, act::pass{}).accepts(lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(all_but_clara().did(clara, act::drop{}).accepts(lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(all_but_clara().did(clara, act::withdraw{}).accepts(lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(all_but_clara()
                   .did(clara, act::drop{})
                   .did(clara, act::rejoin{})
                   .refuses(code::too_early, lead, act::select_case{}, case_id{anna}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_IsDoneOnce_STG2) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().refuses(code::repeated, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(selected<P>().refuses(code::repeated, lead, act::select_case{}, case_id{boris}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_TargetsACaseThatCanBeSelected) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>().refuses(code::unknown_target, lead, act::select_case{}, case_id{watcher}));
  BALINT_CHECK(voted<P>().refuses(code::unknown_target, lead, act::select_case{}, case_id{nobody}));
  BALINT_CHECK(voted_again<P>(voted<P>().did(anna, act::withdraw{}))
                   .refuses(code::unknown_target, lead, act::select_case{}, case_id{anna}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_NotWithFewerVotesThanAnother_STG2) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>().refuses(code::not_supported, lead, act::select_case{}, case_id{boris}));
  BALINT_CHECK(voted<P>().refuses(code::not_supported, lead, act::select_case{}, case_id{clara}));
  BALINT_CHECK(voted_again<P>(voted<P>().did(anna, act::withdraw{})).accepts(lead, act::select_case{}, case_id{boris}));
  BALINT_CHECK(voted_again<P>(voted<P>().did(anna, act::withdraw{}))
                   .refuses(code::not_supported, lead, act::select_case{}, case_id{clara}));
}

TEST(PresentationAndSelection, SelectCase_CountsTheVoteOfTheLastOfTheGroup_STG2) {
  constexpr auto voted = [] {
    auto people = formed<student_group>().formed().value();
    const person_id last{static_cast<std::uint8_t>(people.size())};
    detail::group_access::seat(people, last, office_set<student_group>::of<role::participant>().bits);
    scene<student_group> s(people);
    for (const auto who : {anna, boris, clara, last}) s.did(who, act::present_case{});
    s.did(lead, act::advance{}).did(anna, act::vote{}, case_id{boris}).did(boris, act::vote{}, case_id{anna});
    return s.did(clara, act::pass{}).did(last, act::vote{}, case_id{boris});
  };
  BALINT_CHECK(voted().refuses(code::not_supported, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(voted().accepts(lead, act::select_case{}, case_id{boris}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_OfEquallySupportedCasesTheLeaderChooses_STG2) {
  using P = TypeParam;
  constexpr auto tie = [] {
    auto s = in_selection<P>();
    s.did(anna, act::vote{}, case_id{boris}).did(boris, act::vote{}, case_id{anna}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s;
  };
  BALINT_CHECK(tie().accepts(lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(tie().accepts(lead, act::select_case{}, case_id{boris}));
  BALINT_CHECK(tie().refuses(code::not_supported, lead, act::select_case{}, case_id{clara}));
}

TYPED_TEST(PresentationAndSelection, SelectCase_MakesItsOwnerThePresenter_STG9) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>()->presenter() == nobody);
  BALINT_CHECK(selected<P>()->presenter() == anna);
  BALINT_CHECK(selected<P>()->template holds<role::presenter>(anna));
}

// ---- accept_case ----------------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, AcceptCase_IsForThePresenterAlone_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().accepts(anna, act::accept_case{}));
  BALINT_CHECK(selected<P>().refuses(code::wrong_role, boris, act::accept_case{}));
  BALINT_CHECK(selected<P>().refuses(code::wrong_role, lead, act::accept_case{}));
  BALINT_CHECK(selected<P>().refuses(code::wrong_role, watcher, act::accept_case{}));
}

TYPED_TEST(PresentationAndSelection, AcceptCase_BeforeASelectionIsWrongRole) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>().refuses(code::wrong_role, anna, act::accept_case{}));
  BALINT_CHECK(in_selection<P>().refuses(code::wrong_role, lead, act::accept_case{}));
}

TYPED_TEST(PresentationAndSelection, AcceptCase_IsOwedOnce_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().owes("voluntary"));
  BALINT_CHECK(selected<P>()->owed().size() == 1);
  BALINT_CHECK(selected<P>().did(anna, act::accept_case{}).may_go_on());
  BALINT_CHECK(selected<P>().did(anna, act::accept_case{}).refuses(code::repeated, anna, act::accept_case{}));
}

// ---- decline_case ---------------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, DeclineCase_IsForThePresenterAlone_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().accepts(anna, act::decline_case{}));
  BALINT_CHECK(selected<P>().refuses(code::wrong_role, boris, act::decline_case{}));
  BALINT_CHECK(selected<P>().refuses(code::wrong_role, lead, act::decline_case{}));
  BALINT_CHECK(voted<P>().refuses(code::wrong_role, anna, act::decline_case{}));
}

TYPED_TEST(PresentationAndSelection, DeclineCase_NotOnceAccepted) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().did(anna, act::accept_case{}).refuses(code::repeated, anna, act::decline_case{}));
}

TYPED_TEST(PresentationAndSelection, DeclineCase_UndoesTheSelectionAndTakesTheCaseOut_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().did(anna, act::decline_case{})->presenter() == nobody);
  BALINT_CHECK(!selected<P>().did(anna, act::decline_case{})->cases().contains(anna));
  BALINT_CHECK(selected<P>().did(anna, act::decline_case{}).owes("everyone_takes_part"));
  BALINT_CHECK(voted_again<P>(selected<P>().did(anna, act::decline_case{})).owes("stage_order"));
  BALINT_CHECK(voted_again<P>(selected<P>().did(anna, act::decline_case{}))
                   .refuses(code::unknown_target, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(selected<P>().did(anna, act::decline_case{}).refuses(code::wrong_role, anna, act::decline_case{}));
}

TYPED_TEST(PresentationAndSelection, DeclineCase_MakesTheVotesForItVoidAndOwedAgain_STG2) {
  using P = TypeParam;
  constexpr auto declined = [] { return selected<P>().did(anna, act::decline_case{}); };
  BALINT_CHECK(declined()->first_owed().act == act_id_of<act::vote, P>);
  BALINT_CHECK(declined()->first_owed().by.bits() == (leader_takes_part<P> ? 0b1110U : 0b0110U));
  BALINT_CHECK(declined().refuses(code::too_early, lead, act::select_case{}, case_id{boris}));
  BALINT_CHECK(declined().refuses(code::repeated, anna, act::vote{}, case_id{boris}));  // That vote still counts.
  BALINT_CHECK(declined().accepts(clara, act::pass{}));
  BALINT_CHECK(declined()->votes_for(case_id{anna}) == 0 && declined()->votes_for(case_id{boris}) == 1);
}

TYPED_TEST(PresentationAndSelection, DeclineCase_LetsGroupAndLeaderSelectAnew_STG2) {
  using P = TypeParam;
  constexpr auto declined = [] { return voted_again<P>(selected<P>().did(anna, act::decline_case{})); };
  BALINT_CHECK(declined().accepts(lead, act::select_case{}, case_id{boris}));
  BALINT_CHECK(declined().refuses(code::not_supported, lead, act::select_case{}, case_id{clara}));
  BALINT_CHECK(
      declined().did(lead, act::select_case{}, case_id{boris}).refuses(code::wrong_role, anna, act::accept_case{}));
  BALINT_CHECK(declined().did(lead, act::select_case{}, case_id{boris}).did(boris, act::accept_case{}).may_go_on());
}

TYPED_TEST(PresentationAndSelection, DeclineCase_CanHappenToEveryCaseInTurn) {
  using P = TypeParam;
  constexpr auto declined_twice = [] {
    return voted_again<P>(selected<P>().did(anna, act::decline_case{}))
        .did(lead, act::select_case{}, case_id{boris})
        .did(boris, act::decline_case{});
  };
  BALINT_CHECK(declined_twice()->first_owed().by.bits() == 0b0101U);  // Anna and Clara voted for Boris's case.
  BALINT_CHECK(declined_twice()
                   .did(anna, act::vote{}, case_id{clara})
                   .did(clara, act::pass{})
                   .did(lead, act::select_case{}, case_id{clara})
                   .did(clara, act::accept_case{})
                   .may_go_on());
}

// ---- withdraw of an owner -------------------------------------------------------------------------------------------

TYPED_TEST(PresentationAndSelection, Withdraw_OfThePresenterInStage2UndoesTheSelection_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().did(anna, act::withdraw{})->presenter() == nobody);
  BALINT_CHECK(selected<P>().did(anna, act::withdraw{}).owes("everyone_takes_part"));
  constexpr auto anew = [](bool accepted) {
    auto s = selected<P>();
    if (accepted) s.did(anna, act::accept_case{});
    return voted_again<P>(s.did(anna, act::withdraw{}));
  };
  BALINT_CHECK(anew(false).refuses(code::unknown_target, lead, act::select_case{}, case_id{anna}));
  BALINT_CHECK(anew(false).owes("stage_order") && anew(true).owes("stage_order"));
  BALINT_CHECK(anew(true).did(lead, act::select_case{}, case_id{boris}).owes("voluntary"));
  BALINT_CHECK(anew(true).did(lead, act::select_case{}, case_id{boris}).did(boris, act::accept_case{}).may_go_on());
}

TYPED_TEST(PresentationAndSelection, Withdraw_OfAVoterLeavesTheVoteCounted_STG2) {
  using P = TypeParam;
  BALINT_CHECK(voted<P>().did(boris, act::withdraw{})->votes_for(case_id{anna}) == (leader_takes_part<P> ? 3 : 2));
  BALINT_CHECK(voted<P>().did(boris, act::withdraw{})->votes_for(case_id{boris}) == 0);  // The case is out.
}

TYPED_TEST(PresentationAndSelection, Withdraw_OfAnOwnerTakesTheCaseOut_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(in_presentation<P>().did(anna, act::present_case{}).did(anna, act::withdraw{})->cases().empty());
  BALINT_CHECK(
      in_selection<P>().did(anna, act::withdraw{}).refuses(code::unknown_target, boris, act::vote{}, case_id{anna}));
  BALINT_CHECK(in_selection<P>().did(anna, act::withdraw{}).accepts(boris, act::vote{}, case_id{clara}));
}

TYPED_TEST(PresentationAndSelection, Withdraw_OfAnotherThanThePresenterLeavesTheSelection) {
  using P = TypeParam;
  BALINT_CHECK(selected<P>().did(boris, act::withdraw{})->presenter() == anna);
  // Anna's vote was for the case of whoever left: it is void and owed again.
  constexpr auto accepted = [] { return selected<P>().did(boris, act::withdraw{}).did(anna, act::accept_case{}); };
  BALINT_CHECK(accepted().owes("everyone_takes_part") && accepted()->first_owed().by.bits() == 0b0001U);
  BALINT_CHECK(accepted().did(anna, act::vote{}, case_id{clara}).may_go_on());
}

TYPED_TEST(PresentationAndSelection, Vote_OfWhoeverRejoinsAfterTheSelectionIsStillOwedAndLeavesTheSelection) {
  using P = TypeParam;
  constexpr auto late = [] {
    auto s = in_selection<P>();
    s.did(clara, act::drop{}).did(anna, act::vote{}, case_id{anna}).did(boris, act::vote{}, case_id{anna});
    if constexpr (leader_takes_part<P>) s.did(lead, act::vote{}, case_id{anna});
    return s.did(lead, act::select_case{}, case_id{anna}).did(anna, act::accept_case{}).did(clara, act::rejoin{});
  };
  BALINT_CHECK(late().owes("everyone_takes_part"));
  BALINT_CHECK(late().did(clara, act::vote{}, case_id{boris}).may_go_on());
  BALINT_CHECK(late().did(clara, act::vote{}, case_id{boris})->presenter() == anna);
}

}  // namespace presentation_and_selection_test
