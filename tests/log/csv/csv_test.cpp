// SPDX-License-Identifier: MIT
// CSV as it is read: what spreadsheets and data frames make of it too, and a clear error for the rest.
#include <balint/log/csv/csv.hpp>

#include <gmock/gmock.h>

#include <cstdio>
#include <memory>
#include <string>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using reading = support::any_reading<csv_reader<>>;
using testing::HasSubstr;

namespace csv_test {

const std::string columns =
    "session,row,at,by,act,case,option,rule,to,protocol,offices,consent,profession,less_experienced,grades\n";
const std::string session = "s1,session,,,,,,,,student_group,,,,,\ns1,person,,anna,,,,,,,participant,true,,,\n";

TEST(CsvReader, ReadsSessionsAndTellsTheLineOfEach) {
  const reading log(columns + session + "s1,event,2026-03-02T16:00:00Z,anna,present_case,,,,,,,,,,\n" +
                    "s2,session,,,,,,,,staff_group,,,,,\n");
  EXPECT_EQ(log.result, 2U);
  ASSERT_EQ(log.sessions.size(), 2U);
  EXPECT_EQ(log.sessions[0].name, "s1");
  EXPECT_EQ(log.sessions[0].line, 2U);
  EXPECT_EQ(log.sessions[0].people, 1U);
  ASSERT_EQ(log.sessions[0].events.size(), 1U);
  EXPECT_EQ(log.sessions[0].events[0].line, 4U);
  EXPECT_EQ(log.sessions[0].events[0].at, parse_timestamp("2026-03-02T16:00:00Z"));
  EXPECT_TRUE(log.sessions[0].is_whole);
  EXPECT_EQ(log.sessions[1].protocol, "staff_group");
  EXPECT_EQ(log.sessions[1].line, 5U);
}

TEST(CsvReader, TakesColumnsInAnyOrderAndLeavesOutUnneededOnes) {
  const reading log(
      "row,session,act,by,protocol,offices\nsession,s1,,,student_group,\nperson,s1,,anna,,participant\nevent,s1,"
      "present_case,anna,,\n");
  EXPECT_EQ(log.result, 1U);
  ASSERT_EQ(log.sessions.at(0).events.size(), 1U);
  EXPECT_EQ(log.sessions[0].events[0].act, "present_case");
}

TEST(CsvReader, TakesWhatSpreadsheetsWrite) {
  const reading log(
      "\xEF\xBB\xBFsession,row,at,by,act,protocol,offices,consent\r\ns1,session,,,,student_group,,\r\n\"s1\",person,,"
      "anna,,,\"participant\",TRUE\r\n"
      "s1,event,2026-03-02 17:30:00.5+01:30,anna,present_case,,,");
  EXPECT_EQ(log.result, 1U);
  EXPECT_EQ(log.sessions.at(0).events.at(0).at, parse_timestamp("2026-03-02T16:00:00.500Z"));
}

TEST(CsvReader, TellsTheFirstLineOfARowOfManyLines) {
  const reading log(columns +
                    "s1,session,,,,,,,,student_group,,,,,\ns1,person,,anna,,,,,,,participant,,\"a\nb\r\nc\",,\ns1,"
                    "event,,anna,\"a\nb\",,,,,,,,,,\ns1,event,,anna,ask,,,,,,,,,,\n");
  ASSERT_EQ(log.result, 1U);
  ASSERT_EQ(log.sessions.at(0).events.size(), 2U);
  EXPECT_EQ(log.sessions[0].events[0].line, 6U);
  EXPECT_EQ(log.sessions[0].events[0].act, "a\nb");
  EXPECT_EQ(log.sessions[0].events[1].line, 8U);
}

TEST(CsvReader, ReadsAnEmptyFileAsNoSession) {
  EXPECT_EQ(reading("").result, 0U);
  EXPECT_EQ(reading(columns).result, 0U);
}

TEST(CsvReader, TakesTrueAndFalseAsAnyProgramWritesThem) {
  std::string log = columns + "s1,session,,,,,,,,student_group,,,,,\n";
  int i = 0;
  for (const auto* word : {"true", "TRUE", "True", "false", "FALSE", "False"}) {
    log += "s1,person,,p" + std::to_string(++i) + ",,,,,,,participant," + word + ",,,\n";
  }
  for (const auto* word : {"yes", "1", "tRUE"}) {
    EXPECT_EQ(reading(log + "s1,person,,bo,,,,,,,participant,,," + word + ",\n").error().expected, "true or false");
    EXPECT_EQ(reading(log + "s1,person,,bo,,,,,,,participant,,,," + word + "\n").error().expected, "true or false");
  }
  EXPECT_EQ(reading(log).sessions.at(0).people, 6U);
}

/// Takes whatever it is told.
struct nothing {
  void event(const auto&) {}
  void end(bool) {}
};
TEST(CsvReader, SaysThatAFileCannotBeRead) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> folder(std::fopen("/", "rb"), &std::fclose);
  ASSERT_NE(folder, nullptr);
  const auto read = csv_reader<>(folder.get(), "folder").read([](const auto&) { return nothing{}; });
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().found, "a file that cannot be read");
}

struct fault {
  std::string_view name;
  std::string text;
  std::uint64_t line;
  std::string_view found;
  std::string_view expected;
  std::uint64_t whole = 0;
  friend std::ostream& operator<<(std::ostream& out, const fault& f) { return out << f.name; }
};
class CsvFault : public testing::TestWithParam<fault> {};

TEST_P(CsvFault, IsReportedWithItsLine) {
  const reading log(GetParam().text);
  ASSERT_FALSE(log.is_read());
  EXPECT_EQ(log.error().line, GetParam().line);
  EXPECT_THAT(log.error().found, HasSubstr(std::string(GetParam().found)));
  EXPECT_THAT(log.error().expected, HasSubstr(std::string(GetParam().expected)));
  EXPECT_EQ(log.error().sessions_read, GetParam().whole);
  for (const auto& one : log.sessions) EXPECT_EQ(one.ends, 1);
}

const std::string event_row = "s1,event,,anna,present_case,,,,,,,,,,\n";
const fault faults[]{
    {"ColumnOfContent", "session,row,by,act,notes\n", 1, "the column \"notes\"", "session, row, at"},
    {"ColumnTwice", "session,row,by,act,by\n", 1, "a second column \"by\"", "once"},
    {"NoColumnOfRows", "session,by,act\n", 1, "no column \"row\"", "first row"},
    {"NoColumnsAtAll", session, 1, "the column \"s1\"", "columns of session"},
    {"TooFewCells", columns + session + "s1,event,,anna\n", 4, "a row of 4 cells", "15 cells"},
    {"EmptyLine", columns + session + "\n", 4, "a row of 1 cells", "15 cells"},
    {"UnknownRow", columns + session + "s1,remark,,anna,,,,,,,,,,,\n", 4, "the row \"remark\"",
     "session, person or event"},
    {"EventFirst", columns + event_row, 2, "an event outside any session", "a session"},
    {"PersonFirst", columns + "s1,person,,anna,,,,,,,participant,,,,\n", 2, "a person after", "before events"},
    {"PersonAfterEvents", columns + session + event_row + "s1,person,,bo,,,,,,,participant,,,,\n", 5,
     "a person after the events", "people before events"},
    {"EventOfAnotherSession", columns + session + "s2,event,,anna,ask,,,,,,,,,,\n", 4,
     "the session \"s2\" among those of \"s1\"", "the row of the session"},
    {"PersonOfAnotherSession", columns + session + "s2,person,,bo,,,,,,,participant,,,,\n", 4, "the session \"s2\"",
     "people of \"s1\""},
    {"NameAsId", columns + session + "s1,event,,Anna I,ask,,,,,,,,,,\n", 4, "\"Anna I\" in the column by", "pseudonym"},
    {"NameAsCase", columns + session + "s1,event,,anna,vote,Anna I,,,,,,,,,\n", 4, "\"Anna I\" in the column case",
     "pseudonym"},
    {"NameAsPerson", columns + session + "s1,event,,anna,hand_over,,,,Anna I,,,,,,\n", 4, "\"Anna I\" in the column to",
     "pseudonym"},
    {"NameAsSession", columns + "A group,session,,,,,,,,student_group,,,,,\n", 2, "\"A group\" in the column session",
     "pseudonym"},
    {"TimeWithoutZone", columns + session + "s1,event,2026-03-02T16:00:00,anna,ask,,,,,,,,,,\n", 4,
     "\"2026-03-02T16:00:00\"", "with Z or an offset"},
    {"NoSuchDay", columns + session + "s1,event,2026-02-30T16:00:00Z,anna,ask,,,,,,,,,,\n", 4, "02-30", "a time"},
    {"OptionWord", columns + session + "s1,event,,anna,assess,,one,,,,,,,,\n", 4, "\"one\"", "the number of an option"},
    {"OptionDecimal", columns + session + "s1,event,,anna,assess,,1.0,,,,,,,,\n", 4, "\"1.0\"",
     "the number of an option"},
    {"NoTarget", columns + session + "s1,event,,anna,vote,,,,,,,,,,\n", 4, "\"vote\" without its target", "\"case\""},
    {"WrongTarget", columns + session + "s1,event,,anna,vote,anna,1,,,,,,,,\n", 4, "\"vote\" with \"option\"",
     "only \"case\""},
    {"CellOfAPerson", columns + session + "s1,event,,anna,ask,,,,,,leader,,,,\n", 4, "\"leader\" in the column offices",
     "kind event"},
    {"CellOfAnEvent", columns + session + "s1,person,,bo,ask,,,,,,participant,,,,\n", 4, "\"ask\" in the column act",
     "kind person"},
    {"NoOffice", columns + session + "s1,person,,bo,,,,,,,,,,,\n", 4, "without an office", "offices"},
    {"UnknownOffice", columns + "s1,session,,,,,,,,student_group,,,,,\ns1,person,,bo,,,,,,,king,,,,\n", 2, "\"king\"",
     "participant, leader"},
    {"UnknownProtocol", columns + "s1,session,,,,,,,,knitting,,,,,\n", 2, "\"knitting\"", "student_group"},
    {"ConsentWord", columns + session + "s1,person,,bo,,,,,,,participant,perhaps,,,\n", 4,
     "\"perhaps\" in the column consent", "true or false"},
    {"QuoteInside", columns + session + "s1,event,,anna,a\"b\"c,,,,,,,,,,\n", 4, "a quote inside a cell", "quotes"},
    {"AfterAQuote", columns + session + "s1,event,,anna,\"a\"b,,,,,,,,,,\n", 4, "after a closing quote", "a comma"},
    {"Unclosed", columns + session + event_row + "s1,event,,anna,\"ask,,,,,,,,,,\n", 5, "not closed", "cut off"},
    {"BareReturn", columns + session + "s1,event,,anna,a\rb,,,,,,,,,,\n", 4, "a carriage return", "CRLF"},
    {"LongRow", columns + session + "s1,event,,anna," + std::string(1 << 20, 'a') + ",,,,,,,,,,\n", 4, "1 MiB",
     "shorter"},
    {"LongRowOfManyLines",
     columns + session + "s1,event,,anna,\"" + std::string(700000, 'a') + "\n" + std::string(700000, 'a') +
         "\",,,,,,,,,,\n",
     4, "1 MiB", "shorter"},
    {"SecondSession", columns + session + event_row + "s2,session,,,,,,,,student_group,leader,,,,\n", 5,
     "\"leader\" in the column offices", "kind session", 1},
};
INSTANTIATE_TEST_SUITE_P(Rfc4180, CsvFault, testing::ValuesIn(faults),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CsvFault, OfPeopleWithoutEnd) {
  std::string log = columns + "s1,session,,,,,,,,student_group,,,,,\n";
  for (int i = 0; i < 40000; ++i) log += "s1,person,,p" + std::to_string(i) + ",,,,,,,participant,,,,\n";
  EXPECT_EQ(reading(log).error().found, "people of more than 1 MiB");
}

TEST(CsvFault, InsideASessionLeavesItNotWhole) {
  const reading log(columns + session + event_row + "s1,event,,anna,vote,,,,,,,,,,\n");
  ASSERT_EQ(log.sessions.size(), 1U);
  EXPECT_EQ(log.sessions[0].events.size(), 1U);
  EXPECT_FALSE(log.sessions[0].is_whole);
  const reading broken(columns + session + event_row + "x\n");
  EXPECT_FALSE(broken.sessions.at(0).is_whole);
}

TEST(CsvFault, AnyCutAndAnyByteGetsAnAnswer) {
  const auto whole = support::from_jsonl<csv_format>(std::string(support::everything));
  for (std::size_t n = 0; n < whole.size(); ++n) {
    const reading cut(whole.substr(0, n));
    for (const auto& one : cut.sessions) EXPECT_EQ(one.ends, 1);
    auto changed = whole;
    changed[n] = "\",\r\n x"[n % 6];
    const reading other(changed);
    EXPECT_TRUE(other.is_read() || other.error().line > 0) << n;
    for (const auto& one : other.sessions) EXPECT_EQ(one.ends, 1);
  }
}

}  // namespace csv_test
