// SPDX-License-Identifier: MIT
#include <balint/vocabulary/target.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>

namespace target_test {

using namespace balint;

constexpr bool targets_become_numbers() {
  return detail::raw(no_target{}) == 0 && detail::raw(person_id{63}) == 63 && detail::raw(case_id{{7}}) == 7 &&
         detail::raw(option_id{256}) == 256 && detail::raw(rule_id{17}) == 17;
}
static_assert(targets_become_numbers());
TEST(Target, OfEveryKindHasANumber) { EXPECT_TRUE(targets_become_numbers()); }

constexpr bool numbers_are_read_as_what_they_are() {
  return detail::from_raw<person_id>(3) == person_id{3} && detail::from_raw<case_id>(3) == case_id{{3}} &&
         detail::from_raw<rule_id>(3) == rule_id{3} && detail::from_raw<option_id>(256) == option_id{256} &&
         detail::from_raw<no_target>(0) == no_target{};
}
static_assert(numbers_are_read_as_what_they_are());
TEST(Target, IsReadAsWhatTheActIsDoneTo) { EXPECT_TRUE(numbers_are_read_as_what_they_are()); }

// A number that no person can have is nobody, not the person of its last eight bits.
TEST(Target, BeyondEverybodyIsNobody) {
  EXPECT_GE(detail::from_raw<person_id>(256 + 3).index, max_people);
  EXPECT_GE(detail::from_raw<case_id>(256 + 3).owner.index, max_people);
  EXPECT_EQ(detail::from_raw<rule_id>(256 + 3), no_rule);
}

constexpr bool nobody_is_an_unknown_target() {
  return detail::raw(nobody) == detail::unknown_target && detail::raw(case_id{nobody}) == detail::unknown_target &&
         detail::raw(no_rule) == detail::unknown_target;
}
static_assert(nobody_is_an_unknown_target());
TEST(Target, IsUnknownWhereItIsNobody) { EXPECT_TRUE(nobody_is_an_unknown_target()); }

constexpr bool knows_its_kind() {
  return target().kind() == target_kind::none && target(no_target{}).kind() == target_kind::none &&
         target(case_id{{1}}).kind() == target_kind::case_of && target(option_id{1}).kind() == target_kind::option &&
         target(rule_id{1}).kind() == target_kind::rule && target(person_id{1}).kind() == target_kind::person;
}
static_assert(knows_its_kind());
TEST(Target, KnowsItsKind) { EXPECT_TRUE(knows_its_kind()); }

constexpr bool gives_back_its_id() {
  return target(case_id{{1}}).as<case_id>() == case_id{{1}} &&
         target(option_id{256}).as<option_id>() == option_id{256} && target(rule_id{1}).as<rule_id>() == rule_id{1} &&
         target(person_id{1}).as<person_id>() == person_id{1};
}
static_assert(gives_back_its_id());
TEST(Target, GivesBackItsId) { EXPECT_TRUE(gives_back_its_id()); }

constexpr bool is_nothing_of_another_kind() {
  constexpr target one = case_id{{1}};
  return one.as<person_id>() == nobody && one.as<option_id>() == option_id{0} && one.as<rule_id>() == no_rule &&
         target(person_id{1}).as<case_id>() == case_id{nobody} && target().as<person_id>() == nobody;
}
static_assert(is_nothing_of_another_kind());
TEST(Target, IsNothingOfAnotherKind) { EXPECT_TRUE(is_nothing_of_another_kind()); }

constexpr bool knows_what_no_session_has() {
  return target::unknown(target_kind::case_of).is_unknown() && target(case_id{nobody}).is_unknown() &&
         target(person_id{max_people}).is_unknown() && !target(person_id{max_people - 1}).is_unknown() &&
         target(option_id{0}).is_unknown() && !target(option_id{1}).is_unknown() &&
         !target(option_id{max_options}).is_unknown() && target(option_id{max_options + 1}).is_unknown() &&
         target(no_rule).is_unknown() && !target(rule_id{0}).is_unknown() && !target().is_unknown() &&
         !target::unknown(target_kind::none).is_unknown() && target::unknown(target_kind::none) == target();
}
static_assert(knows_what_no_session_has());
TEST(Target, KnowsWhatNoSessionHas) { EXPECT_TRUE(knows_what_no_session_has()); }

constexpr bool differs_by_kind_and_id() {
  return target(case_id{{1}}) != target(person_id{1}) && target(case_id{{1}}) != target(case_id{{2}}) &&
         target(case_id{{1}}) == target(case_id{{1}});
}
static_assert(differs_by_kind_and_id());
TEST(Target, DiffersByKindAndId) { EXPECT_TRUE(differs_by_kind_and_id()); }

static_assert(!std::convertible_to<int, target> && !std::is_constructible_v<target, int>);
TEST(Target, IsNotMadeOfANumber) { EXPECT_FALSE((std::is_constructible_v<target, int>)); }

}  // namespace target_test
