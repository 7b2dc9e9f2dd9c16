// SPDX-License-Identifier: MIT
// Why a group cannot be formed: which condition it is, and of whom.
#include <balint/balint.hpp>
#include <balint/text/formation_message.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace formation_message_test {

using namespace balint;
using namespace balint::declare;
using ::testing::ElementsAre;

template <protocol P>
std::vector<std::string> errors_of(const std::vector<person<P>>& people, naming how = naming::counted) {
  std::vector<std::string_view> ids;
  const roster<P> all{people};
  for (std::uint8_t i = 0; i < all.size(); ++i) ids.push_back(all[person_id{i}].id);
  std::vector<std::string> said;
  for (const auto& error : form<P>(all).errors) said.push_back(message<P>(error, pseudonyms{.ids = ids}, how));
  return said;
}

using student = person<student_group>;
using staff = person<staff_group>;

TEST(FormationMessage, SaysThatTheLeaderOfStudentsComesFromOutside) {
  EXPECT_THAT(errors_of<student_group>(
                  {student::as<role::participant>("p1"), student::as<role::participant, role::leader>("p6")}),
              ElementsAre("the leader, p6, is also a participant; in a student group a teacher from outside leads "
                          "(VAR-1)"));
}

TEST(FormationMessage, SaysThatTheLeaderOfStaffIsOneOfThem) {
  EXPECT_THAT(
      errors_of<staff_group>({staff::as<role::participant>("p1"), staff::as<role::participant>("p2"),
                              staff::as<role::leader>("x"), staff::as<role::supervisor>("sup")}),
      ElementsAre("the leader, x, is not a participant; in a staff group one of the participants leads (VAR-2)"));
}

TEST(FormationMessage, SaysWhatEachOtherConditionAsksFor) {
  EXPECT_THAT(errors_of<student_group>({student::as<role::participant>("p1")}),
              ElementsAre("fewer than 2 participants are on the list", "nobody is on the list as leader"));
  EXPECT_THAT(errors_of<student_group>({student::as<role::participant>("p1"), student::as<role::participant>("p2"),
                                        student::as<role::leader>("a"), student::as<role::leader>("b")}),
              ElementsAre("more than one person is on the list as leader: a and b"));
  EXPECT_THAT(
      errors_of<staff_group>({staff::as<role::participant, role::leader>("p1"), staff::as<role::participant>("p2")}),
      ElementsAre("nobody is on the list as supervisor; in a staff group one is present (VAR-3)"));
  EXPECT_THAT(
      errors_of<staff_group>({staff::as<role::participant, role::leader>("p1"), staff::as<role::participant>("p2"),
                              staff::as<role::supervisor>("sup", consent::given, "teacher")}),
      ElementsAre("the supervisor, sup, is on the list with another profession than psychologist or "
                  "methodologist (VAR-3)"));
  EXPECT_THAT(
      errors_of<student_group>({student::as<role::participant>("p1"),
                                student::as<role::participant, role::supervisor>("p2"),
                                student::as<role::leader>("a")}),
      ElementsAre("p2, on the list as supervisor, holds another office too; a supervisor stands apart (SUP-2)"));
  EXPECT_THAT(errors_of<student_group>({student::as<role::participant>("p1"), student::as<role::participant>("p1"),
                                        student::as<role::participant>("p2"), student::as<role::leader>("a")}),
              ElementsAre("the record lists p1 twice; the entries are read as one person"));
}

TEST(FormationMessage, CountsWhoDidNotAgreeAndNamesThemWhereAskedFor) {
  const std::vector one{student::as<role::participant>("p1", consent::refused), student::as<role::participant>("p2"),
                        student::as<role::leader>("a")};
  EXPECT_THAT(errors_of<student_group>(one),
              ElementsAre("one person has not agreed to take part; no session is held with that person"));
  EXPECT_THAT(errors_of<student_group>(one, naming::by_id),
              ElementsAre("one person has not agreed to take part; no session is held with that person: p1"));
  const std::vector two{student::as<role::participant>("p1", consent::refused),
                        student::as<role::participant>("p2", consent::refused), student::as<role::leader>("a")};
  EXPECT_THAT(errors_of<student_group>(two),
              ElementsAre("two people have not agreed to take part; no session is held with them"));
}

TEST(FormationMessage, SaysOfACaseConsultationThatAParticipantModerates) {
  using colleague = person<case_consultation>;
  EXPECT_THAT(
      errors_of<case_consultation>({colleague::as<role::participant>("k1"), colleague::as<role::participant>("k2"),
                                    colleague::as<role::participant>("k3"), colleague::as<role::moderator>("m")}),
      ElementsAre("the moderator, m, is not a participant; in a case consultation one of the participants leads"));
}

/// A condition of one's own that says what it asks for.
struct no_more_than_three {
  static constexpr code error = code::condition_broken;
  static constexpr std::string_view text = "more than three participants are on the list";
  using rule = balint::rule::closed_group;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    return people.template count<role::participant>() > 3
               ? people.template breach_where<role::participant>([](const auto&) { return true; })
               : breach{};
  }
};
struct small_group : student_group {
  static constexpr std::string_view name = "small_group";
  using formation = conditions<somebody<role::leader>, somebody<role::participant>, no_more_than_three,
                               no_rival<role::deputy>, somebody<role::deputy>>;
};

TEST(FormationMessage, LetsAConditionOfOnesOwnNameItself) {
  using member = person<small_group>;
  const std::vector people{member::as<role::participant>("a"), member::as<role::participant>("b"),
                           member::as<role::participant>("c"), member::as<role::participant>("d"),
                           member::as<role::leader>("e"),      member::as<role::deputy>("f"),
                           member::as<role::deputy>("g")};
  EXPECT_THAT(errors_of<small_group>(people), ElementsAre("more than three participants are on the list: a, b, c and d",
                                                          "more than one person is on the list as deputy: f and g"));
  EXPECT_EQ(form<small_group>(people).errors[1].code, code::condition_broken) << "nobody leads twice";
  const std::vector few{member::as<role::participant>("a"), member::as<role::leader>("e")};
  EXPECT_THAT(errors_of<small_group>(few), ElementsAre("nobody is on the list as deputy"));
}

/// Writes down what is decided; does not lead.
struct scribe {
  static constexpr std::string_view name = "scribe", source = "house";
};
struct minuted_group : student_group {
  static constexpr std::string_view name = "minuted_group";
  using offices = declare::offices<role::participant, role::leader, role::deputy, role::supervisor, scribe>;
  using formation =
      conditions<somebody<role::leader>, somebody<scribe>, no_rival<scribe>, at_least<2, role::participant>>;
};

TEST(FormationMessage, SaysWhichOfficeIsMissing) {
  using member = person<minuted_group>;
  const std::vector people{member::as<role::participant>("a"), member::as<role::participant>("b"),
                           member::as<role::leader>("e")};
  EXPECT_THAT(errors_of<minuted_group>(people), ElementsAre("nobody is on the list as scribe"));
  const auto all = form<minuted_group>(people);
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_EQ(all.errors[0].code, code::condition_broken) << "not no_leader: somebody leads";
}

TEST(FormationMessage, TakesACodeWithoutAConditionAsItIs) {
  EXPECT_EQ(message<student_group>(formation_error{code::too_many_people}, pseudonyms{}),
            "more than 64 people are on the list; no event can be followed");
}

TEST(FormationMessage, SaysWhatIsWrongWithAnEntryAndShowsNoFreeText_RUL3) {
  using member = person<student_group>;
  const std::vector people{member::as<role::participant>("Anna I"), member::as<role::participant>("b"),
                           member::as<role::leader>("e"), member{.id = "f"}, member{.id = "g"}};
  EXPECT_THAT(errors_of<student_group>(people),
              ElementsAre("one person is on the list without a pseudonym: 1 to 64 letters, digits or any of _ . - make "
                          "one",
                          "two people are on the list without an office of a student group"));
}

}  // namespace formation_message_test
