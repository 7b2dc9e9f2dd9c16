// SPDX-License-Identifier: MIT
// The list of people of a trace, element by element.
#include <balint/log/xes/detail/people.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace balint;

namespace people_test {

class XesPeople : public testing::Test {
 protected:
  XesPeople() {
    list.begin_trace(people);
    list.begin();
    list.element("balint:people", "");  // `values`
  }
  void attribute(std::string_view key, std::string_view value) {
    list.element(key, value);
    list.end_element();
  }
  void person(std::string_view id) { list.element("balint:person", id); }
  void end_list() {
    list.end_element();
    list.end_element();
  }
  std::vector<person_record> people;
  detail::xes_people list;
};

TEST_F(XesPeople, AreReadWithTheirAttributes) {
  person("p1");
  attribute("balint:offices", "participant deputy");
  attribute("balint:consent", "0");
  attribute("balint:profession", "teacher");
  attribute("balint:less_experienced", "true");
  attribute("balint:grades", "false");
  list.end_element();
  person("p2");
  attribute("balint:offices", "leader");
  attribute("balint:consent", "1");
  list.end_element();
  EXPECT_TRUE(list.is_open());
  end_list();
  EXPECT_FALSE(list.is_open());
  EXPECT_EQ(list.fault.found, "");
  const std::vector<person_record> expected{{.id = "p1",
                                             .offices = {"participant", "deputy"},
                                             .profession = "teacher",
                                             .agrees = consent::refused,
                                             .less_experienced = true},
                                            {.id = "p2", .offices = {"leader"}, .agrees = consent::given}};
  EXPECT_EQ(people, expected);
  EXPECT_EQ(list.left_out(), 0U);
}
TEST_F(XesPeople, CountWhatIsNoPersonOrNoAttributeOfOne) {
  list.element("balint:guest", "g1");
  attribute("balint:offices", "leader");
  list.end_element();
  person("p1");
  attribute("balint:offices", "leader");
  attribute("name", "Anna");
  list.element("balint:profession", "teacher");
  attribute("balint:grades", "true");
  list.end_element();
  list.end_element();
  end_list();
  EXPECT_EQ(list.left_out(), 4U);
  EXPECT_EQ(people, (std::vector<person_record>{{.id = "p1", .offices = {"leader"}, .profession = "teacher"}}));
}
TEST_F(XesPeople, KeepTheFirstFault) {
  person("Anna I");
  EXPECT_EQ(list.fault.found, "\"Anna I\"");
  attribute("balint:consent", "perhaps");
  list.end_element();
  EXPECT_EQ(list.fault.found, "\"Anna I\"");
}
TEST_F(XesPeople, RefuseWhatNobodyCanBe) {
  person("p1");
  attribute("balint:consent", "perhaps");
  EXPECT_EQ(list.fault.found, "\"perhaps\"");
  EXPECT_EQ(list.fault.expected, "true or false");
}
TEST_F(XesPeople, RefuseSomebodyWithoutAnOffice) {
  person("p1");
  list.end_element();
  EXPECT_EQ(list.fault.found, "a person without an office");
}
TEST_F(XesPeople, RefuseAnAttributeTwice) {
  person("p1");
  attribute("balint:grades", "true");
  attribute("balint:grades", "true");
  EXPECT_EQ(list.fault.found, "a second \"grades\"");
}

}  // namespace people_test
