// SPDX-License-Identifier: MIT
// The parts of a mapping: what is taken, and that the first fault is kept.
#include <balint/log/any/detail/mapping_parts.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

using namespace balint;

namespace mapping_parts_test {

detail::mapping_parts parts_of(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::object all;
  EXPECT_EQ(parser.parse(json.data(), json.size(), true).get(all), simdjson::SUCCESS);
  return detail::mapping_parts(all);
}

TEST(MappingParts, AreOfAnotherProgram) {
  const auto none = parts_of("{}");
  EXPECT_TRUE(none.is_good());
  EXPECT_TRUE(none.made.is_foreign);
  EXPECT_TRUE(none.made.people.empty());
}
TEST(MappingParts, TakePeopleOneAfterTheOther) {
  const auto parts = parts_of(
      R"({"people":[{"id":"a","offices":["leader","participant"],"consent":true},{"offices":["x"],"id":"b","grades":true}]})");
  ASSERT_TRUE(parts.is_good()) << parts.fault.found;
  const std::vector<person_record> expected{{.id = "a", .offices = {"leader", "participant"}, .agrees = consent::given},
                                            {.id = "b", .offices = {"x"}, .grades = true}};
  EXPECT_EQ(parts.made.people, expected);
}
TEST(MappingParts, KeepTheFirstThingThatIsWrong) {
  const auto parts = parts_of(R"({"people":[{"id":"Anna I"},{"id":7}],"acts":[]})");
  EXPECT_FALSE(parts.is_good());
  EXPECT_EQ(parts.fault.found, "\"Anna I\"");
}
TEST(MappingParts, RefuseWhatNobodyCanBe) {
  const auto found = [](std::string_view person) {
    return parts_of("{\"people\":[" + std::string(person) + "]}").fault.found;
  };
  EXPECT_EQ(found(R"({"offices":["x"]})"), "a person without \"id\"");
  EXPECT_EQ(found(R"({"id":"a"})"), "a person without an office");
  EXPECT_EQ(found(R"({"id":"a","id":"b"})"), "a second \"id\"");
  EXPECT_EQ(found(R"({"id":"a","offices":"x"})"), "no array");
  EXPECT_EQ(found(R"({"id":"a","offices":[7]})"), "no text");
  EXPECT_EQ(found(R"({"id":7})"), "no text");
  EXPECT_EQ(found(R"({"id":"a","grades":1})"), "no flag");
  EXPECT_EQ(found(R"({"id":"a","profession":""})"), "a profession that is no word");
}

}  // namespace mapping_parts_test
