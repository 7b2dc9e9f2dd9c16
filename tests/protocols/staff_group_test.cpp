// SPDX-License-Identifier: MIT
#include <balint/protocols/staff_group.hpp>

#include <tests/protocol/six_stages.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>

namespace staff_group_test {

using namespace balint;
using protocol_under_test = staff_group;

static_assert(protocol_under_test::name == "staff_group");
static_assert(six_stages::has_the_six_stages<protocol_under_test>());
TEST(StaffGroup, STG8_HasTheSixStagesInTheirOrder) {
  EXPECT_TRUE(six_stages::has_the_six_stages<protocol_under_test>());
}

// Every cell of stage, act and role, asked of the concepts.
static_assert(six_stages::concepts_agree<protocol_under_test>());
TEST(StaffGroup, PermitsEveryActInEveryStageToThoseWhoMayDoIt) {
  EXPECT_TRUE(six_stages::concepts_agree<protocol_under_test>());
}

// Every cell of stage, act and role, asked of the table that the engine reads.
static_assert(six_stages::table_agrees<protocol_under_test>());
TEST(StaffGroup, LetsTheEnginePermitTheSame) { EXPECT_TRUE(six_stages::table_agrees<protocol_under_test>()); }

TEST(StaffGroup, STG8_AdvancesFromEveryStageButTheLast) {
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::advance>{}));
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::cut_short>{}));
}
TEST(StaffGroup, STG6_ClosesFromTheLastStageOnly) {
  EXPECT_TRUE(six_stages::concepts_agree_on<protocol_under_test>(six_stages::one_act<act::close>{}));
}

// Whom the lead may be handed to, and who has to be there to move on, in the terms of the declaration.
constexpr bool a_colleague_inherits_and_a_supervisor_has_to_watch() {
  const auto row = [](std::string_view act) {
    return detail::table_of<staff_group>.acts[find_act<staff_group>(act).index];
  };
  detail::term_pool wanted = detail::table_of<staff_group>.terms;
  const auto deputy = wanted.add({detail::base_of<staff_group, role::deputy>(), detail::none, false});
  const auto participant = wanted.add({detail::base_of<staff_group, role::participant>(), detail::none, false});
  const auto supervisor = wanted.add({detail::base_of<staff_group, role::supervisor>(), detail::none, false});
  return row("hand_over").heirs == (deputy | participant) && row("advance").attended == supervisor &&
         row("cut_short").attended == supervisor && row("close").attended == supervisor &&
         row("terminate").attended == 0;
}
static_assert(a_colleague_inherits_and_a_supervisor_has_to_watch());
TEST(StaffGroup, VAR3_MovesOnInThePresenceOfASupervisor) {
  EXPECT_TRUE(a_colleague_inherits_and_a_supervisor_has_to_watch());
}

// Colleagues lead themselves: whoever's case it is not may take the lead while nobody has it.
constexpr bool a_colleague_takes_the_lead() {
  detail::term_pool wanted = detail::table_of<staff_group>.terms;
  const auto& row = detail::table_of<staff_group>.acts[act_id_of<act::take_lead, staff_group>.index];
  return row.does == effect::takes_lead && row.home == detail::none &&
         row.who == wanted.add({detail::base_of<staff_group, role::participant>(),
                                detail::base_of<staff_group, role::presenter>(), false});
}
static_assert(a_colleague_takes_the_lead());
TEST(StaffGroup, VAR2_LetsAColleagueTakeTheLead) { EXPECT_TRUE(a_colleague_takes_the_lead()); }

static_assert(std::same_as<rules_of<staff_group>, rule::catalogue>);
TEST(StaffGroup, HasTheRulesOfTheCatalogue) { EXPECT_TRUE((std::same_as<rules_of<staff_group>, rule::catalogue>)); }

}  // namespace staff_group_test
