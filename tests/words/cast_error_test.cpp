// SPDX-License-Identifier: MIT
// What is said where people make no cast.
#include <balint/words/cast_error.hpp>

#include "tests/words/casts.hpp"

using namespace balint;

namespace cast_error_test {

using people = std::vector<person_record>;
cast_error refused(const people& entries) { return cast<student_group>::of(entries).error(); }

TEST(CastFault, HasAName) {
  EXPECT_EQ(name_of(cast_fault::bad_id), "bad_id");
  EXPECT_EQ(name_of(cast_fault::id_twice), "id_twice");
  EXPECT_EQ(name_of(cast_fault::no_office), "no_office");
  EXPECT_EQ(name_of(cast_fault::unknown_office), "unknown_office");
  EXPECT_EQ(name_of(cast_fault::bad_profession), "bad_profession");
  EXPECT_EQ(name_of(cast_fault::not_formed), "not_formed");
  EXPECT_EQ(name_of(cast_fault::unknown_protocol), "unknown_protocol");
}
TEST(CastError, SaysWhichEntryAndWhatIsKnown) {
  EXPECT_EQ(refused({{"anna", {"participant"}}, {"boris", {"particpant"}}}).message(),
            "entry 2: \"particpant\" is not an office; the nearest is \"participant\"");
  EXPECT_EQ(refused({{"anna", {"king"}}}).message(),
            "entry 1: \"king\" is not an office; known: participant, leader, deputy, supervisor");
  EXPECT_EQ(refused({{"anna", {"participant"}}, {"anna", {"leader"}}}).message(),
            "entry 2: \"anna\" is the id of an earlier entry");
  EXPECT_EQ(refused({{"anna", {}}}).message(), "entry 1: \"anna\" has no office");
}
TEST(CastError, ShowsNoFreeText_RUL3) {
  EXPECT_EQ(refused({{"Anna Ivanovna", {"participant"}}}).message(),
            "entry 1: an id is a pseudonym of 1 to 64 letters, digits, _ . or -");
  EXPECT_EQ(refused({{.id = "anna", .offices = {"participant"}, .profession = "a teacher of maths"}}).message(),
            "entry 1: a profession is a word of 1 to 40 of a-z, 0-9 and _ that begins with a letter");
  EXPECT_EQ(refused({{"anna", {"the king of France"}}}).message(),
            "entry 1: a text that is no word is not an office; known: participant, leader, deputy, supervisor");
}
TEST(CastError, SaysAllThatStandsAgainstTheGroupAndWhom) {
  EXPECT_EQ(refused({}).message(), "these people do not form a group: too_few_participants; no_leader");
  EXPECT_EQ(refused({{"anna", {"participant"}}, {"boris", {"participant", "leader"}}}).message(),
            "these people do not form a group: leader_takes_part (boris)");
  // Whoever has not agreed is counted, and not named.
  const auto no = refused({{"maria", {"leader"}},
                           {.id = "anna", .offices = {"participant"}, .agrees = consent::refused},
                           {"boris", {"participant"}},
                           {"vera", {"participant"}}});
  EXPECT_EQ(no.message(), "these people do not form a group: not_voluntary (1 person)");
}

}  // namespace cast_error_test
