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

/// A log with another separator.
std::string separated(char by) {
  auto log = columns + session + "s1,event,2026-03-02T16:00:00Z,anna,present_case,,,,,,,,,,\n";
  for (auto& c : log) c = c == ',' ? by : c;
  return log;
}
TEST(CsvReader, KnowsTheSeparatorByTheFirstRow) {
  for (const char by : {',', ';', '\t'}) {
    EXPECT_EQ(reading(separated(by)).result, 1U) << by;
    EXPECT_EQ(reading("\xEF\xBB\xBF\n" + separated(by)).result, 1U) << by;
  }
  for (const char by : {',', ';', '\t', '|'}) {
    EXPECT_EQ(reading("sep=" + std::string(1, by) + "\r\n" + separated(by)).result, 1U) << by;
    EXPECT_EQ(reading("\xEF\xBB\xBF\"SEP=" + std::string(1, by) + "\"\n\n" + separated(by)).result, 1U) << by;
  }
  EXPECT_EQ(reading("sep=;\n" + separated(';')).sessions.at(0).events.at(0).line, 5U);
  EXPECT_EQ(reading("session;row;by;act\ns1;session;;\ns1;person;\"a;b\";\n").error().found,
            "\"a;b\" in the column by");
  EXPECT_EQ(reading("sep=;\n").result, 0U);
}

TEST(CsvReader, PassesOverWhatSpreadsheetsLeaveAroundATable) {
  const auto one = "s1,event,,anna,present_case,,,,,,,,,,\n";
  const std::string empty(14, ',');
  for (const std::string blank :
       {"\n", "\r\n", "  \t\n", ",,,,,,,,,,,,,,\n", ",,\n", " , ,\r\n", ",,,,,,,,,,,,,,,,,,\n", "\"\",\"\"\n"}) {
    const reading log(blank + columns + blank + session + blank + one + blank + one + blank + blank);
    EXPECT_EQ(log.result, 1U) << blank << log.error().message();
    EXPECT_EQ(log.sessions.at(0).people, 1U);
    EXPECT_EQ(log.sessions.at(0).events.size(), 2U);
  }
  for (const auto* end : {"\x1A", "\x1A\n", "\x1A\r\n", "\r\n\x1A\x1A\x1A"}) {
    const reading log(columns + session + "s1,event,,anna,present_case,,,,,,,,,," + end);
    EXPECT_EQ(log.result, 1U) << log.error().message();
    EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  }
}

TEST(CsvReader, KeepsCtrlZInsideACell) {
  const auto log = columns + session + "s1,event,,anna,flag,,,\"a\x1A\nb\",,,,,,,\n";
  EXPECT_THAT(support::as_jsonl<csv_reader<>>(log), HasSubstr("\"rule\":\"a\\u001a\\u000ab\""));
}

TEST(CsvReader, PassesOverColumnsWithoutAName) {
  const reading log(
      "session,,row,by, ,act,protocol,offices,,,\ns1,,session,,,,student_group,,,,\ns1,,person,anna,,,,participant,,,\n"
      "s1,,event,anna,,present_case,,,,,\n");
  EXPECT_EQ(log.result, 1U) << log.error().message();
  EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  const reading wide("session,row,by,act" + std::string(200, ',') + "\ns1,session,," + std::string(200, ',') + "\n");
  EXPECT_EQ(wide.error().found, "the protocol that is no word");
}

TEST(CsvReader, NamesOtherEncodings) {
  for (const bool is_little : {true, false}) {
    for (const std::string mark : {is_little ? "\xFF\xFE" : "\xFE\xFF", ""}) {
      auto wide = mark;
      for (const char c : separated('\t')) {
        if (!is_little) wide += '\0';
        wide += c;
        if (is_little) wide += '\0';
      }
      EXPECT_EQ(reading(wide).error().found, "text in UTF-16");
      EXPECT_EQ(reading(wide).error().line, 1U);
    }
  }
}

TEST(CsvReader, TakesUtf8) {
  const reading log(columns + session + "s1,event,,anna,flag,,,\xD0\xA3\xD0\xB2,,,,,,,\n");
  EXPECT_EQ(log.result, 1U) << log.error().message();
}

TEST(CsvReader, TellsTheFirstLineOfARowOfManyLines) {
  const reading log(columns +
                    "s1,session,,,,,,,,student_group,,,,,\ns1,person,,anna,,,,,,,\"participant\",,,,\ns1,"
                    "event,,anna,flag,,,\"a\nb\r\nc\",,,,,,,\ns1,event,,anna,ask,,,,,,,,,,\n");
  ASSERT_EQ(log.result, 1U);
  ASSERT_EQ(log.sessions.at(0).events.size(), 2U);
  EXPECT_EQ(log.sessions[0].events[0].line, 4U);
  EXPECT_EQ(log.sessions[0].events[1].line, 7U);
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
    {"OptionDecimal", columns + session + "s1,event,,anna,assess,,1.5,,,,,,,,\n", 4, "\"1.5\"",
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
    {"AfterAQuote", columns + session + "s1,event,,anna,\"a\"b,,,,,,,,,,\n", 4, "after a closing quote", "a separator"},
    {"Unclosed", columns + session + event_row + "s1,event,,anna,\"ask,,,,,,,,,,\n", 5, "not closed", "cut off"},
    {"BareReturn", columns + session + "s1,event,,anna,a\rb,,,,,,,,,,\n", 4, "a carriage return", "CRLF"},
    {"LongRow", columns + session + "s1,event,,anna," + std::string(1 << 20, 'a') + ",,,,,,,,,,\n", 4, "1 MiB",
     "shorter"},
    {"LongRowOfManyLines",
     columns + session + "s1,event,,anna,\"" + std::string(700000, 'a') + "\n" + std::string(700000, 'a') +
         "\",,,,,,,,,,\n",
     4, "1 MiB", "shorter"},
    {"Windows1251", columns + session + "s1,event,,anna,flag,,,\xF3\xE2\xE0\xE6,,,,,,,\n", 4, "not UTF-8", "UTF-8"},
    {"Latin1Quoted", columns + session + "\n\ns1,event,,anna,flag,,,\"respect\n\xE9\",,,,,,,\n", 6, "not UTF-8",
     "UTF-8"},
    {"Latin1Column", "session,row,by,act,\xE9t\xE9\n", 1, "not UTF-8", "UTF-8"},
    {"Latin1ThatLooksLikeUtf8AtFirst", columns + session + "s1,event,,anna,flag,,,\xC3\xA9\xE9,,,,,,,\n", 4,
     "not UTF-8", "UTF-8"},
    {"ActText", columns + session + "s1,event,,anna,Anna tells,,,,,,,,,,\n", 4, "an act that is no word", "content"},
    {"ProfessionText", columns + session + "s1,person,,bo,,,,,,,participant,true,a teacher,,\n", 4,
     "a profession that is no word in the column profession", "content"},
    {"NamelessColumn", "session,row,by,act,,\ns1,session,,,,x\n", 2, "something in a column without a name", "nothing"},
    {"NamelessColumnFarAway",
     "session,row,by,act" + std::string(100, ',') + "\ns1,session,," + std::string(100, ',') + "x\n", 2,
     "something in a column without a name", "nothing"},
    {"ColumnFarAway", "session,row,by,act" + std::string(100, ',') + "at\n", 1, "more than 64 columns", "a log"},
    {"Semicolons", "session;row;by;act\ns1,session,,\n", 2, "a row of 1 cells", "4 cells"},
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
