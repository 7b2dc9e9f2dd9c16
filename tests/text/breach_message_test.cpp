// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/breach_message.hpp>

#include <gtest/gtest.h>

namespace breach_message_test {

using namespace balint;
using P = student_group;

constexpr named_breach confidence{.event = 33, .rule = rule_of<P, rule::confidentiality>, .by = {4}};

TEST(BreachMessage, SaysHowABreachWasAnsweredAndNotWhoNamedIt) {
  EXPECT_EQ(message<P>(confidence, 34, breach_answer::reminder, 35),
            "a breach of confidentiality was named (line 34) and answered by a reminder (line 35)");
  EXPECT_EQ(message<P>(confidence, 34, breach_answer::none, 0),
            "a breach of confidentiality was named (line 34); no reminder is on record");
  EXPECT_EQ(message<P>(confidence, 34, breach_answer::terminated, 40),
            "a breach of confidentiality was named (line 34); the session was ended (line 40)");
}

TEST(BreachMessage, ReadsEveryRule) {
  const auto said = [](rule_id rule) { return message<P>(named_breach{.rule = rule}, 1, breach_answer::none, 0); };
  EXPECT_EQ(said(rule_of<P, rule::no_criticism>), "criticism of a person was named (line 1); no reminder is on record");
  EXPECT_EQ(said(rule_of<P, rule::roles>),
            "a breach of the rule \"each role keeps to its part\" was named (line 1); no reminder is on record");
}

TEST(BreachMessage, SaysWhatHappensWhileASessionGoesOn) {
  EXPECT_EQ(message<P>(confidence), "a breach of confidentiality was named");
  EXPECT_EQ(message<P>(answered_breaches{3, breach_answer::reminder, confidence.rule}),
            "a reminder of the rule \"confidentiality\" is on record");
  EXPECT_EQ(message<P>(answered_breaches{3, breach_answer::terminated, no_rule}),
            "the session was ended; nothing that was named stays open");
}

}  // namespace breach_message_test
