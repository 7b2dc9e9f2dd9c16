// SPDX-License-Identifier: MIT
#include <balint/vocabulary/event.hpp>

#include <gtest/gtest.h>

#include <type_traits>

namespace event_test {

using namespace balint;

struct any_protocol;
using recorded = event<any_protocol>;

static_assert(sizeof(recorded) == 16 && std::is_trivially_copyable_v<recorded>);
TEST(Event, TakesSixteenBytesThatCanBeCopiedAsTheyAre) {
  EXPECT_EQ(sizeof(recorded), 16U);
  EXPECT_TRUE(std::is_trivially_copyable_v<recorded>);
}

constexpr bool an_event_states_no_time_by_default() { return recorded{}.at == unstated && recorded{}.target == 0; }
static_assert(an_event_states_no_time_by_default());
TEST(Event, StatesNoTimeByDefault) { EXPECT_TRUE(an_event_states_no_time_by_default()); }

constexpr bool events_differ_in_every_part() {
  const recorded one{.at = {5}, .by = {1}, .act = {2}, .target = 3};
  return one == recorded{.at = {5}, .by = {1}, .act = {2}, .target = 3} &&
         one != recorded{.at = {6}, .by = {1}, .act = {2}, .target = 3} &&
         one != recorded{.at = {5}, .by = {0}, .act = {2}, .target = 3} &&
         one != recorded{.at = {5}, .by = {1}, .act = {1}, .target = 3} &&
         one != recorded{.at = {5}, .by = {1}, .act = {2}, .target = 4};
}
static_assert(events_differ_in_every_part());
TEST(Event, DiffersFromAnotherInEveryPart) { EXPECT_TRUE(events_differ_in_every_part()); }

constexpr bool targets_become_numbers() {
  return detail::raw(no_target{}) == 0 && detail::raw(person_id{63}) == 63 && detail::raw(case_id{{7}}) == 7 &&
         detail::raw(option_id{256}) == 256 && detail::raw(rule_id{17}) == 17;
}
static_assert(targets_become_numbers());
TEST(Event, HoldsEveryKindOfTarget) { EXPECT_TRUE(targets_become_numbers()); }

constexpr bool targets_are_read_as_what_they_are() {
  const recorded three{.target = 3};
  return three.target_as<person_id>() == person_id{3} && three.target_as<case_id>() == case_id{{3}} &&
         three.target_as<rule_id>() == rule_id{3} && recorded{.target = 256}.target_as<option_id>() == option_id{256};
}
static_assert(targets_are_read_as_what_they_are());
TEST(Event, ReadsItsTargetAsWhatTheActIsDoneTo) { EXPECT_TRUE(targets_are_read_as_what_they_are()); }

constexpr bool an_unknown_target_is_nobody() {
  const recorded unknown{.target = recorded::unknown_target};
  return unknown.target_as<person_id>() == nobody && unknown.target_as<case_id>() == case_id{nobody};
}
static_assert(an_unknown_target_is_nobody());
TEST(Event, ReadsAnUnknownTargetAsNobody) { EXPECT_TRUE(an_unknown_target_is_nobody()); }

// A number that no person can have is nobody, not the person of its last eight bits.
TEST(Event, ReadsATargetBeyondEverybodyAsNobody) {
  EXPECT_GE(recorded{.target = 256 + 3}.target_as<person_id>().index, max_people);
  EXPECT_GE(recorded{.target = 256 + 3}.target_as<case_id>().owner.index, max_people);
}

constexpr bool nobody_is_an_unknown_target() {
  return detail::raw(nobody) == recorded::unknown_target && detail::raw(case_id{nobody}) == recorded::unknown_target;
}
static_assert(nobody_is_an_unknown_target());
TEST(Event, HasAnUnknownTargetWhereItIsNobody) { EXPECT_TRUE(nobody_is_an_unknown_target()); }

}  // namespace event_test
