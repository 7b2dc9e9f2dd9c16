// SPDX-License-Identifier: MIT
#include <balint/group/person.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace person_test {

using namespace balint;
using student_offices = office_set<student_group>;

constexpr std::array<char, 65> sixty_five_letters = [] {
  std::array<char, 65> text{};
  text.fill('a');
  return text;
}();

constexpr bool pseudonyms_have_one_to_sixty_four_bytes() {
  return !is_pseudonym("") && is_pseudonym("a") && is_pseudonym({sixty_five_letters.data(), 64}) &&
         !is_pseudonym({sixty_five_letters.data(), 65});
}
static_assert(pseudonyms_have_one_to_sixty_four_bytes());
TEST(IsPseudonym, RUL3_HoldsForOneToSixtyFourBytes) { EXPECT_TRUE(pseudonyms_have_one_to_sixty_four_bytes()); }

constexpr bool pseudonyms_have_letters_digits_and_three_marks() {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool fits = allowed.find(c) != std::string_view::npos;
    if (is_pseudonym({&c, 1}) != fits) return false;
    const char within[]{'a', c, 'z'};
    if (is_pseudonym({within, 3}) != fits) return false;
  }
  return true;
}
static_assert(pseudonyms_have_letters_digits_and_three_marks());
TEST(IsPseudonym, RUL3_HoldsForLettersDigitsAndThreeMarksOnly) {
  EXPECT_TRUE(pseudonyms_have_letters_digits_and_three_marks());
}

constexpr bool names_are_no_pseudonyms() {
  return !is_pseudonym("Anna Ivanova") && !is_pseudonym("anna@school.example") &&
         !is_pseudonym("\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0") && is_pseudonym("s-001") && is_pseudonym("p1.group_2");
}
static_assert(names_are_no_pseudonyms());
TEST(IsPseudonym, RUL3_DoesNotHoldForNamesAndAddresses) { EXPECT_TRUE(names_are_no_pseudonyms()); }

constexpr bool offices_are_held_by_role() {
  constexpr auto none = student_offices::of<>();
  constexpr auto both = student_offices::of<role::participant, role::leader>();
  return none.empty() && !none.has<role::participant>() && both.has<role::participant>() && both.has<role::leader>() &&
         !both.has<role::deputy>() && !both.empty() && both == student_offices::of<role::leader, role::participant>();
}
static_assert(offices_are_held_by_role());
TEST(OfficeSet, HoldsTheRolesItIsMadeOf) { EXPECT_TRUE(offices_are_held_by_role()); }

constexpr bool offices_beside_are_others() {
  return !student_offices::of<role::supervisor>().has_beside<role::supervisor>() &&
         student_offices::of<role::supervisor, role::deputy>().has_beside<role::supervisor>() &&
         student_offices::of<role::participant>().has_beside<role::supervisor>() &&
         !student_offices::of<>().has_beside<role::supervisor>();
}
static_assert(offices_beside_are_others());
TEST(OfficeSet, HasOfficesBesideOne) { EXPECT_TRUE(offices_beside_are_others()); }

constexpr bool offices_are_read_by_name() {
  student_offices read;
  const bool known = read.insert("deputy") && read.insert("participant");
  const bool unknown = read.insert("presenter") || read.insert("moderator") || read.insert("") || read.insert("Leader");
  return known && !unknown && read == student_offices::of<role::participant, role::deputy>();
}
static_assert(offices_are_read_by_name());
TEST(OfficeSet, IsReadByNameAndKnowsNoOtherOffice) { EXPECT_TRUE(offices_are_read_by_name()); }

template <typename Role>
concept is_given = requires { student_offices::of<Role>(); };
static_assert(is_given<role::leader> && !is_given<role::presenter> && !is_given<role::moderator>);
TEST(OfficeSet, CannotBeMadeOfARoleThatIsNoOffice) { EXPECT_FALSE(is_given<role::presenter>); }

constexpr bool a_person_states_nothing_by_default() {
  constexpr auto one = person<student_group>::as<role::participant>("p1");
  return one.id == "p1" && one.offices.has<role::participant>() && one.is_undeclared() && !one.refuses() &&
         one.profession.empty() && !one.less_experienced && !one.grades;
}
static_assert(a_person_states_nothing_by_default());
TEST(Person, StatesNothingBeyondIdAndOfficesByDefault) { EXPECT_TRUE(a_person_states_nothing_by_default()); }

constexpr bool consent_is_given_refused_or_not_declared() {
  constexpr auto agreeing = person<student_group>::as<role::participant>("p1", consent::given);
  constexpr auto refusing = person<student_group>::as<role::participant>("p2", consent::refused);
  return !agreeing.refuses() && !agreeing.is_undeclared() && refusing.refuses() && !refusing.is_undeclared();
}
static_assert(consent_is_given_refused_or_not_declared());
TEST(Person, GRP7_GivesRefusesOrDoesNotDeclareConsent) { EXPECT_TRUE(consent_is_given_refused_or_not_declared()); }

}  // namespace person_test
