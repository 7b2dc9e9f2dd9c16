// SPDX-License-Identifier: MIT
#include <balint/protocols/led_staff_group.hpp>

#include <tests/protocol/six_stages.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

namespace led_staff_group_test {

using namespace balint;
using protocol_under_test = led_staff_group;

static_assert(protocol_under_test::name == "led_staff_group" && protocol_under_test::source == "VAR-7");
static_assert(six_stages::has_the_six_stages<protocol_under_test>());
TEST(LedStaffGroup, STG8_HasTheSixStagesInTheirOrder) {
  EXPECT_TRUE(six_stages::has_the_six_stages<protocol_under_test>());
}

// Every cell of stage, act and role, asked of the concepts.
static_assert(six_stages::concepts_agree<protocol_under_test>());
TEST(LedStaffGroup, PermitsEveryActInEveryStageToThoseWhoMayDoIt) {
  EXPECT_TRUE(six_stages::concepts_agree<protocol_under_test>());
}

// Every cell of stage, act and role, asked of the table that the engine reads.
static_assert(six_stages::table_agrees<protocol_under_test>());
TEST(LedStaffGroup, LetsTheEnginePermitTheSame) { EXPECT_TRUE(six_stages::table_agrees<protocol_under_test>()); }

TEST(LedStaffGroup, STG8_AdvancesFromEveryStageButTheLast) {
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::advance>{}));
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::cut_short>{}));
}
TEST(LedStaffGroup, STG6_ClosesFromTheLastStageOnly) {
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::close>{}));
}

// Whom the lead may be handed to, and who has to be there to move on, in the terms of the declaration.
constexpr bool a_colleague_inherits_and_nobody_has_to_watch() {
  const auto row = [](std::string_view act) {
    return detail::table_of<led_staff_group>.acts[find_act<led_staff_group>(act).index];
  };
  detail::term_pool wanted = detail::table_of<led_staff_group>.terms;
  const auto deputy = wanted.add({detail::base_of<led_staff_group, role::deputy>(), detail::none, false});
  const auto participant = wanted.add({detail::base_of<led_staff_group, role::participant>(), detail::none, false});
  return row("hand_over").heirs == (deputy | participant) && row("advance").attended == 0 &&
         row("cut_short").attended == 0 && row("close").attended == 0;
}
static_assert(a_colleague_inherits_and_nobody_has_to_watch());
TEST(LedStaffGroup, VAR7_HandsTheLeadToAColleagueAndNeedsNoSupervisor) {
  EXPECT_TRUE(a_colleague_inherits_and_nobody_has_to_watch());
}

static_assert(!act_of<act::take_lead, led_staff_group>);
TEST(LedStaffGroup, VAR7_LetsNobodyTakeTheLead) { EXPECT_FALSE((act_of<act::take_lead, led_staff_group>)); }

static_assert(std::same_as<rules_of<led_staff_group>, rule::catalogue>);
TEST(LedStaffGroup, HasTheRulesOfTheCatalogue) {
  EXPECT_TRUE((std::same_as<rules_of<led_staff_group>, rule::catalogue>));
}

}  // namespace led_staff_group_test
