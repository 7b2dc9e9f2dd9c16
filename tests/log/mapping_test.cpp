// SPDX-License-Identifier: MIT
// Logs of other programs: other names for acts, people and attributes.
#include <balint/log/xes/xes.hpp>
#include <balint/log/mapping.hpp>

#include <string>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using reading = support::any_reading<xes_reader<>>;

namespace mapping_test {

log_mapping theirs() {
  log_mapping mapping;
  mapping.is_foreign = true;
  mapping.protocol = "student_group";
  mapping.acts = {{"Fall vorstellen", "present_case"}, {"Abstimmen", "vote"}, {"Pause", ""}};
  mapping.pseudonyms = {{"Anna Iwanowa", "p1"}, {"Leitung", "lead"}};
  mapping.rules = {{"Respekt", "respect"}};
  mapping.attributes.by = "Teilnehmer";
  mapping.attributes.on_case = "Fall von";
  mapping.people = {{.id = "p1", .offices = {"participant"}}, {.id = "lead", .offices = {"leader"}}};
  return mapping;
}
std::string event(const std::string& act, const std::string& by, const std::string& more = "") {
  return "<event><string key=\"concept:name\" value=\"" + act + "\"/><string key=\"Teilnehmer\" value=\"" + by +
         "\"/>" + more + "</event>";
}
std::string log_of(const std::string& events, const std::string& name = "Gruppe Anna, Mai") {
  return "<log><trace><string key=\"concept:name\" value=\"" + name + "\"/>" + events + "</trace></log>";
}

TEST(XesMapping, GivesActsPeopleAndAttributesTheirNames) {
  const auto log = log_of(event("Fall vorstellen", "Anna Iwanowa") +
                          event("Abstimmen", "Leitung", "<string key=\"Fall von\" value=\"Anna Iwanowa\"/>") +
                          event("flag", "lead", "<string key=\"balint:rule\" value=\"Respekt\"/>"));
  EXPECT_EQ(
      support::as_jsonl<xes_reader<>>(log, theirs()),
      R"({"balint":1,"protocol":"student_group","session":"trace-1","people":[{"id":"p1","offices":["participant"]},{"id":"lead","offices":["leader"]}]})"
      "\n"
      R"({"by":"p1","act":"present_case"})"
      "\n"
      R"({"by":"lead","act":"vote","case":"p1"})"
      "\n"
      R"({"by":"lead","act":"flag","rule":"respect"})"
      "\n");
}

TEST(XesMapping, LeavesOutEventsOfNoActAndThoseThatDidNotComplete) {
  const auto transition = [](const std::string& what) {
    return "<string key=\"lifecycle:transition\" value=\"" + what + "\"/>";
  };
  const reading log(
      log_of(event("Pause", "Somebody Else") + event("Fall vorstellen", "Anna Iwanowa", transition("start")) +
             event("Fall vorstellen", "Anna Iwanowa", transition("COMPLETE"))),
      theirs());
  EXPECT_EQ(log.result, 1U) << log.error().message();
  EXPECT_EQ(log.sessions.at(0).events.size(), 1U);
  EXPECT_EQ(log.left_out, 2U);
}

TEST(XesMapping, KeepsSessionNamesThatArePseudonyms) {
  EXPECT_EQ(reading(log_of("", "s-7"), theirs()).sessions.at(0).name, "s-7");
  EXPECT_EQ(reading(log_of("", "the seventh"), theirs()).sessions.at(0).name, "trace-1");
}

TEST(XesMapping, RoundsTimesDown) {
  const reading log(log_of(event("Fall vorstellen", "lead",
                                 "<date key=\"time:timestamp\" value=\"2026-03-02T16:00:00.250999+00:00\"/>")),
                    theirs());
  EXPECT_EQ(log.sessions.at(0).events.at(0).at, parse_timestamp("2026-03-02T16:00:00.250Z"));
}

TEST(XesMapping, StillRefusesNames) {
  const reading log(log_of(event("Fall vorstellen", "Boris B")), theirs());
  EXPECT_EQ(log.error().found, "Teilnehmer \"Boris B\"");
}

TEST(XesMapping, OfNothingLeavesNamesAsTheyAre) {
  EXPECT_EQ(log_mapping::find({}, "a"), "a");
  EXPECT_EQ(log_mapping::find({{"b", "c"}}, "a"), "a");
  EXPECT_EQ(log_mapping::find({{"a", "c"}}, "a"), "c");
}

}  // namespace mapping_test
