// SPDX-License-Identifier: MIT
// Rows of another program's table by the attributes that its columns hold.
#include <balint/log/csv/detail/event_columns.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/reading.hpp"

namespace event_columns_test {

using namespace balint::detail;
using testing::ElementsAre;

/// Each row as `session: key=value …`, and what is wrong at the end.
std::vector<std::string> rows_of(const std::string& text, const balint::log_mapping::keys& keys = {}) {
  const support::text_file file(text);
  event_columns table(file.get(), keys);
  std::vector<std::string> rows;
  while (table.next()) {
    auto row = std::to_string(table.line()) + " " + std::string(table.session()) + ":";
    table.each_attribute(
        [&](std::string_view key, std::string_view value) { row.append(" ").append(key).append("=").append(value); });
    rows.push_back(row);
  }
  if (!table.fault.found.empty()) rows.push_back(table.fault.found);
  return rows;
}

TEST(EventColumns, AreNamedByTheKeysOfAMapping) {
  balint::log_mapping::keys keys;
  keys.session = "Gruppe";
  keys.act = "Was";
  keys.by = "Wer";
  EXPECT_THAT(rows_of("Wer;Was;Gruppe;Notiz\n\nA;b;g 1;\nC;d;g 1;x\n", keys),
              ElementsAre("3 g 1: Wer=A Was=b", "4 g 1: Wer=C Was=d Notiz=x"));
}
TEST(EventColumns, AreThoseOfDataFramesOrOfTheLibraryWhereNothingIsSaid) {
  EXPECT_THAT(rows_of("case:concept:name,concept:name,org:resource,time:timestamp\ns,a,b,t\n"),
              ElementsAre("2 s: concept:name=a org:resource=b time:timestamp=t"));
  EXPECT_THAT(rows_of("session,at,by,act,case,option,rule,to\ns,1,2,3,4,5,6,7\n"),
              ElementsAre("2 s: time:timestamp=1 org:resource=2 concept:name=3 balint:case=4 balint:option=5 "
                          "balint:rule=6 balint:to=7"));
}
TEST(EventColumns, SayWhatIsMissing) {
  EXPECT_THAT(rows_of("concept:name,org:resource\n"), ElementsAre("no column of sessions"));
  EXPECT_THAT(rows_of("session,concept:name\n"), ElementsAre("no column \"org:resource\""));
  EXPECT_THAT(rows_of("session,by\n"), ElementsAre("no column \"concept:name\""));
  EXPECT_THAT(rows_of("session,act,by\ns,a\n"), ElementsAre("a row of 2 cells"));
  EXPECT_THAT(rows_of("session,act,by\ns,a,\xE9\n"), ElementsAre("text that is not UTF-8"));
  EXPECT_THAT(rows_of(std::string("s\0e\0s\0", 6)), ElementsAre("text in UTF-16"));
  EXPECT_THAT(rows_of(""), ElementsAre());
}
TEST(EventColumns, BeyondTheFirstAreNotLookedAt) {
  const std::string many(100, ',');
  EXPECT_THAT(rows_of("session,act,by" + many + "note\ns,a,b" + many + "x\n"),
              ElementsAre("2 s: concept:name=a org:resource=b"));
}

}  // namespace event_columns_test
