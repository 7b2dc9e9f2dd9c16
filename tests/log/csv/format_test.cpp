// SPDX-License-Identifier: MIT
// CSV as it is written: RFC 4180, one row a session, person and event.
#include <balint/log/csv/csv.hpp>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using support::from_jsonl;
using testing::ElementsAre;
using testing::HasSubstr;

namespace format_test {

const std::string first_row =
    "session,row,at,by,act,case,option,rule,to,protocol,offices,consent,profession,less_experienced,grades\r\n";

TEST(CsvFormat, HasARowForTheSessionEachPersonAndEachEvent) {
  const auto csv = from_jsonl<csv_format>(
      support::header() + R"({"at":"2026-03-02T16:00:00.250Z","by":"anna","act":"present_case"})" + "\n" +
      R"({"by":"boris","act":"vote","case":"anna"})" + "\n" + R"({"by":"boris","act":"assess","option":3})" + "\n" +
      R"({"by":"lead","act":"flag","rule":"respect"})" + "\n" + R"({"by":"lead","act":"hand_over","to":"boris"})" +
      "\n");
  EXPECT_EQ(csv, first_row +
                     "s1,session,,,,,,,,student_group,,,,,\r\n"
                     "s1,person,,anna,,,,,,,participant,true,,,\r\n"
                     "s1,person,,boris,,,,,,,participant,true,,,\r\n"
                     "s1,person,,clara,,,,,,,participant,true,,,\r\n"
                     "s1,person,,lead,,,,,,,leader,,teacher,,\r\n"
                     "s1,event,2026-03-02T16:00:00.250Z,anna,present_case,,,,,,,,,,\r\n"
                     "s1,event,,boris,vote,anna,,,,,,,,,\r\n"
                     "s1,event,,boris,assess,,3,,,,,,,,\r\n"
                     "s1,event,,lead,flag,,,respect,,,,,,,\r\n"
                     "s1,event,,lead,hand_over,,,,boris,,,,,,\r\n");
}

TEST(CsvFormat, OfNoSessionIsTheFirstRowAlone) { EXPECT_EQ(from_jsonl<csv_format>(""), first_row); }

TEST(CsvFormat, QuotesCellsWithCommasQuotesAndLineEnds) {
  const auto csv = from_jsonl<csv_format>(std::string(support::everything));
  EXPECT_THAT(csv, HasSubstr(",lead,flag,,,\"no such rule, \"\"really\"\", <b> & 'c'\r\n\ttwo; "));
  EXPECT_THAT(csv, HasSubstr(",participant deputy,false,teacher_of_maths_2,,\r\n"));
}

TEST(CsvFormat, HoldsAllThatALogHas) {
  std::vector<std::string> losses;
  const auto csv = from_jsonl<csv_format>(std::string(support::everything), &losses);
  EXPECT_THAT(losses, testing::IsEmpty());
  EXPECT_EQ(support::as_jsonl<csv_reader<>>(csv), support::everything);
}

TEST(CsvFormat, SaysThatARuleWithoutANameIsLost) {
  std::vector<std::string> losses;
  (void)from_jsonl<csv_format>(support::header() + R"({"by":"lead","act":"flag","rule":""})" + "\n", &losses);
  EXPECT_THAT(losses, ElementsAre(HasSubstr("1 events whose rule has an empty name")));
}

}  // namespace format_test
