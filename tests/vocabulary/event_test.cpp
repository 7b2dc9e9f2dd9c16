// SPDX-License-Identifier: MIT
#include <balint/vocabulary/event.hpp>

#include <gtest/gtest.h>

#include <type_traits>

namespace {

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
  return one == recorded{.at = {5}, .by = {1}, .act = {2}, .target = 3} && one != recorded{.at = {6}, .by = {1}, .act = {2}, .target = 3} &&
         one != recorded{.at = {5}, .by = {0}, .act = {2}, .target = 3} && one != recorded{.at = {5}, .by = {1}, .act = {1}, .target = 3} &&
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

constexpr bool nobody_is_an_unknown_target() {
  return detail::raw(nobody) == recorded::unknown_target && detail::raw(case_id{nobody}) == recorded::unknown_target;
}
static_assert(nobody_is_an_unknown_target());
TEST(Event, HasAnUnknownTargetWhereItIsNobody) { EXPECT_TRUE(nobody_is_an_unknown_target()); }

}  // namespace
