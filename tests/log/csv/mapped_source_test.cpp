// SPDX-License-Identifier: MIT
// CSV logs of other programs: a row for each event, in columns and words of their own.
#include <balint/log/csv/mapped_source.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/log/any_reading.hpp"

using namespace balint;
using reading = support::any_reading<mapped_csv_reader<>>;

namespace mapped_source_test {

log_mapping theirs() {
  log_mapping mapping;
  mapping.is_foreign = true;
  mapping.protocol = "student_group";
  mapping.acts = {{"Fall vorstellen", "present_case"}, {"Abstimmen", "vote"}, {"Pause", ""}};
  mapping.pseudonyms = {{"Anna I", "p1"}, {"Leitung", "lead"}};
  mapping.rules = {{"Respekt", "respect"}};
  mapping.attributes.session = "Gruppe";
  mapping.attributes.by = "Wer";
  mapping.attributes.on_case = "Fall von";
  mapping.people = {{.id = "p1", .offices = {"participant"}}, {.id = "lead", .offices = {"leader"}}};
  return mapping;
}
const std::string columns = "Gruppe;concept:name;Wer;time:timestamp;Fall von;balint:rule;lifecycle:transition;Notiz\n";

TEST(MappedCsv, GivesActsPeopleAndColumnsTheirNames) {
  const auto log = columns +
                   "Gruppe Anna, Mai;Fall vorstellen;Anna I;2026-03-02 16:00:00.25+00:00;;;complete;\n"
                   "Gruppe Anna, Mai;Fall vorstellen;Anna I;;;;start;\n"
                   "Gruppe Anna, Mai;Pause;Irgendwer;;;;;\n"
                   "Gruppe Anna, Mai;Abstimmen;Leitung;;Anna I;;;geheim\n"
                   ";;;;;;;\n"
                   "g-2;flag;lead;;;Respekt;;\n";
  const std::string people = R"("people":[{"id":"p1","offices":["participant"]},{"id":"lead","offices":["leader"]}]})"
                             "\n";
  EXPECT_EQ(support::as_jsonl<mapped_csv_reader<>>(log, theirs()),
            R"({"balint":1,"protocol":"student_group","session":"trace-1",)" + people +
                R"({"at":"2026-03-02T16:00:00.250Z","by":"p1","act":"present_case"})"
                "\n"
                R"({"by":"lead","act":"vote","case":"p1"})"
                "\n"
                R"({"balint":1,"protocol":"student_group","session":"g-2",)" +
                people +
                R"({"by":"lead","act":"flag","rule":"respect"})"
                "\n");
  const reading read(log, theirs());
  EXPECT_EQ(read.left_out, 3U);
  EXPECT_EQ(read.sessions.at(1).line, 7U);
  EXPECT_EQ(read.sessions.at(1).events.at(0).line, 7U);
}
TEST(MappedCsv, SaysWhatIsWrong) {
  const auto fault = [](const std::string& rows, const log_mapping& mapping = theirs()) {
    const reading log(columns + rows, mapping);
    return std::to_string(log.error().line) + " " + log.error().found;
  };
  EXPECT_EQ(fault(";flag;lead;;;Respekt;;\n"), "2 a row without a session");
  EXPECT_EQ(fault("a;flag;lead;;;Respekt;;\nb;flag;lead;;;Respekt;;\na;flag;lead;;;Respekt;;\n"),
            "4 another event of an earlier session");
  EXPECT_EQ(fault("a;Abstimmen;Boris B;;Anna I;;;\n"), "2 Wer \"Boris B\"");
  EXPECT_EQ(fault("a;;lead;;;;;\n"), "2 an event without concept:name");
  EXPECT_EQ(fault("a;ask;;;;;;\n"), "2 an event without Wer");
  EXPECT_EQ(fault("a;Etwas anderes;lead;;;;;\n"), "2 an act that is no word");
  EXPECT_EQ(fault("a;ask;lead;2026-03-02T16:00:00;;;;\n"), "2 the time \"2026-03-02T16:00:00\"");
  EXPECT_EQ(fault("a;ask;lead\n"), "2 a row of 3 cells");
  auto without = theirs();
  without.protocol = "";
  EXPECT_EQ(fault("a;ask;lead;;;;;\n", without), "2 a mapping without a protocol");
  EXPECT_EQ(reading("", theirs()).result, 0U);
}
TEST(MappedCsv, LeavesTheSessionsBeforeAFaultWhole) {
  const std::string one = "a;ask;lead;;;;;\n";
  const reading log(columns + one + "b;ask;lead;;;;;\n" + one, theirs());
  EXPECT_EQ(log.error().sessions_read, 2U);
  EXPECT_TRUE(log.sessions.at(1).is_whole);
  EXPECT_FALSE(reading(columns + one + "a;ask\n", theirs()).sessions.at(0).is_whole);
}

}  // namespace mapped_source_test
