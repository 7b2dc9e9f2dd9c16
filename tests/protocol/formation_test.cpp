// SPDX-License-Identifier: MIT
#include <balint/protocol/formation.hpp>
#include <balint/vocabulary/profession.hpp>
#include <balint/vocabulary/role.hpp>

#include <gtest/gtest.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace formation_test {

using namespace balint;
using namespace balint::declare;

// The conditions ask a roster through four questions; this one answers them from a handful of people.
struct held_offices {
  bool participant = false, leader = false, supervisor = false;
  template <typename Role>
  constexpr bool has() const {
    if constexpr (std::same_as<Role, role::participant>) return participant;
    if constexpr (std::same_as<Role, role::leader>) return leader;
    if constexpr (std::same_as<Role, role::supervisor>) return supervisor;
  }
  template <typename Role>
  constexpr bool has_beside() const {
    return (participant + leader + supervisor) > (has<Role>() ? 1 : 0);
  }
};
struct somebody_listed {
  held_offices offices{};
  std::string_view profession{};
  bool less_experienced = false, refused = false, undeclared = false, grades = false;
  constexpr bool refuses() const { return refused; }
  constexpr bool is_undeclared() const { return undeclared; }
};
template <std::size_t N>
struct small_roster {
  std::array<somebody_listed, N> people;
  template <typename Role, typename Predicate>
  constexpr std::size_t count_where(Predicate fits) const {
    std::size_t n = 0;
    for (const auto& one : people) n += one.offices.template has<Role>() && fits(one) ? 1U : 0U;
    return n;
  }
  template <typename Role>
  constexpr std::size_t count() const {
    return count_where<Role>([](const auto&) { return true; });
  }
  template <typename Role, typename Predicate>
  constexpr breach breach_where(Predicate breaks) const {
    breach found;
    for (std::size_t i = 0; i < N; ++i) {
      if (!people[i].offices.template has<Role>() || !breaks(people[i])) continue;
      found.broken = true;
      found.who.insert({static_cast<std::uint8_t>(i)});
    }
    return found;
  }
};
template <std::same_as<somebody_listed>... People>
constexpr small_roster<sizeof...(People)> roster_of(People... people) {
  return {{people...}};
}

constexpr somebody_listed participant{.offices = {.participant = true}};
constexpr somebody_listed leader{.offices = {.leader = true}};
constexpr somebody_listed supervisor{.offices = {.supervisor = true}};
constexpr somebody_listed member_who_leads{.offices = {.participant = true, .leader = true}};

template <typename Condition>
constexpr bool broken(const auto& people) {
  return Condition::in(people).broken;
}
template <typename Condition>
constexpr bool broken_by(const auto& people, std::uint64_t who) {
  const breach found = Condition::in(people);
  return found.broken && found.who == person_set{who};
}

constexpr bool at_least_counts_the_role() {
  using two = at_least<2, role::participant>;
  return broken<two>(roster_of(participant, leader)) && !broken<two>(roster_of(participant, participant)) &&
         !broken<two>(roster_of(participant, participant, participant));
}
static_assert(at_least_counts_the_role());
TEST(AtLeast, IsBrokenByFewerHolders) { EXPECT_TRUE(at_least_counts_the_role()); }

constexpr bool somebody_and_no_rival_make_exactly_one() {
  constexpr auto none = roster_of(participant);
  constexpr auto one = roster_of(participant, leader);
  constexpr auto two = roster_of(leader, participant, leader);
  return broken<somebody<role::leader>>(none) && !broken<no_rival<role::leader>>(none) &&
         !broken<somebody<role::leader>>(one) && !broken<no_rival<role::leader>>(one) &&
         !broken<somebody<role::leader>>(two) && broken_by<no_rival<role::leader>>(two, 0b101);
}
static_assert(somebody_and_no_rival_make_exactly_one());
TEST(NoRival, MakesExactlyOneTogetherWithSomebody) { EXPECT_TRUE(somebody_and_no_rival_make_exactly_one()); }

constexpr bool a_supervisor_holds_nothing_else() {
  constexpr somebody_listed both{.offices = {.participant = true, .supervisor = true}};
  return !broken<holds_no_other_office<role::supervisor>>(roster_of(participant, supervisor, leader)) &&
         broken_by<holds_no_other_office<role::supervisor>>(roster_of(supervisor, both), 0b10) &&
         !broken<holds_no_other_office<role::supervisor>>(roster_of(member_who_leads));
}
static_assert(a_supervisor_holds_nothing_else());
TEST(HoldsNoOtherOffice, IsBrokenByAHolderOfAnotherOffice) { EXPECT_TRUE(a_supervisor_holds_nothing_else()); }

constexpr bool outside_and_within_are_opposites() {
  using outside_of = comes_from_outside<role::leader, role::participant>;
  using within = comes_from_within<role::leader, role::participant>;
  constexpr auto guest = roster_of(participant, leader);
  constexpr auto member = roster_of(participant, member_who_leads);
  constexpr auto nobody_leads = roster_of(participant);
  return !broken<outside_of>(guest) && broken_by<outside_of>(member, 0b10) && broken_by<within>(guest, 0b10) &&
         !broken<within>(member) && !broken<outside_of>(nobody_leads) && !broken<within>(nobody_leads);
}
static_assert(outside_and_within_are_opposites());
TEST(ComesFrom, OutsideIsBrokenByAMemberAndWithinByAGuest) { EXPECT_TRUE(outside_and_within_are_opposites()); }

constexpr bool somebody_supervises() {
  return broken<supervised_by<role::supervisor>>(roster_of(participant, leader)) &&
         !broken<supervised_by<role::supervisor>>(roster_of(participant, supervisor));
}
static_assert(somebody_supervises());
TEST(SupervisedBy, IsBrokenWhereNobodySupervises) { EXPECT_TRUE(somebody_supervises()); }

constexpr somebody_listed working_as(std::string_view profession, somebody_listed one) {
  one.profession = profession;
  return one;
}
constexpr bool a_stated_profession_is_one_of_the_named() {
  using condition = professed<role::supervisor, profession::psychologist, profession::methodologist>;
  return !broken<condition>(roster_of(supervisor)) &&
         !broken<condition>(roster_of(working_as("psychologist", supervisor))) &&
         !broken<condition>(roster_of(working_as("methodologist", supervisor))) &&
         broken_by<condition>(roster_of(supervisor, working_as("teacher", supervisor)), 0b10) &&
         broken<condition>(roster_of(working_as("Psychologist", supervisor))) &&
         !broken<condition>(roster_of(working_as("teacher", participant)));
}
static_assert(a_stated_profession_is_one_of_the_named());
TEST(Professed, IsBrokenByAnotherProfessionAndNotByNone) { EXPECT_TRUE(a_stated_profession_is_one_of_the_named()); }

constexpr somebody_listed beginner(somebody_listed one) {
  one.less_experienced = true;
  return one;
}
constexpr bool beginners_are_at_most_one_in_three() {
  using condition = less_experienced_at_most_one_in<role::participant, 3>;
  return !broken<condition>(roster_of(participant, participant, beginner(participant))) &&
         broken_by<condition>(roster_of(participant, beginner(participant)), 0b10) &&
         !broken<condition>(roster_of(participant, participant, beginner(participant), beginner(leader)));
}
static_assert(beginners_are_at_most_one_in_three());
TEST(LessExperienced, IsBrokenByMoreThanTheShareOfTheRole) { EXPECT_TRUE(beginners_are_at_most_one_in_three()); }

constexpr bool the_share_has_its_numbers() {
  using condition = less_experienced_at_most_one_in<role::participant, 3>;
  const breach found = condition::in(roster_of(participant, beginner(participant), beginner(participant), leader));
  return found.broken && found.was == 2 && found.from == 3 && found.to == 3;
}
static_assert(the_share_has_its_numbers());
TEST(LessExperienced, GRP9_SaysHowManyOfHowMany) { EXPECT_TRUE(the_share_has_its_numbers()); }

constexpr bool an_unstated_profession_is_noticed() {
  using condition = profession_on_record<role::supervisor>;
  return broken_by<condition>(roster_of(working_as("psychologist", supervisor), supervisor), 0b10) &&
         !broken<condition>(roster_of(working_as("baker", supervisor), participant)) &&
         !broken<condition>(roster_of(participant));
}
static_assert(an_unstated_profession_is_noticed());
TEST(ProfessionOnRecord, VAR3_IsMissedWhereAHolderStatesNone) { EXPECT_TRUE(an_unstated_profession_is_noticed()); }

constexpr bool an_empty_office_is_noticed() {
  using condition = office_on_record<role::supervisor>;
  return broken<condition>(roster_of(participant, leader)) && !broken<condition>(roster_of(participant, supervisor));
}
static_assert(an_empty_office_is_noticed());
TEST(OfficeOnRecord, VAR3_IsMissedWhereNobodyHoldsTheOffice) { EXPECT_TRUE(an_empty_office_is_noticed()); }

constexpr bool refusing_is_not_the_same_as_saying_nothing() {
  constexpr somebody_listed refusing{.offices = {.participant = true}, .refused = true};
  constexpr somebody_listed silent{.offices = {.participant = true}, .undeclared = true};
  constexpr somebody_listed silent_leader{.offices = {.leader = true}, .refused = true, .undeclared = true};
  return broken_by<voluntarily<role::participant>>(roster_of(participant, refusing, silent), 0b10) &&
         broken_by<consent_on_record<role::participant>>(roster_of(participant, refusing, silent), 0b100) &&
         !broken<voluntarily<role::participant>>(roster_of(participant, silent_leader)) &&
         !broken<consent_on_record<role::participant>>(roster_of(participant, silent_leader));
}
static_assert(refusing_is_not_the_same_as_saying_nothing());
TEST(Voluntarily, IsBrokenByARefusalAndConsentOnRecordBySilence) {
  EXPECT_TRUE(refusing_is_not_the_same_as_saying_nothing());
}

constexpr bool the_recommended_size_includes_its_ends() {
  using two_to_three = recommended_size<role::participant, 2, 3>;
  return broken<two_to_three>(roster_of(participant, leader)) &&
         !broken<two_to_three>(roster_of(participant, participant)) &&
         !broken<two_to_three>(roster_of(participant, participant, participant)) &&
         broken<two_to_three>(roster_of(participant, participant, participant, participant));
}
static_assert(the_recommended_size_includes_its_ends());
TEST(RecommendedSize, IncludesItsEnds) { EXPECT_TRUE(the_recommended_size_includes_its_ends()); }

constexpr bool the_size_has_its_numbers() {
  const breach found = recommended_size<role::participant, 2, 3>::in(roster_of(participant, leader));
  return found.broken && found.was == 1 && found.from == 2 && found.to == 3;
}
static_assert(the_size_has_its_numbers());
TEST(RecommendedSize, GRP5_SaysHowManyThereWere) { EXPECT_TRUE(the_size_has_its_numbers()); }

constexpr bool a_recommended_profession_is_missed_when_not_stated() {
  using condition = recommended_profession<role::leader, profession::teacher, profession::methodologist>;
  return broken_by<condition>(roster_of(leader), 0b1) && !broken<condition>(roster_of(working_as("teacher", leader))) &&
         broken<condition>(roster_of(working_as("baker", leader))) && !broken<condition>(roster_of(participant));
}
static_assert(a_recommended_profession_is_missed_when_not_stated());
TEST(RecommendedProfession, IsMissedWhenAnotherOrNoneIsStated) {
  EXPECT_TRUE(a_recommended_profession_is_missed_when_not_stated());
}

constexpr bool grading_is_noticed_in_the_office_only() {
  constexpr somebody_listed grading{.offices = {.leader = true}, .grades = true};
  constexpr somebody_listed grading_member{.offices = {.participant = true}, .grades = true};
  return broken_by<does_not_grade<role::leader>>(roster_of(participant, grading), 0b10) &&
         !broken<does_not_grade<role::leader>>(roster_of(leader, grading_member));
}
static_assert(grading_is_noticed_in_the_office_only());
TEST(DoesNotGrade, IsBrokenByAHolderOfTheOfficeWhoGrades) { EXPECT_TRUE(grading_is_noticed_in_the_office_only()); }

template <typename Condition, code Error, typename Rule>
constexpr bool reports = Condition::error == Error && std::same_as<typename Condition::rule, Rule>;
using any_office = role::leader;
constexpr bool errors_have_the_codes_and_rules_of_the_protocol() {
  return reports<at_least<2, any_office>, code::too_few_participants, rule::everyone_takes_part> &&
         reports<somebody<any_office>, code::no_leader, rule::roles> &&
         reports<no_rival<any_office>, code::several_leaders, rule::roles> &&
         reports<holds_no_other_office<any_office>, code::supervisor_takes_part, rule::roles> &&
         reports<comes_from_outside<any_office, any_office>, code::leader_takes_part, rule::roles> &&
         reports<comes_from_within<any_office, any_office>, code::leader_must_be_member, rule::roles> &&
         reports<supervised_by<any_office>, code::no_supervisor, rule::supervisor_present> &&
         reports<professed<any_office>, code::supervisor_profession, rule::supervisor_present> &&
         reports<voluntarily<any_office>, code::not_voluntary, rule::voluntary>;
}
static_assert(errors_have_the_codes_and_rules_of_the_protocol());
TEST(FormationConditions, HaveTheCodesAndRulesOfTheProtocol) {
  EXPECT_TRUE(errors_have_the_codes_and_rules_of_the_protocol());
}

template <typename Condition, advisory_code Advises>
constexpr bool recommends = Condition::advises == Advises;
constexpr bool advisories_have_the_codes_of_the_protocol() {
  return recommends<recommended_size<any_office, 10, 12>, advisory_code::group_size> &&
         recommends<less_experienced_at_most_one_in<any_office, 5>, advisory_code::less_experienced_share> &&
         recommends<consent_on_record<any_office>, advisory_code::consent_not_declared> &&
         recommends<recommended_profession<any_office>, advisory_code::leader_profession> &&
         recommends<profession_on_record<any_office>, advisory_code::supervisor_not_stated> &&
         recommends<office_on_record<any_office>, advisory_code::supervisor_not_stated> &&
         recommends<does_not_grade<any_office>, advisory_code::dual_role>;
}
static_assert(advisories_have_the_codes_of_the_protocol());
TEST(FormationConditions, HaveTheCodesOfTheirAdvisories) { EXPECT_TRUE(advisories_have_the_codes_of_the_protocol()); }

constexpr bool conditions_are_appended() {
  using longer = conditions<somebody<any_office>>::with<no_rival<any_office>, does_not_grade<any_office>>;
  return std::same_as<longer, conditions<somebody<any_office>, no_rival<any_office>, does_not_grade<any_office>>>;
}
static_assert(conditions_are_appended());
TEST(Conditions, AreAppended) { EXPECT_TRUE(conditions_are_appended()); }

}  // namespace formation_test
