// SPDX-License-Identifier: MIT
// Who leads: the acting leader, its stand-ins and its heirs, and why who leads does not present.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace leadership_test {

template <typename P>
class Leadership : public testing::Test {};
using six_stage_groups = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(Leadership, six_stage_groups);

/// Anna is a participant and the deputy as well; the other deputy stays.
template <typename P>
constexpr scene<P> with_anna_as_deputy() {
  auto people = formed<P>().formed().value();
  detail::group_access::seat(people, anna, office_set<P>::template of<role::deputy>().bits);
  return scene<P>(people);
}
/// Boris is a participant and a deputy as well; the other deputy stays.
template <typename P>
constexpr scene<P> with_boris_as_deputy() {
  auto people = formed<P>().formed().value();
  detail::group_access::seat(people, boris, office_set<P>::template of<role::deputy>().bits);
  return scene<P>(people);
}

// ---- the acting leader ----------------------------------------------------------------------------------------------

TYPED_TEST(Leadership, ActingLeader_IsTheLeaderWhenPresent_RUL5) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>()->acting_leader() == lead);
  BALINT_CHECK(scene<P>()->template holds<role::leader>(lead));
  BALINT_CHECK(!scene<P>()->template holds<role::leader>(deputy));
}

TYPED_TEST(Leadership, ActingLeader_IsAPresentDeputyWhenTheLeaderIsAbsent) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(lead, act::drop{})->acting_leader() == deputy);
  BALINT_CHECK(scene<P>().did(lead, act::withdraw{})->acting_leader() == deputy);
  BALINT_CHECK(scene<P>().did(lead, act::drop{})->template holds<role::leader>(deputy));
  BALINT_CHECK(scene<P>().did(lead, act::drop{}).did(lead, act::rejoin{})->acting_leader() == lead);
}

TYPED_TEST(Leadership, ActingLeader_IsNobodyWhenLeaderAndDeputyAreAbsent) {
  using P = TypeParam;
  constexpr auto unled = [] {
    return fulfilled<P, stage::presentation>().did(lead, act::drop{}).did(deputy, act::drop{});
  };
  BALINT_CHECK(unled()->acting_leader() == nobody);
  BALINT_CHECK(!unled()->template holds<role::leader>(nobody));
  BALINT_CHECK(unled().refuses(code::wrong_role, anna, act::advance{}));
  BALINT_CHECK(unled().refuses(code::wrong_role, watcher, act::terminate{}));
  BALINT_CHECK(unled().accepts(deputy, act::rejoin{}));
}

TYPED_TEST(Leadership, ActingLeader_IsNotADeputyWhoIsThePresenter) {
  using P = TypeParam;
  constexpr auto annas_case = [] {
    auto s = with_anna_as_deputy<P>();
    while (s.is_sound() && !s->template is_in<stage::story>()) s.left();
    return s.did(lead, act::drop{});
  };
  BALINT_CHECK(annas_case()->presenter() == anna);
  BALINT_CHECK(annas_case()->acting_leader() == deputy);
  BALINT_CHECK(annas_case().did(deputy, act::drop{})->acting_leader() == nobody);
}

TYPED_TEST(Leadership, ActingLeader_OfSeveralDeputiesIsTheFirstInTheRoster) {
  using P = TypeParam;
  BALINT_CHECK(with_anna_as_deputy<P>().did(lead, act::drop{})->acting_leader() == anna);
  BALINT_CHECK(with_anna_as_deputy<P>().did(lead, act::drop{}).did(anna, act::drop{})->acting_leader() == deputy);
}

TYPED_TEST(Leadership, ActingLeader_DoesWhatTheLeaderDoes) {
  using P = TypeParam;
  constexpr auto led_by_deputy = [] { return fulfilled<P, stage::presentation>().did(lead, act::drop{}); };
  BALINT_CHECK(led_by_deputy().accepts(deputy, act::advance{}));
  BALINT_CHECK(led_by_deputy().accepts(deputy, act::remind{}, rule_of<P, rule::respect>));
  BALINT_CHECK(led_by_deputy().accepts(deputy, act::refocus{}));
  BALINT_CHECK(led_by_deputy().did(deputy, act::advance{}).accepts(deputy, act::vote{}, case_id{boris}));
  BALINT_CHECK(led_by_deputy().refuses(code::absent, lead, act::advance{}));
}

TYPED_TEST(Leadership, APersonActsInEveryOfficeHeld) {
  using P = TypeParam;
  BALINT_CHECK(with_boris_as_deputy<P>().accepts(boris, act::present_case{}));
  BALINT_CHECK(with_boris_as_deputy<P>().did(lead, act::drop{}).accepts(boris, act::refocus{}));
  BALINT_CHECK(with_boris_as_deputy<P>().did(lead, act::drop{}).accepts(boris, act::present_case{}));
}

TEST(Leadership, AParticipantWhoLeadsStillOwesWhatEachOwes) {
  using P = staff_group;
  BALINT_CHECK(scene<P>()
                   .did(anna, act::present_case{})
                   .did(boris, act::present_case{})
                   .did(clara, act::present_case{})
                   ->first_owed()
                   .by.bits() == 0b1000U);
  BALINT_CHECK(entering<P, stage::proposals>()
                   .did(boris, act::propose{})
                   .did(clara, act::propose{})
                   .owes("everyone_takes_part"));
}

// ---- hand_over ------------------------------------------------------------------------------------------------------

TYPED_TEST(Leadership, HandOver_MovesTheLeadToADeputy_RUL5) {
  using P = TypeParam;
  constexpr auto handed = [] { return fulfilled<P, stage::presentation>().did(lead, act::hand_over{}, deputy); };
  BALINT_CHECK(handed()->acting_leader() == deputy);
  BALINT_CHECK(handed().accepts(deputy, act::advance{}));
  BALINT_CHECK(handed().refuses(code::wrong_role, lead, act::advance{}));
  BALINT_CHECK(handed().did(deputy, act::drop{})->acting_leader() == nobody);
}

TYPED_TEST(Leadership, HandOver_ToAParticipantAmongColleaguesOnly_VAR1_VAR2_VAR7) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().accepts(lead, act::hand_over{}, anna) == !std::same_as<P, student_group>);
  if constexpr (std::same_as<P, student_group>) {
    BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::hand_over{}, anna));
  }
}

TYPED_TEST(Leadership, HandOver_NotToTheSupervisorNorToOneselfNorToAStranger) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::hand_over{}, watcher));
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::hand_over{}, lead));
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::hand_over{}, nobody));
  BALINT_CHECK(scene<P>().refuses(code::unknown_target, lead, act::hand_over{}, person_id{6}));
}

TYPED_TEST(Leadership, HandOver_NotToSomebodyAbsent) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(deputy, act::drop{}).refuses(code::unknown_target, lead, act::hand_over{}, deputy));
  BALINT_CHECK(scene<P>().did(deputy, act::withdraw{}).refuses(code::unknown_target, lead, act::hand_over{}, deputy));
  BALINT_CHECK(scene<P>().did(deputy, act::drop{}).did(deputy, act::rejoin{}).accepts(lead, act::hand_over{}, deputy));
}

TYPED_TEST(Leadership, HandOver_NotToThePresenter) {
  using P = TypeParam;
  constexpr auto annas_case = [] {
    auto s = with_anna_as_deputy<P>();
    while (s.is_sound() && !s->template is_in<stage::story>()) s.left();
    return s;
  };
  BALINT_CHECK(annas_case().refuses(code::unknown_target, lead, act::hand_over{}, anna));
  BALINT_CHECK(with_anna_as_deputy<P>().accepts(lead, act::hand_over{}, anna));
}

TYPED_TEST(Leadership, HandOver_IsForTheActingLeaderAlone) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, anna, act::hand_over{}, deputy));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, deputy, act::hand_over{}, deputy));
  BALINT_CHECK(scene<P>().refuses(code::wrong_role, watcher, act::hand_over{}, deputy));
}

TYPED_TEST(Leadership, HandOver_ByADeputyWhoActsStaysWhenTheLeaderRejoins) {
  using P = TypeParam;
  constexpr auto handed = [] {
    return with_boris_as_deputy<P>().did(lead, act::drop{}).did(boris, act::hand_over{}, deputy);
  };
  BALINT_CHECK(handed()->acting_leader() == deputy);
  BALINT_CHECK(handed().did(lead, act::rejoin{})->acting_leader() == deputy);
  BALINT_CHECK(handed().did(lead, act::rejoin{}).refuses(code::wrong_role, lead, act::refocus{}));
}

TYPED_TEST(Leadership, HandOver_LeavesTheFormerLeaderFreeToGo_GRP7) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>().did(lead, act::hand_over{}, deputy).accepts(lead, act::withdraw{}));
  BALINT_CHECK(scene<P>().did(lead, act::hand_over{}, deputy).accepts(lead, act::drop{}));
  BALINT_CHECK(scene<P>().did(lead, act::hand_over{}, deputy).accepts(lead, act::present_case{}) ==
               leader_takes_part<P>);
}

TEST(Leadership, HandOver_CanGoBackInAStaffGroup) {
  BALINT_CHECK(
      scene<staff_group>().did(lead, act::hand_over{}, anna).did(anna, act::hand_over{}, lead)->acting_leader() ==
      lead);
}

// ---- who leads does not present -------------------------------------------------------------------------------------

/// A staff group in which everybody voted for one case.
constexpr auto all_voted_for(person_id owner) {
  auto s = entering<staff_group, stage::selection>();
  for (const auto who : {anna, boris, clara, lead}) s.did(who, act::vote{}, case_id{owner});
  return s;
}

TEST(Leadership, LeaderIsPresenter_TheLeadersOwnCaseIsNotSelectedByTheLeader_RUL5) {
  BALINT_CHECK(all_voted_for(lead).refuses(code::leader_is_presenter, lead, act::select_case{}, case_id{lead}));
}

TEST(Leadership, LeaderIsPresenter_HandOverFirst_RUL5) {
  constexpr auto handed = [] { return all_voted_for(lead).did(lead, act::hand_over{}, boris); };
  BALINT_CHECK(handed().accepts(boris, act::select_case{}, case_id{lead}));
  BALINT_CHECK(handed().did(boris, act::select_case{}, case_id{lead})->presenter() == lead);
  BALINT_CHECK(handed()
                   .did(boris, act::select_case{}, case_id{lead})
                   .did(lead, act::accept_case{})
                   .accepts(boris, act::advance{}));
  BALINT_CHECK(handed()
                   .did(boris, act::select_case{}, case_id{lead})
                   .refuses(code::unknown_target, boris, act::hand_over{}, lead));
}

TEST(Leadership, LeaderIsPresenter_NorTheCaseOfADeputyWhoActs_RUL5) {
  constexpr auto deputy_acts = [](person_id owner) {
    auto people = formed<staff_group>().formed().value();
    detail::group_access::seat(people, boris, office_set<staff_group>::of<role::deputy>().bits);
    scene<staff_group> s(people);
    s.left();
    for (const auto who : {anna, boris, clara, lead}) s.did(who, act::vote{}, case_id{owner});
    return s.did(lead, act::drop{});
  };
  BALINT_CHECK(deputy_acts(boris).refuses(code::leader_is_presenter, boris, act::select_case{}, case_id{boris}));
  BALINT_CHECK(deputy_acts(lead).refuses(code::leader_is_presenter, boris, act::select_case{}, case_id{lead}));
  BALINT_CHECK(deputy_acts(anna).accepts(boris, act::select_case{}, case_id{anna}));
}

}  // namespace leadership_test
