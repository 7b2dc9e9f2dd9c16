// SPDX-License-Identifier: MIT
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/pedagogical.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace pedagogical_test {

using namespace balint;
using namespace balint::declare;

// What each stage owes, as the protocol's description says it: the stage's number, the act, how often, the rule.
struct owed {
  std::size_t stage;
  std::string_view act;
  quota due;
  std::string_view rule;
  friend constexpr bool operator==(owed, owed) = default;
};
constexpr std::array<owed, 9> expected_duties{{
    {1, "present_case", quota::each, "everyone_takes_part"},
    {2, "vote", quota::each, "everyone_takes_part"},
    {2, "select_case", quota::once, "stage_order"},
    {2, "accept_case", quota::once, "voluntary"},
    {3, "tell_story", quota::once, "stage_order"},
    {4, "propose", quota::each_at_least_once, "everyone_takes_part"},
    {5, "assess", quota::per_option, "every_option_weighed"},
    {5, "forecast", quota::per_option, "every_option_weighed"},
    {6, "self_assess", quota::once, "stage_order"},
}};

template <typename P>
constexpr bool owes_what_is_written() {
  const auto& table = detail::table_of<P>;
  if (table.duties.size() != expected_duties.size()) return false;
  for (std::size_t i = 0; i < expected_duties.size(); ++i) {
    const auto& duty = table.duties[i];
    const owed found{duty.stage + std::size_t{1}, name_of<P>(act_id<P>{duty.act}), duty.due, name_of<P>(duty.rule)};
    if (found != expected_duties[i]) return false;
    // Only the presenter's last word can be let go by, and nothing waits to be owed.
    if (duty.passable != (i + 1 == expected_duties.size()) || duty.since != 0) return false;
  }
  return true;
}
static_assert(owes_what_is_written<student_group>() && owes_what_is_written<staff_group>() &&
              owes_what_is_written<led_staff_group>());
TEST(SixStages, OweWhatTheProtocolSays) {
  EXPECT_TRUE(owes_what_is_written<student_group>());
  EXPECT_TRUE(owes_what_is_written<staff_group>());
  EXPECT_TRUE(owes_what_is_written<led_staff_group>());
}

template <typename P>
constexpr bool needs_a_case_and_an_option() {
  for (std::size_t i = 0; i < P::order::size; ++i) {
    const auto& stage = detail::table_of<P>.stages[i];
    if (stage.needs_case != (i == 0) || stage.needs_option != (i == 3) || stage.outside != 0) return false;
  }
  return true;
}
static_assert(needs_a_case_and_an_option<student_group>() && needs_a_case_and_an_option<staff_group>() &&
              needs_a_case_and_an_option<led_staff_group>());
TEST(SixStages, NeedACaseInTheFirstAndAnOptionInTheFourth) {
  EXPECT_TRUE(needs_a_case_and_an_option<student_group>());
  EXPECT_TRUE(needs_a_case_and_an_option<staff_group>());
  EXPECT_TRUE(needs_a_case_and_an_option<led_staff_group>());
}

// What an act waits for, and what it must come before: "not before" and "until" of the protocol's description.
struct waiting {
  std::string_view act, after, after_all, until;
};
constexpr std::array<waiting, 12> expected_waiting{{
    {"present_case", "", "", ""},
    {"vote", "", "", ""},
    {"select_case", "", "vote", "select_case"},
    {"accept_case", "select_case", "", "accept_case"},
    {"decline_case", "select_case", "", "accept_case"},
    {"tell_story", "", "", "tell_story"},
    {"ask", "tell_story", "", ""},
    {"answer", "ask", "", ""},
    {"propose", "", "", ""},
    {"assess", "", "", ""},
    {"forecast", "", "", ""},
    {"self_assess", "", "", "self_assess"},
}};
template <typename P>
constexpr std::uint64_t bit_of(std::string_view act) {
  return act.empty() ? 0 : std::uint64_t{1} << find_act<P>(act).index;
}
template <typename P>
constexpr bool acts_wait_as_written() {
  for (const auto& wanted : expected_waiting) {
    const auto& row = detail::table_of<P>.acts[find_act<P>(wanted.act).index];
    const auto after_all = wanted.after_all.empty() ? detail::none : find_act<P>(wanted.after_all).index;
    if (row.after != bit_of<P>(wanted.after) || row.until != bit_of<P>(wanted.until) || row.after_all != after_all)
      return false;
  }
  return true;
}
static_assert(acts_wait_as_written<student_group>() && acts_wait_as_written<staff_group>() &&
              acts_wait_as_written<led_staff_group>());
TEST(SixStages, LetActsWaitForEachOther) {
  EXPECT_TRUE(acts_wait_as_written<student_group>());
  EXPECT_TRUE(acts_wait_as_written<staff_group>());
  EXPECT_TRUE(acts_wait_as_written<led_staff_group>());
}

template <typename P>
constexpr bool only_presenting_and_voting_are_exactly_once_for_each() {
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    const auto name = detail::acts_of<P>.names[i];
    if (detail::table_of<P>.acts[i].exactly_once != (name == "present_case" || name == "vote")) return false;
  }
  return true;
}
static_assert(only_presenting_and_voting_are_exactly_once_for_each<student_group>());
TEST(SixStages, LetEachPresentAndVoteOnce) {
  EXPECT_TRUE(only_presenting_and_voting_are_exactly_once_for_each<student_group>());
  EXPECT_TRUE(only_presenting_and_voting_are_exactly_once_for_each<staff_group>());
  EXPECT_TRUE(only_presenting_and_voting_are_exactly_once_for_each<led_staff_group>());
}

// Who discharges what every option is owed: a participant whose case it is not; the leader may, and does not.
template <typename P>
constexpr bool participants_discharge_the_weighing() {
  for (const auto act : {"assess", "forecast"}) {
    const auto& row = detail::table_of<P>.acts[find_act<P>(act).index];
    detail::term_pool terms = detail::table_of<P>.terms;
    const auto listener =
        terms.add({detail::base_of<P, role::participant>(), detail::base_of<P, role::presenter>(), false});
    const auto leader = terms.add({detail::base_of<P, role::leader>(), detail::none, false});
    if (row.owed_by != listener || row.who != (listener | leader)) return false;
  }
  return true;
}
static_assert(participants_discharge_the_weighing<student_group>() &&
              participants_discharge_the_weighing<staff_group>() &&
              participants_discharge_the_weighing<led_staff_group>());
TEST(SixStages, STG5_LetParticipantsDischargeTheWeighing) {
  EXPECT_TRUE(participants_discharge_the_weighing<student_group>());
  EXPECT_TRUE(participants_discharge_the_weighing<staff_group>());
  EXPECT_TRUE(participants_discharge_the_weighing<led_staff_group>());
}

// Where nobody leads, a participant who is there may end the session.
template <typename P>
constexpr bool a_participant_may_end_while_nobody_leads() {
  const auto& row = detail::table_of<P>.acts[act_id_of<act::terminate, P>.index];
  detail::term_pool terms = detail::table_of<P>.terms;
  return row.who == (terms.add({detail::base_of<P, role::leader>(), detail::none, false}) |
                     terms.add({detail::base_of<P, role::participant>(), detail::none, true}));
}
static_assert(a_participant_may_end_while_nobody_leads<student_group>() &&
              a_participant_may_end_while_nobody_leads<staff_group>() &&
              a_participant_may_end_while_nobody_leads<led_staff_group>());
TEST(SixStages, RUL4_LetAParticipantEndWhileNobodyLeads) {
  EXPECT_TRUE(a_participant_may_end_while_nobody_leads<student_group>());
  EXPECT_TRUE(a_participant_may_end_while_nobody_leads<staff_group>());
  EXPECT_TRUE(a_participant_may_end_while_nobody_leads<led_staff_group>());
}

template <typename... Conditions>
constexpr std::array<std::string_view, sizeof...(Conditions)> advice(conditions<Conditions...>) {
  return {name_of(Conditions::advises)...};
}
constexpr bool advisories_come_in_order() {
  return advice(pedagogical::session_advisories{}) ==
             std::array<std::string_view, 9>{
                 "passed",         "own_option_only", "leader_proposed", "presenter_proposed",
                 "leader_weighed", "cut_short",       "session_length",  "no_refocus",
                 "not_live"} &&
         advice(staff_group::session_advisories{}).size() == 10 &&
         advice(staff_group::session_advisories{}).back() == "supervisor_away";
}
static_assert(advisories_come_in_order());
TEST(SessionAdvisories, ComeInTheOrderOfTheProtocol) { EXPECT_TRUE(advisories_come_in_order()); }

}  // namespace pedagogical_test
