// SPDX-License-Identifier: MIT
// A cast owns its people: found by name, named by id, and what it lends stays valid.
#include <balint/words/cast.hpp>

#include <optional>
#include <type_traits>

#include "tests/words/casts.hpp"

using namespace balint;
using namespace support;
using students = student_group;

namespace cast_test {

template <typename P>
class Cast : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Cast, protocols);

TYPED_TEST(Cast, FindsByNameAndNamesById) {
  using P = TypeParam;
  const auto people = casts::cast_of<P>();
  const auto given = people_of<P>();
  ASSERT_EQ(people.size(), given.size());
  for (std::uint8_t i = 0; i < given.size(); ++i) {
    EXPECT_EQ(people.find(given[i].id), person_id{i});
    EXPECT_EQ(people.name_of({i}), given[i].id);
    EXPECT_EQ(people.names()[i], given[i].id);
    EXPECT_EQ(people.people()[i].offices, given[i].offices);
    EXPECT_EQ(people.people()[i].agrees, given[i].agrees);
    EXPECT_EQ(people.people()[i].profession, given[i].profession);
  }
  EXPECT_EQ(people.find("carl"), nobody);
  EXPECT_EQ(people.find(""), nobody);
  EXPECT_EQ(people.name_of(nobody), "");
  EXPECT_EQ(people.name_of({static_cast<std::uint8_t>(people.size())}), "");
  EXPECT_EQ(people.roster().size(), people.size());
}
TYPED_TEST(Cast, HasTheGroupThatFormWouldForm) {
  using P = TypeParam;
  const auto people = casts::cast_of<P>();
  EXPECT_EQ(people.group(), formed<P>().formed().value());
  EXPECT_EQ(people.advisories().size(), formed<P>().advisories.size());
  EXPECT_TRUE(session<P>(people.group()).template record<act::refocus>(people.find("lead")));
}

TEST(CastOfStudents, TakesOver) {
  const auto people =
      cast<students>::of({{"anna", {"participant"}},
                          {"boris", {"participant", "deputy"}},
                          {.id = "lead", .offices = {"leader"}, .profession = "teacher", .grades = true}});
  ASSERT_TRUE(people);
  EXPECT_EQ(people->size(), 3U);
  EXPECT_EQ(people->group().grading(), person_set{4});
  EXPECT_EQ(people->people()[2].profession, "teacher");
  EXPECT_TRUE(people->people()[1].offices.has<role::deputy>());
}

cast_error refused(const std::vector<person_record>& entries) { return cast<students>::of(entries).error(); }

TEST(CastOfStudents, SaysWhichEntryIsWrongAndHow) {
  const auto office = refused({{"anna", {"participant"}}, {"boris", {"participant", "particpant"}}});
  EXPECT_EQ(office.why, cast_fault::unknown_office);
  EXPECT_EQ(office.entry, 1U);
  EXPECT_EQ(office.given, "particpant");
  EXPECT_EQ(office.nearest, "participant");
  EXPECT_EQ(office.known.size(), 4U);
  EXPECT_EQ(refused({{"", {"participant"}}}).why, cast_fault::bad_id);
  EXPECT_EQ(refused({{"anna b", {"participant"}}}).why, cast_fault::bad_id);
  EXPECT_EQ(refused({{"anna", {"participant"}}, {"boris", {}}}).why, cast_fault::no_office);
  EXPECT_EQ(refused({{.id = "anna", .offices = {"leader"}, .profession = "A teacher"}}).why,
            cast_fault::bad_profession);
  const auto twice = refused({{"anna", {"participant"}}, {"boris", {"participant"}}, {"anna", {"leader"}}});
  EXPECT_EQ(twice.why, cast_fault::id_twice);
  EXPECT_EQ(twice.entry, 2U);
  EXPECT_EQ(twice.given, "anna");
}
TEST(CastOfStudents, HandsBackEveryFormationError) {
  const auto alone = refused({{"anna", {"participant"}}});
  EXPECT_EQ(alone.why, cast_fault::not_formed);
  ASSERT_EQ(alone.formation.size(), 2U);
  EXPECT_EQ(alone.formation[0].code, code::too_few_participants);
  EXPECT_EQ(alone.formation[1].code, code::no_leader);
  EXPECT_EQ(alone.ids, (std::vector<std::string>{"anna"}));
  std::vector<person_record> crowd{{"lead", {"leader"}}};
  for (int i = 0; i < 64; ++i) crowd.push_back({"p" + std::to_string(i), {"participant"}});
  EXPECT_EQ(refused(crowd).formation.at(0).code, code::too_many_people);
  crowd.pop_back();
  EXPECT_EQ(cast<students>::of(crowd)->size(), 64U);
}

TEST(CastOfStudents, LendsWhatStaysWhileAnyCopyLives) {
  std::optional<cast<students>> first = casts::students();
  const auto names = first->names();
  const auto people = first->people();
  auto copy = *first;
  const auto moved = std::move(*first);
  EXPECT_EQ(first->name_of({0}), "anna");  // moved from, and as it was
  EXPECT_EQ(copy.names().data(), names.data());
  first.reset();
  copy = casts::cast_of<students>();
  EXPECT_EQ(names[1], "boris");
  EXPECT_EQ(people[2].id, "lead");
  EXPECT_EQ(moved.roster()["lead"], (person_id{2}));
  EXPECT_EQ(moved.names().data(), names.data());
  EXPECT_EQ(copy.size(), 6U);
}
TEST(CastOfStudents, OwnsItsTexts) {
  std::vector<person_record> entries{{"anna", {"participant"}}, {"boris", {"participant"}}, {"lead", {"leader"}}};
  const auto people = cast<students>::of(entries);
  entries[0].id = "vera";
  entries.clear();
  EXPECT_EQ(people->name_of({0}), "anna");
}
TEST(CastOfStudents, IsEqualToOneOfTheSamePeople) {
  EXPECT_EQ(casts::students(), casts::students());
  EXPECT_NE(casts::students(), casts::cast_of<students>());
}

template <typename T>
concept lends_names = requires(T people) { static_cast<T&&>(people).names(); };
template <typename T>
concept lends_people = requires(T people) { static_cast<T&&>(people).people(); };
template <typename T>
concept lends_a_roster = requires(T people) { static_cast<T&&>(people).roster(); };
template <typename T>
concept lends_a_name = requires(T people) { static_cast<T&&>(people).name_of(nobody); };
template <typename T>
concept lends_advisories = requires(T people) { static_cast<T&&>(people).advisories(); };

TEST(CastOfStudents, LendsNothingOfATemporary) {
  using lasting = const cast<students>&;
  using temporary = cast<students>&&;
  BALINT_CHECK(lends_names<lasting> && lends_people<lasting> && lends_a_roster<lasting> && lends_a_name<lasting> &&
               lends_advisories<lasting>);
  BALINT_CHECK(!lends_names<temporary> && !lends_people<temporary> && !lends_a_roster<temporary> &&
               !lends_a_name<temporary> && !lends_advisories<temporary>);
  BALINT_CHECK(std::is_nothrow_copy_constructible_v<cast<students>>);
}

}  // namespace cast_test
