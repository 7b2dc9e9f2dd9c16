// SPDX-License-Identifier: MIT
// What ties a log to a protocol: people by pseudonym, acts by name, and an office that the protocol does not have.
#include <balint/log/detail/session_index.hpp>

#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string_view>

namespace detail = balint::detail;
using students = balint::student_group;

namespace session_index_test {

/// Somebody with one office of the header's.
detail::raw_person person(std::string_view id, std::size_t office) {
  detail::raw_person one;
  one.id = id;
  one.first_office = office;
  one.end_of_offices = office + 1;
  return one;
}

detail::raw_header two_people() {
  detail::raw_header header;
  header.session = "s1";
  header.offices = {"participant", "leader", "participant"};
  header.people = {person("anna", 0), person("lead", 1)};
  return header;
}

TEST(SessionIndex, FindsPeopleByPseudonym) {
  detail::session_index<students> index;
  ASSERT_TRUE(index.open(two_people()));
  EXPECT_EQ(index.find("anna"), balint::person_id{0});
  EXPECT_EQ(index.find("lead"), balint::person_id{1});
  EXPECT_EQ(index.find("boris"), balint::nobody);
  const auto header = index.header(7);
  EXPECT_EQ(header.session, "s1");
  EXPECT_EQ(header.people.size(), 2U);
  EXPECT_EQ(header.line, 7U);
}
TEST(SessionIndex, UnitesTheEntriesOfOnePseudonym) {
  auto raw = two_people();
  raw.people.push_back(person("lead", 2));
  detail::session_index<students> index;
  ASSERT_TRUE(index.open(raw));
  EXPECT_EQ(index.header(1).people.size(), 3U);
  EXPECT_EQ(index.header(1).roster->size(), 2U);
}
TEST(SessionIndex, SaysWhichOfficeTheProtocolDoesNotHave) {
  auto raw = two_people();
  raw.offices[1] = "king";
  detail::session_index<students> index;
  const auto opened = index.open(raw);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), "king");
}
TEST(SessionIndex, GivesAnUnknownActAnIdBehindTheProtocols) {
  detail::session_index<students> index;
  const auto dance = index.act("dance");
  EXPECT_GE(dance.index, balint::act_count<students>);
  EXPECT_EQ(index.act("dance"), dance);
  EXPECT_NE(index.act("sing"), dance);
  EXPECT_EQ(index.act("ask"), (balint::act_id_of<balint::act::ask, students>));
}

}  // namespace session_index_test
