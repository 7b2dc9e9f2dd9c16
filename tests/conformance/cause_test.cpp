// SPDX-License-Identifier: MIT
#include <balint/conformance/cause.hpp>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace {

using P = student_group;
std::vector<cause<P>> causes(const std::vector<event<P>>& trace) { return causes_of<P>(formed<P>(), trace); }

TEST(Cause, ASwapOfTwoStagesIsOneWhateverItEntails) {
  for (std::size_t stage = 1; stage < 4; ++stage) {
    const auto found = causes(swapping<P>(conforming<P>(), stage));
    ASSERT_EQ(found.size(), 1U) << stage;
    EXPECT_EQ(found[0].kind, cause_kind::stages_moved) << stage;
    EXPECT_GT(found[0].findings.size(), 1U) << stage;
  }
}
TEST(Cause, ASkippedStageIsOne) {
  const auto found = causes(skipping<P>(conforming<P>(), 4));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::stages_moved);
}
TEST(Cause, ALostAdvanceIsNoStageMoved) {
  const auto whole = conforming<P>();
  const auto found = causes(without<P>(whole, place_of<P>(whole, "advance", 2)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::stage_not_left);
}
TEST(Cause, ALostProposalTakesItsOptionAlong) {
  const auto whole = conforming<P>();
  const auto found = causes(without<P>(whole, place_of<P>(whole, "propose", 1)));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::owed);
  EXPECT_EQ(found[0].findings.size(), 3U);  // the open turn; an assessment and a forecast of an option that is not there
}
TEST(Cause, FaultsApartHaveCausesApart) {
  auto trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "forecast", 1));
  trace.insert(trace.begin() + 1, event_of<P, act::present_case>(anna));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::misplaced);
  EXPECT_EQ(found[0].related, std::vector<std::uint64_t>{1});
  EXPECT_EQ(found[1].kind, cause_kind::owed);
  const auto proposal = place_of<P>(trace, "propose", 1) + 1;
  EXPECT_EQ(found[1].related, std::vector<std::uint64_t>{proposal});
}
TEST(Cause, AnUnansweredFlagIsShownAndInviolable) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, event_of<P, act::flag>(lead, rule_of<P, balint::rule::respect>));
  const auto found = causes(trace);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::breach);
  EXPECT_EQ(found[0].severity, severity::inviolable);
  EXPECT_EQ(found[1].kind, cause_kind::unanswered_flag);
  EXPECT_EQ(found[1].related, std::vector<std::uint64_t>{2});
}
TEST(Cause, SaysWhatWasLegalInstead) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event_of<P, act::answer>(anna));
  const auto found = causes(trace);
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].legal.contains(act_id_of<act::present_case, P>));
}

}  // namespace
