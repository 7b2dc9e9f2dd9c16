// SPDX-License-Identifier: MIT
// A CSV log as records, one after the other.
#include <balint/log/csv/source.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/reading.hpp"

using namespace balint;
using testing::ElementsAre;

namespace source_test {

const std::string first_columns = "session,row,by,act,protocol,offices,consent,option,rule\n";

std::vector<std::string> told(const std::string& rows) {
  const support::text_file file(first_columns + rows);
  csv_source source(file.get());
  return support::told_by(source);
}

TEST(CsvSource, GivesHeadersWithTheirPeopleAndEvents) {
  EXPECT_THAT(
      told("s1,session,,,p,,,,\ns1,person,a,,,x,,,\ns1,person,b,,,x,,,\ns1,event,a,ask,,,,,\ns2,session,,,p,,,,\n"),
      ElementsAre("2 header s1 2", "5 event a:ask", "6 header s2 0", "end"));
  EXPECT_THAT(told(""), ElementsAre("end"));
}
TEST(CsvSource, SaysWhetherAFaultIsInsideTheSession) {
  EXPECT_THAT(told("s1,session,,,p,,,,\ns1,event,Anna I,ask,,,,,\n"),
              ElementsAre("2 header s1 0", "3 fault \"Anna I\" in the column by inside"));
  EXPECT_THAT(told("s1,session,,,p,,,,\ns1,event,a,ask,,,,,\ns2,session,,,p,,,,\ns2,person,a,,,,,,\n"),
              ElementsAre("2 header s1 0", "3 event a:ask", "5 fault a person without an office"));
  EXPECT_THAT(told("s1,session,,,p,,,,\ns1,person,a,,,x,,,\ns1,person,b,,,x\n"),
              ElementsAre("4 fault a row of 6 cells"));
}
TEST(CsvSource, LeavesNothingOfTheHeaderOrEventBefore) {
  const support::text_file file(
      first_columns +
      "s1,session,,,p,,,,\ns1,person,a,,,x y,true,,\ns1,event,a,flag,,,,,r\ns1,event,a,ask,,,,,\n"
      "s2,session,,,,,,,\ns2,person,b,,,x,,,\n");
  csv_source source(file.get());
  ASSERT_EQ(source.next(), record_kind::header);
  EXPECT_EQ(source.header().people[0], (person_record{.id = "a", .offices = {"x", "y"}, .agrees = consent::given}));
  ASSERT_EQ(source.next(), record_kind::event);
  EXPECT_EQ(source.event().targets, target_kinds::of(target_kind::rule));
  ASSERT_EQ(source.next(), record_kind::event);
  EXPECT_EQ(source.event(), (event_record{.by = "a", .act = "ask"}));
  ASSERT_EQ(source.next(), record_kind::header);
  EXPECT_EQ(source.header(),
            (header_record{.protocol = "", .session = "s2", .people = {{.id = "b", .offices = {"x"}}}}));
}
TEST(CsvSource, RefusesPeopleOfMoreThanAMegabyte) {
  std::string people = "s1,session,,,p,,,,\n";
  const std::string offices(8000, 'x');
  for (int i = 0; i < 140; ++i) people += "s1,person,p" + std::to_string(i) + ",,," + offices + ",,,\n";
  EXPECT_THAT(told(people), ElementsAre(testing::HasSubstr("fault people of more than 1 MiB")));
}

}  // namespace source_test
