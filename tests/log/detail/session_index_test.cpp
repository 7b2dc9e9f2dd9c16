// SPDX-License-Identifier: MIT
// What ties a log to a protocol: people by pseudonym, acts by name, and an office that the protocol does not have.
#include <balint/log/detail/session_index.hpp>

#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace session_index_test {

namespace detail = balint::detail;
using students = balint::student_group;

balint::header_record session_of(std::vector<balint::person_record> people) {
  return {.protocol = "student_group", .session = "s1", .people = std::move(people)};
}
const balint::header_record two{
    session_of({{.id = "anna", .offices = {"participant"}}, {.id = "lead", .offices = {"leader"}}})};

TEST(SessionIndex, FindsPeopleByPseudonym) {
  detail::session_index<students> index;
  ASSERT_TRUE(index.open(two));
  EXPECT_EQ(index.find("anna"), balint::person_id{0});
  EXPECT_EQ(index.find("lead"), balint::person_id{1});
  EXPECT_EQ(index.find("boris"), balint::nobody);
  const auto header = index.header(7);
  EXPECT_EQ(header.session, "s1");
  EXPECT_EQ(header.people.size(), 2U);
  EXPECT_EQ(header.line, 7U);
}
TEST(SessionIndex, UnitesTheEntriesOfOnePseudonym) {
  auto record = two;
  record.people.push_back({.id = "lead", .offices = {"participant"}});
  detail::session_index<students> index;
  ASSERT_TRUE(index.open(record));
  EXPECT_EQ(index.header(1).people.size(), 3U);
  EXPECT_EQ(index.header(1).roster->size(), 2U);
}
TEST(SessionIndex, SaysWhichOfficeTheProtocolDoesNotHave) {
  auto record = two;
  record.people[1].offices = {"king"};
  detail::session_index<students> index;
  const auto opened = index.open(record);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), "king");
}
TEST(SessionIndex, GivesAnUnknownActAnIdAfterTheProtocols) {
  detail::session_index<students> index;
  const auto dance = index.act("dance");
  EXPECT_GE(dance.index, balint::act_count<students>);
  EXPECT_EQ(index.act("dance"), dance);
  EXPECT_NE(index.act("sing"), dance);
  EXPECT_EQ(index.act("ask"), (balint::act_id_of<balint::act::ask, students>));
}

TEST(SessionIndex, GoesOnWithTheSamePeople) {
  detail::session_index<students> index;
  ASSERT_TRUE(index.open(two));
  const auto dance = index.act("dance");
  auto next = two;
  next.session = "s2";
  index.open_again(next);
  EXPECT_EQ(index.header(9).session, "s2");
  EXPECT_EQ(index.header(9).people.size(), 2U);
  EXPECT_EQ(index.find("lead"), balint::person_id{1});
  EXPECT_EQ(index.act("sing"), dance);  // what a session names that nobody knows is numbered in each anew
}

}  // namespace session_index_test
