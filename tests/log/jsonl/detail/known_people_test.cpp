// SPDX-License-Identifier: MIT
#include <balint/log/jsonl/detail/known_people.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace known_people_test {

using balint::header_record;
using balint::detail::known_people;

const header_record anna{
    .protocol = "student_group", .session = "s1", .people = {{.id = "anna", .offices = {"participant"}}}};
std::string line_of(std::string_view session,
                    std::string_view people = R"([{"id":"anna","offices":["participant"]}])") {
  return R"({"balint":1,"protocol":"student_group","session":")" + std::string(session) + R"(","people":)" +
         std::string(people) + "}";
}
/// What is known after a line was read twice.
known_people after(const std::string& line, const header_record& read = anna) {
  known_people all;
  all.remember(line, read);
  all.remember(line, read);
  return all;
}

TEST(KnownPeople, AreThereWhenTheyMeetAgain) {
  const auto known = after(line_of("s1"));
  header_record next;
  ASSERT_TRUE(known.read(line_of("autumn-2"), next));
  auto expected = anna;
  expected.session = "autumn-2";
  EXPECT_EQ(next, expected);
}
TEST(KnownPeople, AreKeptOnceTheyWereThereTwice) {
  known_people known;
  header_record next;
  EXPECT_FALSE(known.read(line_of("s1"), next));
  known.remember(line_of("s1"), anna);
  EXPECT_FALSE(known.read(line_of("s1"), next));
  known.remember(line_of("s1"), anna);
  EXPECT_TRUE(known.read(line_of("s1"), next));
  known.remember(line_of("s1", R"([{"id":"anna","offices":["leader"]}])"), anna);
  EXPECT_FALSE(known.read(line_of("s1"), next));
}
TEST(KnownPeople, AreNotTakenForOthers) {
  const auto known = after(line_of("s1"));
  header_record next;
  EXPECT_FALSE(known.read(line_of("s2", R"([{"id":"anna","offices":["leader"]}])"), next));
  EXPECT_FALSE(known.read(line_of("s2") + " ", next));
  EXPECT_FALSE(known.read(" " + line_of("s2"), next));
  EXPECT_FALSE(known.read(R"({"by":"anna","act":"ask"})", next));
  EXPECT_FALSE(known.read("", next));
  EXPECT_FALSE(after(R"({"balint":1,"protocol":"staff_group","session":"s1","people":[]})",
                     {.protocol = "staff_group", .session = "s1", .people = {}})
                   .read(line_of("s2"), next));
  EXPECT_EQ(next, header_record{});
}
TEST(KnownPeople, MeetInSessionsWithAPseudonymAlone_RUL3) {
  const auto known = after(line_of("s1"));
  header_record next;
  for (const std::string session : {"", "Anna's class", "a\\u0062", "a\",\"session\":\"b", "\xD0\xB0"})
    EXPECT_FALSE(known.read(line_of(session), next)) << session;
  EXPECT_FALSE(known.read(line_of(std::string(65, 'a')), next));
  EXPECT_TRUE(known.read(line_of(std::string(64, 'a')), next));
}
TEST(KnownPeople, AreThoseOfLinesAsLogsAreWritten) {
  header_record next;
  for (const std::string line : {R"({"balint": 1,"protocol":"student_group","session":"s1","people":[]})",
                                 R"({"balint":1,"protocol":"student_group","session":"s1", "people":[]})",
                                 R"({"balint":1,"session":"s1","protocol":"student_group","people":[]})",
                                 R"({"balint":1,"protocol":"student_group","session":"\u00731","people":[]})"}) {
    EXPECT_FALSE(after(line).read(line, next)) << line;
  }
}

}  // namespace known_people_test
