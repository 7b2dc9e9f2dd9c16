// SPDX-License-Identifier: MIT
#include <balint/group/form.hpp>

#include <tests/group/people.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace form_test {

using namespace balint;
using people::advises;
using people::agreeing;
using people::fails_only_with;
using people::fails_with;
using people::is_formed_advising;
using people::is_formed_silently;
using people::sound;

/// Checks at compile time and at run time.
#define HOLDS(...)              \
  static_assert((__VA_ARGS__)); \
  EXPECT_TRUE((__VA_ARGS__))

constexpr std::uint64_t at(std::size_t position) { return std::uint64_t{1} << position; }

template <protocol P>
constexpr bool forms(std::size_t participants) {
  return is_formed_silently(sound<P>(participants).form());
}
TEST(Form, FormsAGroupInWhichEverythingIsInOrder) {
  HOLDS(forms<student_group>(10));
  HOLDS(forms<staff_group>(10));
  HOLDS(forms<led_staff_group>(10));
  HOLDS(forms<classical_group>(10));
  HOLDS(forms<case_consultation>(8));
}

constexpr bool everybody_is_seated() {
  const auto students = sound<student_group>(10).form().formed().value();
  const auto staff = sound<staff_group>(10).form().formed().value();
  return students.size() == 11 && students.holders<role::participant>() == person_set{0x3FF} &&
         students.holders<role::leader>() == person_set{at(10)} && students.holders<role::deputy>().empty() &&
         staff.size() == 11 && staff.holders<role::leader>() == person_set{at(0)} &&
         staff.holders<role::participant>() == person_set{0x3FF} &&
         staff.holders<role::supervisor>() == person_set{at(10)};
}
TEST(Form, SeatsEverybodyByPositionInTheRoster) { HOLDS(everybody_is_seated()); }

// ---- duplicate_person -----------------------------------------------------------------------------------------------

template <protocol P>
constexpr bool an_id_twice_is_an_error() {
  auto roster = sound<P>(10);
  roster.add(agreeing<P, role::participant>(people::id(3)));
  return fails_only_with(roster.form(), code::duplicate_person, "", at(3));
}
TEST(Form, House_DuplicatePerson) {
  HOLDS(an_id_twice_is_an_error<student_group>());
  HOLDS(an_id_twice_is_an_error<staff_group>());
  HOLDS(an_id_twice_is_an_error<classical_group>());
  HOLDS(an_id_twice_is_an_error<case_consultation>());
}

constexpr bool one_error_names_all_who_stand_twice() {
  auto roster = sound<student_group>(10);
  roster.add(roster[7]).add(roster[2]).add(roster[7]);
  return fails_only_with(roster.form(), code::duplicate_person, "", at(2) | at(7));
}
TEST(Form, House_DuplicatePersonNamesAllOfThemInOneError) { HOLDS(one_error_names_all_who_stand_twice()); }

constexpr bool an_id_twice_unites_its_offices() {
  auto roster = sound<student_group>(10);
  roster.add(agreeing<student_group, role::deputy>(people::id(3)));
  const auto result = roster.form();
  return result.size() == 11 && detail::group_of(result).holders<role::deputy>() == person_set{at(3)} &&
         detail::group_of(result).holders<role::participant>().contains({3});
}
TEST(Form, House_DuplicatePersonHoldsTheOfficesOfAllEntries) { HOLDS(an_id_twice_unites_its_offices()); }

constexpr bool united_offices_are_looked_at() {
  auto roster = sound<student_group>(10);
  roster.add(agreeing<student_group, role::supervisor>(people::id(3)));
  return fails_with(roster.form(), {code::duplicate_person, code::supervisor_takes_part});
}
TEST(Form, House_DuplicatePersonIsLookedAtAsOnePerson) { HOLDS(united_offices_are_looked_at()); }

constexpr bool an_id_twice_is_one_participant() {
  auto roster = sound<student_group>(1);
  roster.add(roster[0]);
  return fails_with(roster.form(), {code::duplicate_person, code::too_few_participants});
}
TEST(Form, House_DuplicatePersonCountsOnce) { HOLDS(an_id_twice_is_one_participant()); }

constexpr bool leads_twice_is_one_leader() {
  auto roster = sound<student_group>(10);
  roster.add(roster[10]);
  return fails_only_with(roster.form(), code::duplicate_person, "", at(10));
}
TEST(Form, House_DuplicatePersonWhoLeadsIsOneLeader) { HOLDS(leads_twice_is_one_leader()); }

constexpr bool a_refusal_counts_wherever_it_stands(consent first, consent second, bool refused) {
  auto roster = sound<student_group>(10);
  roster[3].agrees = first;
  auto again = roster[3];
  again.agrees = second;
  roster.add(again);
  return refused ? fails_with(roster.form(), {code::duplicate_person, code::not_voluntary})
                 : fails_with(roster.form(), {code::duplicate_person}) && advises(roster.form(), {});
}
TEST(Form, GRP7_ARefusalInAnyEntryIsARefusal) {
  HOLDS(a_refusal_counts_wherever_it_stands(consent::refused, consent::given, true));
  HOLDS(a_refusal_counts_wherever_it_stands(consent::given, consent::refused, true));
  HOLDS(a_refusal_counts_wherever_it_stands(consent::not_declared, consent::refused, true));
  HOLDS(a_refusal_counts_wherever_it_stands(consent::refused, consent::not_declared, true));
  HOLDS(a_refusal_counts_wherever_it_stands(consent::given, consent::not_declared, false));
  HOLDS(a_refusal_counts_wherever_it_stands(consent::not_declared, consent::given, false));
}

constexpr bool what_any_entry_states_is_stated() {
  auto roster = sound<staff_group>(10);
  auto watcher = roster[10];
  roster[10].profession = "";
  roster.add(watcher);
  auto beginner = roster[1];
  beginner.less_experienced = true;
  roster.add(beginner);
  auto grading = roster[0];
  grading.grades = true;
  roster.add(grading);
  roster[2].less_experienced = roster[3].less_experienced = true;
  return fails_with(roster.form(), {code::duplicate_person}) &&
         advises(roster.form(), {advisory_code::less_experienced_share, advisory_code::dual_role});
}
TEST(Form, House_DuplicatePersonIsWhatAnyEntryStates) { HOLDS(what_any_entry_states_is_stated()); }

constexpr bool what_the_first_entry_states_stays_stated() {
  auto roster = sound<staff_group>(10);
  const auto plain = roster[0];
  roster[0].grades = true;
  roster.add(plain);
  return advises(roster.form(), {advisory_code::dual_role});
}
TEST(Form, House_DuplicatePersonIsWhatTheFirstEntryStates) { HOLDS(what_the_first_entry_states_stays_stated()); }

// ---- too_many_people ------------------------------------------------------------------------------------------------

// The wide rosters are too much work for the compiler; they are checked at run time.
template <protocol P>
bool sixty_four_are_a_group_and_sixty_five_are_not() {
  auto roster = sound<P>(63);
  while (roster.size < 64) roster.add(agreeing<P, role::participant>(people::id(roster.size)));
  const auto full = roster.form();
  roster.add(agreeing<P, role::participant>("one_more"));
  const auto over = roster.form();
  return full.is_formed() && !full.is_too_large() && full.size() == 64 &&
         detail::group_of(full).people().size() == 64 && fails_only_with(over, code::too_many_people, "closed_group") &&
         over.is_too_large() && over.size() == 64;
}
TEST(Form, House_TooManyPeople) {
  EXPECT_TRUE(sixty_four_are_a_group_and_sixty_five_are_not<student_group>());
  EXPECT_TRUE(sixty_four_are_a_group_and_sixty_five_are_not<staff_group>());
  EXPECT_TRUE(sixty_four_are_a_group_and_sixty_five_are_not<classical_group>());
  EXPECT_TRUE(sixty_four_are_a_group_and_sixty_five_are_not<case_consultation>());
}
TEST(Form, House_TooManyPeopleCountsPeopleAndNotEntries) {
  auto roster = sound<student_group>(63);
  roster.add(roster[5]);
  EXPECT_EQ(roster.size, 65U);
  EXPECT_TRUE(fails_only_with(roster.form(), code::duplicate_person, "", at(5)));
  EXPECT_FALSE(roster.form().is_too_large());
}

// 64 participants who agree; whoever is added stands beyond the sixty-fourth.
template <protocol P>
people::list<P> sixty_four_participants() {
  people::list<P> all;
  for (std::size_t i = 0; i < 64; ++i) all.add(agreeing<P, role::participant>(people::id(i)));
  return all;
}
TEST(Form, House_TooManyPeopleHidesNobodyBeyondTheSixtyFourth) {
  auto with_leader = sixty_four_participants<student_group>();
  with_leader.add(agreeing<student_group, role::leader>("lead"));
  EXPECT_TRUE(fails_with(with_leader.form(), {code::too_many_people}));

  auto with_two_leaders = with_leader;
  with_two_leaders.add(agreeing<student_group, role::leader>("lead_2"));
  EXPECT_TRUE(fails_with(with_two_leaders.form(), {code::too_many_people, code::several_leaders}));

  auto without_leader = sixty_four_participants<student_group>();
  without_leader.add(agreeing<student_group, role::participant>("one_more"));
  EXPECT_TRUE(fails_with(without_leader.form(), {code::too_many_people, code::no_leader}));
}
TEST(Form, House_TooManyPeopleReportsErrorsBeyondTheSixtyFourth) {
  auto roster = sixty_four_participants<student_group>();
  roster.add(agreeing<student_group, role::participant, role::leader>("lead"));
  roster.add(agreeing<student_group, role::participant, role::supervisor>("watcher"));
  roster.add(person<student_group>::as<role::participant>("unwilling", consent::refused));
  const auto result = roster.form();
  EXPECT_TRUE(fails_with(
      result, {code::too_many_people, code::supervisor_takes_part, code::leader_takes_part, code::not_voluntary}));
  for (const auto& error : result.errors)
    EXPECT_TRUE(error.who.empty()) << "nobody beyond the sixty-fourth has a position";
}
TEST(Form, GRP9_CountsTheLessExperiencedBeyondTheSixtyFourth) {
  auto roster = sixty_four_participants<staff_group>();
  roster[0].offices = office_set<staff_group>::of<role::participant, role::leader>();
  for (std::size_t i = 0; i < 13; ++i) roster[i].less_experienced = true;
  auto watcher = agreeing<staff_group, role::supervisor>("watcher");
  watcher.profession = "psychologist";
  roster.add(watcher);
  auto beginner = agreeing<staff_group, role::participant>("beginner");
  beginner.less_experienced = true;
  // 13 of 64 are too many; with one more who is experienced, 13 of 65 are not; with one more beginner, 14 of 66 are.
  EXPECT_TRUE(fails_with(roster.form(), {code::too_many_people}));
  EXPECT_TRUE(advises(roster.form(), {advisory_code::group_size, advisory_code::less_experienced_share}));
  roster.add(agreeing<staff_group, role::participant>("experienced"));
  EXPECT_TRUE(advises(roster.form(), {advisory_code::group_size}));
  roster.add(beginner);
  EXPECT_TRUE(advises(roster.form(), {advisory_code::group_size, advisory_code::less_experienced_share}));
  EXPECT_EQ(roster.form().advisories[1].was, 14);
  EXPECT_EQ(roster.form().advisories[1].to, 66);
}
TEST(Form, House_DuplicatePersonIsReportedBeyondTheSixtyFourthToo) {
  auto roster = sixty_four_participants<student_group>();
  roster.add(agreeing<student_group, role::leader>("lead"));
  roster.add(agreeing<student_group, role::participant>("one_more"));
  roster.add(agreeing<student_group, role::participant>("one_more"));
  EXPECT_TRUE(fails_with(roster.form(), {code::duplicate_person, code::too_many_people}));
}
TEST(Form, House_DuplicatePersonIsOnePersonBeyondTheSixtyFourthToo) {
  auto roster = sixty_four_participants<student_group>();
  roster.add(agreeing<student_group, role::leader>("lead"));
  roster.add(agreeing<student_group, role::leader>("lead"));
  const auto twice = roster.form();
  for (const auto& error : twice.errors) EXPECT_NE(error.code, code::several_leaders);
}
TEST(Form, House_DuplicatePersonUnitesOfficesBeyondTheSixtyFourthToo) {
  auto roster = sixty_four_participants<student_group>();
  roster.add(agreeing<student_group, role::leader>("lead"));
  roster.add(agreeing<student_group, role::participant>("watcher"));
  roster.add(agreeing<student_group, role::supervisor>("watcher"));
  EXPECT_TRUE(fails_with(roster.form(), {code::duplicate_person, code::too_many_people, code::supervisor_takes_part}));
}

// ---- too_few_participants -------------------------------------------------------------------------------------------

template <protocol P>
constexpr bool needs_at_least(std::size_t fewest) {
  return sound<P>(fewest).form().is_formed() &&
         fails_only_with(sound<P>(fewest - 1).form(), code::too_few_participants, "everyone_takes_part");
}
TEST(Form, House_TooFewParticipants) {
  HOLDS(needs_at_least<student_group>(2));
  HOLDS(needs_at_least<staff_group>(2));
  HOLDS(needs_at_least<classical_group>(2));
  HOLDS(needs_at_least<case_consultation>(3));
}

constexpr bool an_empty_roster_lacks_everything() {
  return fails_with(form<student_group>({}), {code::too_few_participants, code::no_leader}) &&
         fails_with(form<staff_group>({}), {code::too_few_participants, code::no_leader, code::no_supervisor}) &&
         form<student_group>({}).size() == 0;
}
TEST(Form, ReportsEverythingThatAnEmptyRosterLacks) { HOLDS(an_empty_roster_lacks_everything()); }

// ---- no_leader, several_leaders -------------------------------------------------------------------------------------

template <protocol P>
constexpr bool nobody_leads() {
  auto roster = sound<P>(8);
  for (auto& one : roster.people) {
    one.offices.bits &= ~office_set<P>::template of<typename P::lead::office>().bits;
    if (one.offices.empty()) one.offices = office_set<P>::template of<role::participant>();
  }
  return fails_only_with(roster.form(), code::no_leader, "roles");
}
TEST(Form, RUL5_NoLeader) {
  HOLDS(nobody_leads<student_group>());
  HOLDS(nobody_leads<staff_group>());
  HOLDS(nobody_leads<classical_group>());
  HOLDS(nobody_leads<case_consultation>());
}
constexpr bool a_deputy_alone_is_no_leader() {
  auto roster = sound<student_group>(10);
  roster[10].offices = office_set<student_group>::of<role::deputy>();
  return fails_only_with(roster.form(), code::no_leader, "roles");
}
TEST(Form, RUL5_NoLeaderWhereThereIsADeputyOnly) { HOLDS(a_deputy_alone_is_no_leader()); }

constexpr bool two_lead_the_students() {
  auto roster = sound<student_group>(10);
  roster.add(agreeing<student_group, role::leader>("lead_2"));
  return fails_only_with(roster.form(), code::several_leaders, "roles", at(10) | at(11));
}
constexpr bool two_lead_the_staff() {
  auto roster = sound<staff_group>(10);
  roster[4].offices = roster[0].offices;
  return fails_only_with(roster.form(), code::several_leaders, "roles", at(0) | at(4));
}
constexpr bool two_moderate() {
  auto roster = sound<case_consultation>(8);
  roster[4].offices = roster[0].offices;
  return fails_only_with(roster.form(), code::several_leaders, "roles", at(0) | at(4));
}
TEST(Form, RUL5_SeveralLeaders) {
  HOLDS(two_lead_the_students());
  HOLDS(two_lead_the_staff());
  HOLDS(two_moderate());
}
constexpr bool deputies_are_no_rivals() {
  auto roster = sound<student_group>(10);
  roster.add(agreeing<student_group, role::deputy>("deputy_1")).add(agreeing<student_group, role::deputy>("deputy_2"));
  return is_formed_silently(roster.form());
}
TEST(Form, RUL5_SeveralLeadersAreNotSeveralDeputies) { HOLDS(deputies_are_no_rivals()); }

// ---- supervisor_takes_part ------------------------------------------------------------------------------------------

template <protocol P, typename Other>
constexpr bool supervises_and_is(bool is_error) {
  auto roster = sound<P>(10);
  roster.add(agreeing<P, role::supervisor>("one")).add(agreeing<P, role::supervisor, Other>("both"));
  const auto result = roster.form();
  return is_error ? fails_only_with(result, code::supervisor_takes_part, "roles", at(12)) : result.is_formed();
}
TEST(Form, SUP2_SupervisorTakesPart) {
  HOLDS(supervises_and_is<student_group, role::participant>(true));
  HOLDS(supervises_and_is<student_group, role::deputy>(true));
  HOLDS(supervises_and_is<student_group, role::supervisor>(false));
  HOLDS(supervises_and_is<staff_group, role::participant>(true));
  HOLDS(supervises_and_is<staff_group, role::deputy>(true));
  HOLDS(supervises_and_is<staff_group, role::supervisor>(false));
  HOLDS(supervises_and_is<classical_group, role::participant>(true));
  HOLDS(supervises_and_is<classical_group, role::co_leader>(true));
}
constexpr bool the_leader_supervises() {
  auto students = sound<student_group>(10);
  students[10].offices = office_set<student_group>::of<role::leader, role::supervisor>();
  auto staff = sound<staff_group>(10);
  staff[0].offices = office_set<staff_group>::of<role::participant, role::leader, role::supervisor>();
  staff[0].profession = "psychologist";
  return fails_only_with(students.form(), code::supervisor_takes_part, "roles", at(10)) &&
         fails_only_with(staff.form(), code::supervisor_takes_part, "roles", at(0));
}
TEST(Form, SUP2_SupervisorTakesPartByLeading) { HOLDS(the_leader_supervises()); }

// ---- leader_takes_part, leader_must_be_member ------------------------------------------------------------------

constexpr bool a_student_leads_the_students() {
  auto roster = sound<student_group>(10);
  roster[10].offices = office_set<student_group>::of<role::participant, role::leader>();
  return fails_only_with(roster.form(), code::leader_takes_part, "roles", at(10));
}
constexpr bool a_participant_leads_the_staff() { return is_formed_silently(sound<staff_group>(10).form()); }
TEST(Form, VAR1_LeaderTakesPart) { HOLDS(a_student_leads_the_students()); }
TEST(Form, VAR1_LeaderTakesPartIsNotAskedOfStaff) { HOLDS(a_participant_leads_the_staff()); }

constexpr bool a_guest_leads_the_staff() {
  auto roster = sound<staff_group>(10);
  roster[0].offices = office_set<staff_group>::of<role::participant>();
  roster.add(agreeing<staff_group, role::leader>("guest"));
  return fails_only_with(roster.form(), code::leader_must_be_member, "roles", at(11));
}
constexpr bool a_guest_leads_the_students() { return is_formed_silently(sound<student_group>(10).form()); }
TEST(Form, VAR2_LeaderMustBeMember) { HOLDS(a_guest_leads_the_staff()); }
TEST(Form, VAR2_LeaderMustBeMemberIsNotAskedOfStudents) { HOLDS(a_guest_leads_the_students()); }

// ---- no_supervisor, supervisor_profession ---------------------------------------------------------------------------

constexpr bool nobody_supervises_the_staff() {
  auto roster = sound<staff_group>(10);
  --roster.size;
  return fails_only_with(roster.form(), code::no_supervisor, "supervisor_present");
}
TEST(Form, VAR3_NoSupervisor) { HOLDS(nobody_supervises_the_staff()); }
TEST(Form, VAR3_NoSupervisorIsNotAskedOfStudents) { HOLDS(forms<student_group>(10)); }

template <protocol P>
constexpr formation<P> supervised_by_a(std::string_view profession) {
  auto roster = sound<P>(10);
  auto watcher = agreeing<P, role::supervisor>("watcher_2");
  watcher.profession = profession;
  roster.add(watcher);
  return roster.form();
}
TEST(Form, VAR3_SupervisorProfession) {
  HOLDS(fails_only_with(supervised_by_a<staff_group>("teacher"), code::supervisor_profession, "supervisor_present",
                        at(11)));
  HOLDS(fails_only_with(supervised_by_a<staff_group>("Psychologist"), code::supervisor_profession, "supervisor_present",
                        at(11)));
}
TEST(Form, A3_SupervisorProfessionIsNotSupervisingAnInternship) {
  HOLDS(fails_only_with(supervised_by_a<staff_group>("internship_supervisor"), code::supervisor_profession,
                        "supervisor_present", at(11)));
}
TEST(Form, VAR3_SupervisorProfessionMayBeOneOfTwoOrNotStated) {
  HOLDS(is_formed_silently(supervised_by_a<staff_group>("psychologist")));
  HOLDS(is_formed_silently(supervised_by_a<staff_group>("methodologist")));
  HOLDS(supervised_by_a<staff_group>("").is_formed());
}
TEST(Form, VAR3_SupervisorNotStated) {
  HOLDS(is_formed_advising(supervised_by_a<staff_group>(""), advisory_code::supervisor_not_stated, at(11)));
  HOLDS(is_formed_silently(supervised_by_a<led_staff_group>("")));
}
constexpr bool nobody_supervises_the_led_staff() {
  auto roster = sound<led_staff_group>(10);
  --roster.size;
  return is_formed_advising(roster.form(), advisory_code::supervisor_not_stated);
}
TEST(Form, VAR3_SupervisorNotStatedWhereALedStaffGroupHasNone) { HOLDS(nobody_supervises_the_led_staff()); }
TEST(Form, VAR3_SupervisorProfessionIsNotAskedOfStudents) {
  HOLDS(is_formed_silently(supervised_by_a<student_group>("teacher")));
}

// ---- less_experienced_share -----------------------------------------------------------------------------------------

// k of n participants are less experienced; the leader is the last of them to be marked.
template <protocol P>
constexpr formation<P> with_beginners(std::size_t k, std::size_t n) {
  auto roster = sound<P>(n);
  for (std::size_t i = 0; i < k; ++i) roster[n - 1 - i].less_experienced = true;
  return roster.form();
}
template <protocol P = staff_group>
constexpr bool too_many(std::size_t k, std::size_t n) {
  const auto result = with_beginners<P>(k, n);
  if (!result.is_formed()) return false;
  std::uint64_t who = 0;
  for (std::size_t i = 0; i < k; ++i) who |= at(n - 1 - i);
  for (const auto& one : result.advisories) {
    if (one.code != advisory_code::less_experienced_share) continue;
    return one.who == person_set{who} && one.was == static_cast<std::int64_t>(k) && one.from == 5 &&
           one.to == static_cast<std::int64_t>(n);
  }
  return false;
}
TEST(Form, GRP9_AtMostOneInFiveLessExperienced) {
  HOLDS(!too_many(0, 4));
  HOLDS(!too_many(1, 5));
  HOLDS(!too_many(1, 9));
  HOLDS(!too_many(2, 10));
  HOLDS(!too_many(2, 11));
  HOLDS(!too_many(2, 13));
  HOLDS(!too_many(3, 15));
}
TEST(Form, GRP9_MoreThanOneInFiveIsAnAdvisory) {
  HOLDS(too_many(1, 4));
  HOLDS(too_many(2, 5));
  HOLDS(too_many(2, 9));
  HOLDS(too_many(3, 10));
  HOLDS(too_many(3, 11));
  HOLDS(too_many(3, 13));
  HOLDS(too_many(4, 15));
  HOLDS(too_many<led_staff_group>(3, 10));
  HOLDS(!too_many<led_staff_group>(2, 10));
}
TEST(Form, GRP9_LessExperiencedShareIsNotAskedOfStudents) {
  HOLDS(is_formed_silently(with_beginners<student_group>(10, 10)));
}
constexpr bool only_participants_are_counted() {
  auto roster = sound<staff_group>(10);
  for (std::size_t i = 1; i <= 2; ++i) roster[i].less_experienced = true;
  roster[10].less_experienced = true;
  auto deputy = agreeing<staff_group, role::deputy>("deputy");
  deputy.less_experienced = true;
  return is_formed_silently(roster.add(deputy).form());
}
TEST(Form, GRP9_LessExperiencedShareCountsParticipantsOnly) { HOLDS(only_participants_are_counted()); }

// ---- not_voluntary --------------------------------------------------------------------------------------------------

template <protocol P>
constexpr bool a_participant_refuses() {
  auto roster = sound<P>(8);
  roster[1].agrees = roster[6].agrees = consent::refused;
  return fails_only_with(roster.form(), code::not_voluntary, "voluntary", at(1) | at(6));
}
TEST(Form, GRP7_NotVoluntary) {
  HOLDS(a_participant_refuses<student_group>());
  HOLDS(a_participant_refuses<staff_group>());
  HOLDS(a_participant_refuses<classical_group>());
  HOLDS(a_participant_refuses<case_consultation>());
}
constexpr bool consent_is_asked_of_participants_only() {
  auto students = sound<student_group>(10);
  students[10].agrees = consent::refused;
  students.add(person<student_group>::as<role::supervisor>("watcher"));
  return is_formed_silently(students.form());
}
TEST(Form, GRP7_NotVoluntaryIsAskedOfParticipantsOnly) { HOLDS(consent_is_asked_of_participants_only()); }

// ---- all of them at once --------------------------------------------------------------------------------------------

constexpr bool all_errors_of_students_come_in_order() {
  people::list<student_group> roster;
  roster.add(person<student_group>::as<role::participant, role::leader>("a", consent::refused));
  roster.add(person<student_group>::as<role::leader, role::supervisor>("b"));
  roster.add(person<student_group>::as<role::leader>("a"));
  return fails_with(roster.form(), {code::duplicate_person, code::too_few_participants, code::several_leaders,
                                    code::supervisor_takes_part, code::leader_takes_part, code::not_voluntary}) &&
         advises(roster.form(), {advisory_code::group_size, advisory_code::leader_profession});
}
TEST(Form, ReportsAllErrorsOfAStudentGroupInOrder) { HOLDS(all_errors_of_students_come_in_order()); }

constexpr bool all_errors_of_staff_come_in_order() {
  people::list<staff_group> roster;
  auto beginner = person<staff_group>::as<role::participant>("a", consent::refused);
  beginner.less_experienced = true;
  roster.add(beginner);
  auto watcher = person<staff_group>::as<role::leader, role::supervisor>("b");
  watcher.profession = "teacher";
  roster.add(watcher);
  roster.add(person<staff_group>::as<role::leader>("c"));
  roster.add(person<staff_group>::as<role::deputy>("a"));
  return fails_with(roster.form(), {code::duplicate_person, code::too_few_participants, code::several_leaders,
                                    code::supervisor_takes_part, code::leader_must_be_member,
                                    code::supervisor_profession, code::not_voluntary}) &&
         advises(roster.form(), {advisory_code::group_size, advisory_code::less_experienced_share});
}
TEST(Form, ReportsAllErrorsOfAStaffGroupInOrder) { HOLDS(all_errors_of_staff_come_in_order()); }

/// The N-th of many conditions, which nobody meets.
template <int N>
struct never_met {
  using fills = std::conditional_t<N == 0, role::leader, role::participant>;
  static constexpr code error = code::condition_broken;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster&) noexcept {
    return {true, {}};
  }
};
/// The N-th of many things to think about.
template <int N>
struct always_advised {
  static constexpr advisory_code advises = advisory_code::group_size;
  template <typename Roster>
  static constexpr breach in(const Roster&) noexcept {
    return {true, {}, N};
  }
};
template <typename Numbers>
struct demanding_group;
template <int... N>
struct demanding_group<std::integer_sequence<int, N...>> : student_group {
  static constexpr std::string_view name = "demanding_group";
  using formation = declare::conditions<never_met<N>..., always_advised<N>...>;
};
constexpr bool all_that_is_broken_is_reported() {
  const auto result = people::list<demanding_group<std::make_integer_sequence<int, 20>>>{}.form();
  for (std::uint8_t i = 0; i < 20; ++i) {
    if (result.errors[i].condition != i || result.advisories[i].was != i) return false;
  }
  return result.errors.size() == 20 && result.advisories.size() == 20;
}
TEST(Form, ReportsTwentyErrorsAsTwenty) { HOLDS(all_that_is_broken_is_reported()); }

constexpr bool too_few_deputies_are_no_participants() {
  struct many_deputies : student_group {
    using formation = declare::conditions<declare::at_least<2, role::deputy>, declare::somebody<role::participant>>;
  };
  people::list<many_deputies> roster;
  roster.add(agreeing<many_deputies, role::participant>("p1"));
  return fails_only_with(roster.form(), code::condition_broken, "everyone_takes_part");
}
TEST(Form, SaysOfParticipantsAloneThatTheyAreTooFew) { HOLDS(too_few_deputies_are_no_participants()); }

TEST(Form, ReportsTooManyPeopleBehindADuplicateAndBeforeTheRest) {
  people::list<staff_group> roster;
  for (std::size_t i = 0; i < 70; ++i) roster.add(person<staff_group>::as<role::deputy>(people::id(i)));
  roster.add(person<staff_group>::as<role::deputy>(people::id(0)));
  EXPECT_TRUE(fails_with(roster.form(), {code::duplicate_person, code::too_many_people, code::too_few_participants,
                                         code::no_leader, code::no_supervisor}));
}

constexpr bool a_group_with_errors_goes_as_far_as_it_goes() {
  people::list<staff_group> roster;
  roster.add(agreeing<staff_group, role::participant>("a"))
      .add(agreeing<staff_group, role::leader>("b"))
      .add(agreeing<staff_group, role::leader>("c"));
  const auto result = roster.form();
  return !result.is_formed() && result.size() == 3 &&
         detail::group_of(result).holders<role::leader>() == person_set{0b110};
}
TEST(Form, GivesTheGroupAsFarAsItGoes) { HOLDS(a_group_with_errors_goes_as_far_as_it_goes()); }

// ---- advisories -----------------------------------------------------------------------------------------------------

template <protocol P>
constexpr bool recommends(std::size_t fewest, std::size_t most) {
  return is_formed_advising(sound<P>(fewest - 1).form(), advisory_code::group_size) &&
         is_formed_silently(sound<P>(fewest).form()) && is_formed_silently(sound<P>(most).form()) &&
         is_formed_advising(sound<P>(most + 1).form(), advisory_code::group_size);
}
TEST(Form, GRP5_GroupSize) {
  HOLDS(recommends<student_group>(10, 12));
  HOLDS(recommends<staff_group>(10, 12));
  HOLDS(recommends<led_staff_group>(10, 12));
  HOLDS(recommends<case_consultation>(6, 9));
}
TEST(Form, GRP5_GroupSizeIsNotAskedOfAClassicalGroup) {
  HOLDS(forms<classical_group>(2));
  HOLDS(forms<classical_group>(20));
}
constexpr bool the_leader_of_students_is_not_counted() {
  auto roster = sound<student_group>(12);
  roster.add(agreeing<student_group, role::deputy>("deputy")).add(agreeing<student_group, role::supervisor>("watcher"));
  return is_formed_silently(roster.form());
}
TEST(Form, A6_GroupSizeCountsParticipantsOnly) { HOLDS(the_leader_of_students_is_not_counted()); }

template <protocol P>
constexpr bool consent_is_not_declared() {
  auto roster = sound<P>(8);
  roster.add(agreeing<P, role::participant>("i")).add(agreeing<P, role::participant>("j"));
  roster[2].agrees = roster[5].agrees = consent::not_declared;
  const auto result = roster.form();
  const auto& last = result.advisories[result.advisories.size() - 1];
  return result.is_formed() && last.code == advisory_code::consent_not_declared &&
         last.who == person_set{at(2) | at(5)};
}
TEST(Form, GRP7_ConsentNotDeclared) {
  HOLDS(consent_is_not_declared<student_group>());
  HOLDS(consent_is_not_declared<staff_group>());
  HOLDS(consent_is_not_declared<classical_group>());
  HOLDS(consent_is_not_declared<case_consultation>());
}

constexpr formation<student_group> led_by_a(std::string_view profession) {
  auto roster = sound<student_group>(10);
  roster[10].profession = profession;
  return roster.form();
}
TEST(Form, VAR1_LeaderProfession) {
  HOLDS(is_formed_advising(led_by_a("psychologist"), advisory_code::leader_profession, at(10)));
  HOLDS(is_formed_advising(led_by_a(""), advisory_code::leader_profession, at(10)));
  HOLDS(is_formed_silently(led_by_a("teacher")));
  HOLDS(is_formed_silently(led_by_a("methodologist")));
  HOLDS(is_formed_silently(led_by_a("internship_supervisor")));
}
constexpr bool any_profession_leads_the_staff() {
  auto roster = sound<staff_group>(10);
  roster[0].profession = "psychologist";
  return is_formed_silently(roster.form());
}
TEST(Form, VAR1_LeaderProfessionIsNotAskedOfStaff) { HOLDS(any_profession_leads_the_staff()); }

// Before the hand-over the leader comes from outside or is a member.
constexpr bool a_guest_or_a_member_leads_the_led_staff() {
  auto guest = sound<led_staff_group>(10);
  auto member = sound<led_staff_group>(10);
  member[0].offices = office_set<led_staff_group>::of<role::participant>();
  member[4].offices = office_set<led_staff_group>::of<role::participant, role::leader>();
  guest[0].offices = office_set<led_staff_group>::of<role::participant>();
  guest.add(agreeing<led_staff_group, role::leader>("guest"));
  return is_formed_silently(guest.form()) && is_formed_silently(member.form());
}
TEST(Form, VAR7_TheLeaderOfALedStaffGroupIsAGuestOrAMember) { HOLDS(a_guest_or_a_member_leads_the_led_staff()); }

// The numbers behind an advisory.
constexpr bool a_small_group_is_counted() {
  const auto one = sound<student_group>(8).form().advisories[0];
  return one.code == advisory_code::group_size && one.was == 8 && one.from == 10 && one.to == 12;
}
TEST(Form, GRP5_GroupSizeSaysHowManyThereAre) { HOLDS(a_small_group_is_counted()); }

constexpr bool the_leader_grades() {
  auto students = sound<student_group>(10);
  students[10].grades = true;
  auto staff = sound<staff_group>(10);
  staff[0].grades = true;
  auto classical = sound<classical_group>(10);
  classical[10].grades = true;
  return is_formed_advising(students.form(), advisory_code::dual_role, at(10)) &&
         is_formed_advising(staff.form(), advisory_code::dual_role, at(0)) &&
         is_formed_advising(classical.form(), advisory_code::dual_role, at(10));
}
TEST(Form, A23_DualRole) { HOLDS(the_leader_grades()); }
constexpr bool somebody_else_grades() {
  auto students = sound<student_group>(10);
  students[3].grades = true;
  auto staff = sound<staff_group>(10);
  staff[3].grades = staff[10].grades = true;
  return is_formed_silently(students.form()) && is_formed_silently(staff.form());
}
TEST(Form, A23_DualRoleIsOfTheLeaderOnly) { HOLDS(somebody_else_grades()); }

constexpr bool all_advisories_of_students_come_in_order() {
  people::list<student_group> roster;
  roster.add(person<student_group>::as<role::participant>("a")).add(agreeing<student_group, role::participant>("b"));
  auto leader = agreeing<student_group, role::leader>("c");
  leader.grades = true;
  const auto result = roster.add(leader).form();
  return result.is_formed() && advises(result, {advisory_code::group_size, advisory_code::consent_not_declared,
                                                advisory_code::leader_profession, advisory_code::dual_role});
}
TEST(Form, GivesAllAdvisoriesOfAStudentGroupInOrder) { HOLDS(all_advisories_of_students_come_in_order()); }
constexpr bool all_advisories_of_staff_come_in_order() {
  auto roster = sound<staff_group>(2);
  roster[0].agrees = consent::not_declared;
  roster[0].grades = true;
  return advises(roster.form(),
                 {advisory_code::group_size, advisory_code::consent_not_declared, advisory_code::dual_role});
}
TEST(Form, GivesAllAdvisoriesOfAStaffGroupInOrder) { HOLDS(all_advisories_of_staff_come_in_order()); }

// ---- conditions of one's own -------------------------------------------------------------------------------------

// Not more deputies than one, which no protocol of the library asks.
struct one_deputy {
  static constexpr code error = code::condition_broken;
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return {people.template count<role::deputy>() > 1, {}};
  }
};
struct strict_group : student_group {
  using formation = student_group::formation::with<one_deputy>;
};
constexpr bool a_condition_of_ones_own_is_asked(std::size_t deputies) {
  people::list<strict_group> roster;
  for (std::size_t i = 0; i < 10; ++i) roster.add(agreeing<strict_group, role::participant>(people::id(i)));
  roster.add(agreeing<strict_group, role::leader>("lead"));
  for (std::size_t i = 0; i < deputies; ++i) roster.add(agreeing<strict_group, role::deputy>(people::id(20 + i)));
  const auto result = roster.form();
  return deputies > 1 ? fails_only_with(result, code::condition_broken, "roles") : result.is_formed();
}
TEST(Form, House_ConditionBroken) {
  HOLDS(a_condition_of_ones_own_is_asked(1));
  HOLDS(a_condition_of_ones_own_is_asked(2));
}

// ---- the roster behind it -------------------------------------------------------------------------------------------

constexpr bool a_roster_finds_people_by_id() {
  auto list = sound<student_group>(3);
  list.add(list[1]);
  const roster<student_group> all{std::span<const person<student_group>>(list.people.data(), list.size)};
  return all.size() == 4 && all.counted() == 4 && all["p01"] == person_id{1} && all["lead"] == person_id{3} &&
         all["P01"] == nobody && all[""] == nobody && all[person_id{1}].id == "p01" &&
         all.repeated() == person_set{at(1)};
}
TEST(Roster, FindsPeopleById) { HOLDS(a_roster_finds_people_by_id()); }

constexpr bool a_roster_counts_offices() {
  auto list = sound<staff_group>(4);
  const roster<staff_group> all{std::span<const person<staff_group>>(list.people.data(), list.size)};
  return all.count<role::participant>() == 4 && all.count<role::leader>() == 1 && all.count<role::deputy>() == 0 &&
         all.count_where<role::participant>([](const auto& one) { return one.id > "p01"; }) == 2 &&
         all.breach_where<role::supervisor>([](const auto&) { return true; }).who == person_set{at(4)} &&
         !all.breach_where<role::deputy>([](const auto&) { return true; }).broken;
}
TEST(Roster, CountsWhoeverHoldsAnOffice) { HOLDS(a_roster_counts_offices()); }

TEST(Roster, LetsTheExceptionsOfAPredicateThrough) {
  const auto list = sound<staff_group>(4);
  const roster<staff_group> all{std::span<const person<staff_group>>(list.people.data(), list.size)};
  const auto refuses = [](const auto&) -> bool { throw std::runtime_error("no"); };
  EXPECT_THROW((void)all.count_where<role::participant>(refuses), std::runtime_error);
  EXPECT_THROW((void)all.breach_where<role::participant>(refuses), std::runtime_error);
}

TEST(Roster, RemembersSixtyFourPeopleAndCountsTheRest) {
  auto list = sixty_four_participants<student_group>();
  list.add(agreeing<student_group, role::leader>("lead")).add(agreeing<student_group, role::deputy>("deputy"));
  const roster<student_group> all{std::span<const person<student_group>>(list.people.data(), list.size)};
  EXPECT_EQ(all.size(), 64U);
  EXPECT_EQ(all.counted(), 66U);
  EXPECT_EQ(all.count<role::participant>(), 64U);
  EXPECT_EQ(all.count<role::leader>(), 1U);
  EXPECT_EQ(all["lead"], nobody);
}

// A hostile list may have any length: far behind, entries are no longer compared with each other.
TEST(Roster, CountsAnIdTwiceTwiceBeyondItsThousandTwentyFourthEntry) {
  std::vector<std::string> names;
  for (int i = 0; i < 1100; ++i) names.push_back("x" + std::to_string(i));
  names.insert(names.begin() + 1000, "x100");
  names.insert(names.end(), {"twin", "twin", "x200"});
  std::vector<person<student_group>> people;
  for (const auto& name : names) people.push_back(agreeing<student_group, role::participant>(name));
  const roster<student_group> all{people};
  EXPECT_EQ(all.size(), 64U);
  EXPECT_EQ(all.counted(), 1103U);
  EXPECT_TRUE(all.is_repeated());
  EXPECT_TRUE(all.repeated().empty());
  EXPECT_EQ(all.count<role::participant>(), 1103U);
}

// ---- the entries themselves: what a log could not carry
// --------------------------------------------------------------

constexpr bool fails_by_entry(const formation<student_group>& result, std::uint8_t condition, std::uint64_t who) {
  return fails_only_with(result, code::condition_broken, "", who) && result.errors[0].condition == condition &&
         result.errors[0].is_of_an_entry() && !result.formed();
}
constexpr bool an_id_is_a_pseudonym(std::string_view id) {
  auto roster = sound<student_group>(10);
  roster[3].id = id;
  return !fails_by_entry(roster.form(), pseudonym_condition, at(3));
}
constexpr std::string_view sixty_five = "p2345678901234567890123456789012345678901234567890123456789012345";
static_assert(sixty_five.size() == 65);
TEST(Form, RUL3_TakesOnlyIdsThatALogCouldCarry) {
  HOLDS(!an_id_is_a_pseudonym(""));
  HOLDS(!an_id_is_a_pseudonym("Anna I"));
  HOLDS(!an_id_is_a_pseudonym("\u0410\u043d\u043d\u0430"));
  HOLDS(!an_id_is_a_pseudonym("p1\n"));
  HOLDS(!an_id_is_a_pseudonym(sixty_five));
  HOLDS(an_id_is_a_pseudonym(sixty_five.substr(1)) && an_id_is_a_pseudonym("A-z_0.9"));
}

constexpr bool somebody_without_an_office_is_an_error() {
  auto roster = sound<student_group>(10);
  roster.add(person<student_group>{.id = "idle", .agrees = consent::given});
  auto foreign = sound<student_group>(10);
  foreign.add(person<student_group>{.id = "idle", .offices = {std::uint32_t{1} << student_group::offices::size}});
  return fails_by_entry(roster.form(), office_condition, at(11)) &&
         fails_by_entry(foreign.form(), office_condition, at(11));
}
TEST(Form, RUL5_SomebodyWithoutAnOffice) { HOLDS(somebody_without_an_office_is_an_error()); }

constexpr bool entries_come_first() {
  auto roster = sound<student_group>(1);
  roster[0].id = "";
  roster.add(person<student_group>{.id = "idle"});
  return fails_with(roster.form(), {code::condition_broken, code::condition_broken, code::too_few_participants}) &&
         roster.form().formed().error().condition == pseudonym_condition;
}
TEST(Form, ReportsTheEntriesFirst) { HOLDS(entries_come_first()); }

// ---- a group is what form made --------------------------------------------------------------------------------------

static_assert(!std::is_default_constructible_v<formation<student_group>> &&
              !std::is_default_constructible_v<group<student_group>>);
TEST(Form, AloneMakesAGroup) {
  EXPECT_FALSE(std::is_default_constructible_v<formation<student_group>>);
  EXPECT_FALSE(std::is_default_constructible_v<group<student_group>>);
}

constexpr bool what_is_not_formed_gives_an_error() {
  const auto sound_one = sound<student_group>(10).form();
  const auto broken = sound<student_group>(1).form();
  return sound_one.formed()->size() == 11 && sound_one.size() == 11 && broken.size() == 2 && !broken.formed() &&
         broken.formed().error().code == code::too_few_participants;
}
TEST(Form, GivesAnErrorAndNoGroupWhereNoneIsFormed) { HOLDS(what_is_not_formed_gives_an_error()); }

constexpr bool people_in_braces_are_a_roster() {
  const auto made = form<student_group>(
      {person<student_group>::as<role::participant>("anna"), person<student_group>::as<role::leader>("boris")});
  return made.size() == 2 && detail::group_of(made).holders<role::leader>() == person_set{at(1)};
}
TEST(Form, TakesPeopleInBraces) { HOLDS(people_in_braces_are_a_roster()); }

// ---- looking up whoever is not there --------------------------------------------------------------------------------

constexpr bool a_roster_answers_whatever_is_asked() {
  const auto list = sound<student_group>(10);
  const roster<student_group> all(std::span(list.people.data(), list.size));
  const auto many = sound<student_group>(63);
  const roster<student_group> full(std::span(many.people.data(), many.size));
  if (!full[nobody].id.empty() || !full[person_id{64}].id.empty() || full[person_id{63}].id != "lead") return false;
  return all["carl"] == nobody && all[""] == nobody && all[nobody].id.empty() && all[nobody].offices.empty() &&
         all[all["carl"]].id.empty() && all[person_id{11}].id.empty() && all[person_id{10}].id == "lead" &&
         roster<student_group>({})[person_id{0}].id.empty();
}
TEST(Roster, AnswersWhateverIsAsked) { HOLDS(a_roster_answers_whatever_is_asked()); }

}  // namespace form_test
