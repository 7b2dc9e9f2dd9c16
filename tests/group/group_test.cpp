// SPDX-License-Identifier: MIT
#include <balint/group/group.hpp>
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <type_traits>

namespace group_test {

using namespace balint;
using students = group<student_group>;

template <typename Role>
constexpr std::uint32_t office = std::uint32_t{1} << student_group::offices::index<Role>;

constexpr bool an_empty_group_has_nobody() {
  const auto none = detail::group_access::of_nobody<student_group>();
  return none.size() == 0 && none.people().empty() && none.holders<role::leader>().empty();
}
static_assert(an_empty_group_has_nobody());
TEST(Group, HasNobodyByDefault) { EXPECT_TRUE(an_empty_group_has_nobody()); }

constexpr bool people_are_seated_in_their_offices() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {0}, office<role::participant>);
  detail::group_access::seat(people, {1}, office<role::participant> | office<role::deputy>);
  detail::group_access::seat(people, {2}, office<role::leader>);
  return people.size() == 3 && people.people() == person_set{0b111} &&
         people.holders<role::participant>() == person_set{0b011} &&
         people.holders<role::deputy>() == person_set{0b010} && people.holders<role::leader>() == person_set{0b100} &&
         people.holders<role::supervisor>().empty();
}
static_assert(people_are_seated_in_their_offices());
TEST(Group, SeatsPeopleInTheirOffices) { EXPECT_TRUE(people_are_seated_in_their_offices()); }

constexpr bool holders_by_number_and_by_name_agree() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {5}, office<role::supervisor>);
  return people.holders(student_group::offices::index<role::supervisor>) == people.holders<role::supervisor>() &&
         people.holders(student_group::offices::index<role::leader>) != people.holders<role::supervisor>();
}
static_assert(holders_by_number_and_by_name_agree());
TEST(Group, KnowsOfficesByNumberAndByName) { EXPECT_TRUE(holders_by_number_and_by_name_agree()); }

constexpr bool more_offices_are_added() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {0}, office<role::participant>);
  detail::group_access::seat(people, {0}, office<role::leader>);
  detail::group_access::seat(people, {0}, 0);
  return people.size() == 1 && people.holders<role::participant>().contains({0}) &&
         people.holders<role::leader>().contains({0});
}
static_assert(more_offices_are_added());
TEST(Group, GivesMoreOfficesToSomebodySeatedBefore) { EXPECT_TRUE(more_offices_are_added()); }

constexpr bool somebody_without_an_office_is_in_the_group() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {0}, 0);
  return people.size() == 1 && people.people() == person_set{1} && people.holders<role::participant>().empty();
}
static_assert(somebody_without_an_office_is_in_the_group());
TEST(Group, CountsSomebodyWithoutAnOffice) { EXPECT_TRUE(somebody_without_an_office_is_in_the_group()); }

constexpr bool sixty_four_fit() {
  auto people = detail::group_access::of_nobody<student_group>();
  for (std::uint8_t i = 0; i < 64; ++i) detail::group_access::seat(people, {i}, office<role::participant>);
  const students full = people;
  detail::group_access::seat(people, {64}, office<role::leader>);
  detail::group_access::seat(people, nobody, office<role::leader>);
  return people.size() == 64 && people.people().size() == 64 && people.holders<role::participant>().size() == 64 &&
         people == full;
}
static_assert(sixty_four_fit());
TEST(Group, HasRoomForSixtyFourAndIgnoresWhoeverIsBeyond) { EXPECT_TRUE(sixty_four_fit()); }

constexpr bool offices_the_protocol_does_not_have_are_ignored() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {0}, ~std::uint32_t{0});
  auto same = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(
      same, {0}, office<role::participant> | office<role::leader> | office<role::deputy> | office<role::supervisor>);
  return people == same;
}
static_assert(offices_the_protocol_does_not_have_are_ignored());
TEST(Group, IgnoresOfficesTheProtocolDoesNotHave) { EXPECT_TRUE(offices_the_protocol_does_not_have_are_ignored()); }

template <typename P, typename Office>
concept has_holders = requires(const group<P>& people) { people.template holders<Office>(); };
static_assert(has_holders<student_group, role::deputy> && !has_holders<case_consultation, role::deputy> &&
              !has_holders<student_group, role::presenter>);
TEST(Group, HasHoldersOfOfficesOnly) { EXPECT_FALSE((has_holders<student_group, role::presenter>)); }

constexpr bool nobody_holds_an_office_beyond() {
  auto people = detail::group_access::of_nobody<student_group>();
  detail::group_access::seat(people, {0}, ~std::uint32_t{0});
  return people.holders(student_group::offices::size).empty() && people.holders(~std::size_t{0}).empty();
}
static_assert(nobody_holds_an_office_beyond());
TEST(Group, AnswersForAnOfficeBeyond) { EXPECT_TRUE(nobody_holds_an_office_beyond()); }

static_assert(!std::is_default_constructible_v<students>);
template <typename Group>
concept seats_anybody = requires(Group people) { people.seat(person_id{}, 1U); };
static_assert(!seats_anybody<students>);
TEST(Group, IsMadeByFormAlone) {
  EXPECT_FALSE(std::is_default_constructible_v<students>);
  EXPECT_FALSE(seats_anybody<students>);
}

}  // namespace group_test
