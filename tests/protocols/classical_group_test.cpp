// SPDX-License-Identifier: MIT
#include <balint/protocols/classical_group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace classical_group_test {

using namespace balint;
using P = classical_group;

constexpr bool has_seven_stages() {
  return P::order::names == std::array<std::string_view, 7>{"convening",  "call_for_case",   "story",  "questions",
                                                            "group_work", "invitation_back", "closing"};
}
static_assert(has_seven_stages() && P::name == "classical_group");
TEST(ClassicalGroup, HasItsSevenStagesInOrder) { EXPECT_TRUE(has_seven_stages()); }

constexpr bool gives_no_advice_and_assesses_nothing() {
  return !act_of<act::propose, P> && !act_of<act::suggest, P> && !act_of<act::assess, P> && !act_of<act::forecast, P> &&
         !act_of<act::vote, P> && !act_of<act::self_assess, P> && rules_of<P>::has<rule::no_advice>;
}
static_assert(gives_no_advice_and_assesses_nothing());
TEST(ClassicalGroup, GivesNoAdviceAndAssessesNothing) { EXPECT_TRUE(gives_no_advice_and_assesses_nothing()); }

constexpr bool the_presenter_only_listens_to_the_group_at_work() {
  return permits<P, stage::group_work, act::speculate, role::participant> &&
         permits<P, stage::group_work, act::speculate, role::leader> &&
         permits<P, stage::group_work, act::speculate, role::co_leader> &&
         !permits<P, stage::group_work, act::speculate, role::presenter> &&
         permits<P, stage::group_work, act::sit_back, role::presenter> &&
         !permits<P, stage::group_work, act::answer, role::presenter> &&
         !permits<P, stage::group_work, act::ask, role::participant>;
}
static_assert(the_presenter_only_listens_to_the_group_at_work());
TEST(ClassicalGroup, LetsThePresenterListenWhileTheGroupWorks) {
  EXPECT_TRUE(the_presenter_only_listens_to_the_group_at_work());
}

constexpr bool each_has_their_own_part() {
  return permits<P, stage::convening, act::restate_rules, role::leader> &&
         permits<P, stage::call_for_case, act::offer_case, role::participant> &&
         permits<P, stage::call_for_case, act::select_case, role::leader> &&
         permits<P, stage::story, act::tell_story, role::presenter> &&
         !permits<P, stage::story, act::ask, role::participant> &&
         permits<P, stage::questions, act::ask, role::participant> &&
         permits<P, stage::questions, act::ask, role::leader> &&
         permits<P, stage::questions, act::answer, role::presenter> &&
         permits<P, stage::invitation_back, act::invite_back, role::leader> &&
         permits<P, stage::invitation_back, act::respond, role::presenter> &&
         !permits<P, stage::invitation_back, act::ask, role::participant> &&
         permits<P, stage::closing, act::reflect, role::co_leader>;
}
static_assert(each_has_their_own_part());
TEST(ClassicalGroup, GivesEachTheirOwnPart) { EXPECT_TRUE(each_has_their_own_part()); }

constexpr bool co_leaders_help_and_inherit() {
  return permits<P, stage::story, act::remind, role::co_leader> &&
         permits<P, stage::story, act::refocus, role::co_leader> &&
         permits<P, stage::story, act::flag, role::co_leader> &&
         permits<P, stage::story, act::flag, role::participant> &&
         permits<P, stage::story, act::flag, role::supervisor> &&
         !permits<P, stage::story, act::advance, role::co_leader> &&
         !permits<P, stage::story, act::terminate, role::co_leader> &&
         permits<P, stage::story, act::hand_over, role::leader> && !P::offices::has<role::deputy>;
}
static_assert(co_leaders_help_and_inherit());
TEST(ClassicalGroup, HasACoLeaderWhoHelpsAndDoesNotMoveOn) { EXPECT_TRUE(co_leaders_help_and_inherit()); }

// A standing group begins with "Who has a case?": restating the rules is no duty; inviting back is one only after
// somebody sat back.
constexpr bool only_what_was_begun_is_owed() {
  bool invites = false;
  for (const auto& duty : detail::table_of<P>.duties) {
    const auto act = name_of<P>(act_id<P>{duty.act});
    if (act == "restate_rules") return false;
    const bool is_invitation = act == "invite_back";
    if ((duty.since != 0) != is_invitation) return false;
    invites = invites || (is_invitation && duty.since == detail::bit(act_id_of<act::sit_back, P>.index));
  }
  return invites;
}
static_assert(only_what_was_begun_is_owed());
TEST(ClassicalGroup, OwesNoRestatingAndAnInvitationOnlyAfterSittingBack) { EXPECT_TRUE(only_what_was_begun_is_owed()); }

constexpr bool pushing_back_is_optional() {
  for (const auto& duty : detail::table_of<P>.duties) {
    if (name_of<P>(act_id<P>{duty.act}) == "sit_back") return false;
  }
  return act_of_stage<act::sit_back, P, stage::group_work>;
}
static_assert(pushing_back_is_optional());
TEST(ClassicalGroup, LeavesPushingBackToTheSchool) { EXPECT_TRUE(pushing_back_is_optional()); }

}  // namespace classical_group_test
