// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/verdict_message.hpp>

#include <gtest/gtest.h>

namespace verdict_message_test {

using namespace balint;
using P = student_group;

finding<P> found(code what, std::uint8_t stage = 0, bool elsewhere = false, std::uint64_t times = 1) {
  finding<P> f{.event = 1, .code = what, .stage = {stage}, .times = times};
  f.behind.was_elsewhere = elsewhere;
  return f;
}
verdict_grounds grounds(std::initializer_list<finding<P>> all) {
  verdict_grounds sum;
  for (const auto& f : all) sum.add(f);
  return sum;
}

TEST(VerdictMessage, NamesWhatALeaderMaySign) {
  EXPECT_EQ(message<P>(verdict::conforming, {}), "as the protocol has it");
  EXPECT_EQ(message<P>(verdict::in_progress, {}), "still running");
  EXPECT_EQ(message<P>(verdict::terminated, {}), "ended by its leader, as is the leader's right");
  EXPECT_EQ(message<P>(verdict::terminated, {.was_led = false}),
            "ended while nobody led, as is then everybody's right");
}

TEST(VerdictMessage, CountsDepartures) {
  EXPECT_EQ(message<P>(verdict::departs, grounds({found(code::wrong_stage)})),
            "departs from the protocol in one place");
  EXPECT_EQ(message<P>(verdict::departs, grounds({found(code::wrong_stage), found(code::wrong_stage, 0, false, 2),
                                                  found(code::too_early)})),
            "departs from the protocol in 2 places");
}

TEST(VerdictMessage, CountsNoFaultOfTheRecord) {
  auto fault = found(code::repeated);
  fault.about = finding_class::record;
  EXPECT_EQ(grounds({fault, found(code::too_early)}).departures, 1U);
}

TEST(VerdictMessage, NamesTheStagesThatWereLeftOut) {
  EXPECT_EQ(message<P>(verdict::different, grounds({found(code::stage_skipped, 1)})),
            "another course: selection was left out (STG-8). It may be another thing, not a worse one");
  EXPECT_EQ(message<P>(verdict::different, grounds({found(code::stage_skipped, 1), found(code::stage_skipped, 2)})),
            "another course: selection and story were left out (STG-8). It may be another thing, not a worse one");
  EXPECT_EQ(message<P>(verdict::different, grounds({found(code::stage_skipped, 3, true)})),
            "another course: proposals took place in other stages (STG-8). It may be another thing, not a worse one");
  EXPECT_EQ(
      message<P>(verdict::different, grounds({found(code::stage_skipped, 3, true), found(code::stage_skipped, 1)})),
      "another course: selection was left out (STG-8) and proposals took place in other stages (STG-8). It may be "
      "another thing, not a worse one");
}

TEST(VerdictMessage, SaysThatFaultsOfTheRecordSayNothingAboutTheGroup) {
  EXPECT_EQ(record_faults_message(0), "");
  EXPECT_EQ(record_faults_message(1), "the record has one fault, which says nothing about the group");
  EXPECT_EQ(record_faults_message(2), "the record has 2 faults, which say nothing about the group");
}

}  // namespace verdict_message_test
