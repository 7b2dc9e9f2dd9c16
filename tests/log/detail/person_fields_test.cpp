// SPDX-License-Identifier: MIT
// What a log says of a person, field by field.
#include <balint/log/detail/person_fields.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace person_fields_test {

using namespace balint::detail;
using balint::consent;
using balint::person_record;

std::vector<std::string> fields_of(const person_record& one) {
  std::vector<std::string> all;
  each_field(one, [&](person_field field, auto value) {
    all.push_back(std::string(person_field_names[static_cast<std::size_t>(field)]) + "=" +
                  std::string(field_text(value)));
  });
  return all;
}

TEST(PersonFields, AreFoundByName) {
  for (std::size_t i = 0; i < person_field_names.size(); ++i)
    EXPECT_EQ(find_person_field(person_field_names[i]), static_cast<person_field>(i));
  EXPECT_EQ(person_field_names[static_cast<std::size_t>(person_field::less_experienced)], "less_experienced");
  EXPECT_FALSE(find_person_field("name"));
  EXPECT_FALSE(find_person_field(""));
}
TEST(PersonFields, OfEverythingThatIsKnownAreWrittenInOrder) {
  const person_record one{.id = "p1",
                          .offices = {"participant", "deputy"},
                          .profession = "teacher",
                          .agrees = consent::refused,
                          .less_experienced = true,
                          .grades = true};
  EXPECT_THAT(fields_of(one), testing::ElementsAre("id=p1", "offices=participant deputy", "consent=false",
                                                   "profession=teacher", "less_experienced=true", "grades=true"));
}
TEST(PersonFields, OfWhatIsNotStatedAreNotWritten) {
  EXPECT_THAT(fields_of({.id = "p1", .offices = {"leader"}}), testing::ElementsAre("id=p1", "offices=leader"));
  EXPECT_THAT(fields_of({.id = "p1", .offices = {"leader"}, .agrees = consent::given}),
              testing::ElementsAre("id=p1", "offices=leader", "consent=true"));
}
TEST(PersonFields, JoinOfficesByABlank) {
  EXPECT_EQ(joined_offices({}), "");
  EXPECT_EQ(joined_offices({.offices = {"a"}}), "a");
  EXPECT_EQ(joined_offices({.offices = {"a", "b", "c"}}), "a b c");
}

}  // namespace person_fields_test
