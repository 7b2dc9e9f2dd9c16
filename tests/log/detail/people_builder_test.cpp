// SPDX-License-Identifier: MIT
// People as the readers of all formats collect them, and what nobody can be.
#include <balint/log/detail/people_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace people_builder_test {

using namespace balint::detail;
using balint::consent;
using balint::person_record;

class PeopleBuilder : public testing::Test {
 protected:
  PeopleBuilder() {
    builder.begin(people);
    builder.begin_person();
  }
  std::vector<person_record> people;
  people_builder builder;
};

TEST_F(PeopleBuilder, CollectsAllFields) {
  EXPECT_TRUE(builder.set_text(person_field::id, "p1"));
  EXPECT_TRUE(builder.set_text(person_field::offices, " participant  deputy "));
  EXPECT_TRUE(builder.set_flag(person_field::consent, true));
  EXPECT_TRUE(builder.set_text(person_field::profession, "teacher"));
  EXPECT_TRUE(builder.set_flag(person_field::less_experienced, true));
  EXPECT_TRUE(builder.set_flag(person_field::grades, false));
  EXPECT_TRUE(builder.end_person());
  builder.begin_person();
  EXPECT_TRUE(builder.set_text(person_field::id, "p2"));
  builder.add_office("leader");
  EXPECT_TRUE(builder.set_flag(person_field::consent, false));
  EXPECT_TRUE(builder.end_person());
  builder.end();
  const std::vector<person_record> expected{{.id = "p1",
                                             .offices = {"participant", "deputy"},
                                             .profession = "teacher",
                                             .agrees = consent::given,
                                             .less_experienced = true},
                                            {.id = "p2", .offices = {"leader"}, .agrees = consent::refused}};
  EXPECT_EQ(people, expected);
}
TEST_F(PeopleBuilder, LeavesNothingOfTheListBefore) {
  EXPECT_TRUE(builder.set_text(person_field::id, "p1"));
  EXPECT_TRUE(builder.set_text(person_field::offices, "leader"));
  EXPECT_TRUE(builder.set_text(person_field::profession, "teacher"));
  EXPECT_TRUE(builder.set_flag(person_field::consent, true));
  EXPECT_TRUE(builder.set_flag(person_field::grades, true));
  EXPECT_TRUE(builder.set_flag(person_field::less_experienced, true));
  EXPECT_TRUE(builder.end_person());
  builder.begin_person();
  builder.end();
  EXPECT_EQ(people.size(), 2U);
  builder.begin(people);
  builder.begin_person();
  EXPECT_FALSE(builder.has(person_field::id));
  builder.end();
  EXPECT_EQ(people, std::vector<person_record>(1));
}
TEST_F(PeopleBuilder, RefusesNames_RUL3) {
  EXPECT_FALSE(builder.set_text(person_field::id, "Anna I"));
  EXPECT_EQ(builder.fault.found, "\"Anna I\"");
  EXPECT_EQ(builder.fault.expected, wanted_pseudonym);
}
TEST_F(PeopleBuilder, RefusesAProfessionThatIsNoWordAndDoesNotShowIt_RUL3) {
  for (const auto* text : {"", "Secret", "a secret"}) {
    builder.begin_person();
    EXPECT_FALSE(builder.set_text(person_field::profession, text));
    EXPECT_EQ(builder.fault.found, "a profession that is no word");
    EXPECT_EQ(builder.fault.expected, wanted_word);
  }
}
TEST_F(PeopleBuilder, CountsNothingAsAField) {
  EXPECT_TRUE(builder.set_nothing(person_field::consent));
  EXPECT_FALSE(builder.set_flag(person_field::consent, true));
  EXPECT_EQ(builder.fault.found, "a second \"consent\"");
}
TEST_F(PeopleBuilder, RefusesAFieldTwice) {
  EXPECT_TRUE(builder.set_flag(person_field::consent, true));
  EXPECT_TRUE(builder.has(person_field::consent));
  EXPECT_FALSE(builder.has(person_field::grades));
  EXPECT_FALSE(builder.set_flag(person_field::consent, true));
  EXPECT_EQ(builder.fault.found, "a second \"consent\"");
  EXPECT_TRUE(builder.set_text(person_field::offices, "leader"));
  EXPECT_FALSE(builder.set_text(person_field::offices, "leader"));
  EXPECT_EQ(builder.fault.found, "a second \"offices\"");
}
TEST_F(PeopleBuilder, RefusesSomebodyWithoutIdOrOffice) {
  builder.add_office("leader");
  EXPECT_FALSE(builder.end_person());
  EXPECT_EQ(builder.fault.found, "a person without \"id\"");
  builder.begin_person();
  EXPECT_TRUE(builder.set_text(person_field::id, "p1"));
  EXPECT_TRUE(builder.set_text(person_field::offices, "  "));
  EXPECT_FALSE(builder.end_person());
  EXPECT_EQ(builder.fault.found, "a person without an office");
}
TEST_F(PeopleBuilder, SaysWhenThereAreTooManyForOneSession) {
  const auto add = [&](std::size_t bytes) {
    builder.begin_person();
    EXPECT_TRUE(builder.set_text(person_field::id, "p"));
    EXPECT_TRUE(builder.set_text(person_field::offices, std::string(bytes - 28, 'x')));
    EXPECT_TRUE(builder.end_person());
    return builder.fits();
  };
  builder.begin(people);
  EXPECT_TRUE(add(std::size_t{1} << 19U));
  EXPECT_TRUE(add(std::size_t{1} << 19U));
  EXPECT_FALSE(add(30));
  EXPECT_EQ(builder.fault.found, "people of more than 1 MiB");
  builder.begin(people);
  EXPECT_TRUE(add(std::size_t{1} << 20U));
}

}  // namespace people_builder_test
