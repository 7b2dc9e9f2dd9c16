// SPDX-License-Identifier: MIT
#include <balint/conformance/cause.hpp>
#include <balint/conformance/collect.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace cause_test {

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
  EXPECT_EQ(found[0].findings.size(),
            3U);  // the open turn; an assessment and a forecast of an option that is not there
}
TEST(Cause, FaultsApartHaveCausesApart) {
  auto trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "forecast", 1));
  trace.insert(trace.begin() + 1, event<P>::of<act::present_case>(anna));
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
  trace.insert(trace.begin() + 1, event<P>::of<act::flag>(lead, rule_of<P, balint::rule::respect>));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::unanswered_flag);
  EXPECT_EQ(found[0].severity, severity::inviolable);
  EXPECT_EQ(found[0].related, std::vector<std::uint64_t>{2});
}
TEST(Cause, EverythingAfterTheEndIsOne) {
  auto trace = conforming<P>();
  trace.push_back(event<P>::of<act::advance>(lead));
  trace.push_back(event<P>::of<act::refocus>(lead));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::ended_early);
  EXPECT_EQ(found[0].findings.size(), 2U);
}
TEST(Cause, AnEarlyEndIsItsOwnAlthoughStagesMoved) {
  auto trace = skipping<P>(conforming<P>(), 2);
  trace.resize(place_of<P>(trace, "assess"));
  trace.push_back(event<P>::of<act::close>(lead));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::stages_moved);
  EXPECT_EQ(found[1].kind, cause_kind::ended_early);
  EXPECT_EQ(found[1].findings.size(), 2U + 1U);  // the close, and a finding for each stage that it leaves undone
}
TEST(Cause, AnEarlyEndIsNoneOfAWordOutOfTurn) {
  auto trace = skipping<P>(conforming<P>(), 2);
  trace.resize(place_of<P>(trace, "propose", 1));
  trace.push_back(event<P>::of<act::close>(lead));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::misplaced);
  EXPECT_EQ(found[0].findings.size(), 1U);
  EXPECT_EQ(found[1].kind, cause_kind::ended_early);
  for (const auto& one : found[1].findings) EXPECT_EQ(one.event, trace.size());
}
TEST(Cause, AnEarlyCloseLeavesItsFlagsApart) {
  auto trace = conforming<P>();
  trace.insert(trace.end() - 1, event<P>::of<act::flag>(lead, rule_of<P, balint::rule::respect>));
  trace = without<P>(trace, place_of<P>(trace, "self_assess"));
  const auto found = causes(trace);  // A close in the last stage is no early one: what holds against it are two things.
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::unanswered_flag);
}
TEST(Cause, TwoLostAdvancesAreTwoWhereSomethingCameInItsTurnBetween) {
  auto trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "advance", 4));
  trace = without<P>(trace, place_of<P>(trace, "advance", 1));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::stage_not_left);
  EXPECT_EQ(found[1].kind, cause_kind::stage_not_left);
}
TEST(Cause, WhatIsOwedLaterIsItsOwnAlthoughStagesMoved) {
  const auto skipped = skipping<P>(conforming<P>(), 2);
  const auto found = causes(without<P>(skipped, place_of<P>(skipped, "forecast", 1)));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::stages_moved);
  EXPECT_EQ(found[1].kind, cause_kind::owed);
}
TEST(Cause, ALostAdvanceIsNotThatSomethingEarlierCameOnceMore) {
  auto trace = conforming<P>();
  const auto told = static_cast<std::ptrdiff_t>(place_of<P>(trace, "tell_story"));
  trace = without<P>(trace, place_of<P>(trace, "propose"));
  trace.insert(trace.begin() + told + 1, {event<P>::of<act::propose>(boris), event<P>::of<act::present_case>(clara)});
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::stage_not_left);
  EXPECT_EQ(found[1].kind, cause_kind::misplaced);
}
TEST(Cause, AMovePressedTwiceIsItsOwnWhereTheStageWasGoneThrough) {
  auto trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "advance", 3));
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(place_of<P>(trace, "tell_story")),
               event<P>::of<act::advance>(lead));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, cause_kind::misplaced);
  EXPECT_EQ(found[0].findings.size(), 1U);
  EXPECT_EQ(found[1].kind, cause_kind::stage_not_left);
  // The same in one stage: the story is told, and then somebody is quicker than the leader's word.
  trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "propose"));
  const auto told = place_of<P>(trace, "tell_story");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(told) + 1, event<P>::of<act::propose>(boris));
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(told), event<P>::of<act::advance>(lead));
  EXPECT_EQ(causes(trace).size(), 2U);
}
TEST(Cause, AMovePressedTwiceIsTheLeavingOfAStageInWhichNothingIsOnRecord) {
  auto trace = conforming<P>();
  trace = without<P>(trace, place_of<P>(trace, "tell_story"));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::stages_moved);
  EXPECT_EQ(found[0].findings.front().code, code::repeated);
}
/// The events that the causes of a trace are about.
std::vector<std::uint64_t> related(const std::vector<event<P>>& trace) {
  std::vector<std::uint64_t> all;
  for (const auto& one : causes(trace)) all.insert(all.end(), one.related.begin(), one.related.end());
  return all;
}
using at = std::vector<std::uint64_t>;
TEST(Cause, PointsToWhatCameBefore) {
  const auto whole = conforming<P>();
  const auto with = [&](std::size_t place, std::initializer_list<event<P>> more) {
    auto trace = whole;
    trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(place), more);
    return related(trace);
  };
  // What closed an act for all; the same by the same person; a pass of theirs.
  const auto accepted = place_of<P>(whole, "accept_case");
  EXPECT_EQ(with(accepted + 1, {event<P>::of<act::accept_case>(anna)}), at{accepted + 1});
  EXPECT_EQ(with(accepted + 1, {event<P>::of<act::decline_case>(anna)}), at{accepted + 1});
  EXPECT_EQ(with(0, {event<P>::of<act::pass>(anna), event<P>::of<act::present_case>(anna)}).front(), 1U);
  // Who is absent; what ended the session.
  EXPECT_EQ(with(1, {event<P>::of<act::drop>(boris), event<P>::of<act::rejoin>(boris), event<P>::of<act::drop>(boris),
                     event<P>::of<act::pass>(boris), event<P>::of<act::rejoin>(boris)}),
            (at{4, 5}));  // the pass counts, so that Boris's case comes after it
  EXPECT_EQ(with(whole.size(), {event<P>::of<act::advance>(lead)}), at{whole.size()});
  // An assessment by nobody who may is about its option.
  const auto first = place_of<P>(whole, "assess");
  const auto about = with(first, {detail::raw_event<P>({.by = nobody, .act = act_id_of<act::assess, P>, .target = 2})});
  EXPECT_EQ(about, at{place_of<P>(whole, "propose", 1) + 1});
}
TEST(Cause, IsAboutFlagsThatAreOpenAndProposalsThatWereAccepted) {
  auto trace = conforming<P>();
  const auto respect = rule_of<P, balint::rule::respect>;
  const std::initializer_list<event<P>> flags{event<P>::of<act::flag>(lead, respect),
                                              event<P>::of<act::remind>(lead, respect),
                                              event<P>::of<act::flag>(lead, respect)};
  trace.insert(trace.begin() + 1, flags);
  EXPECT_EQ(related(trace), at{4});
  trace = conforming<P>();
  const auto proposed = place_of<P>(trace, "propose");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(proposed),
               detail::raw_event<P>({.by = nobody, .act = act_id_of<act::propose, P>}));
  trace = without<P>(trace, place_of<P>(trace, "forecast"));
  EXPECT_EQ(related(trace), at{proposed + 2});
}
/// Whether every finding of a judge stands under one cause, and only there.
template <typename Q>
bool holds_each_finding_once(const std::vector<event<Q>>& trace) {
  std::vector<finding<Q>> all;
  judge_trace<Q>(formed<Q>(), trace, collect<std::vector<finding<Q>>>(all));
  std::vector<bool> seen(all.size(), false);
  for (const auto& one : causes_of<Q>(formed<Q>(), trace)) {
    if (one.numbers.size() != one.findings.size() || one.findings.empty()) return false;
    for (std::size_t i = 0; i < one.numbers.size(); ++i) {
      const auto n = one.numbers[i] - 1;
      if (n >= all.size() || seen[n] || !(all[n] == one.findings[i])) return false;
      seen[n] = true;
    }
  }
  return std::find(seen.begin(), seen.end(), false) == seen.end();
}
template <typename Q>
class CauseOf : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(CauseOf, protocols);

TYPED_TEST(CauseOf, HasEachFindingOnceWhateverIsWrong) {
  using Q = TypeParam;
  const auto whole = conforming<Q>();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    EXPECT_TRUE(holds_each_finding_once<Q>(without<Q>(whole, i))) << i;
    auto twice = whole;
    twice.insert(twice.begin(), 3, whole[i]);
    twice.push_back(whole[i]);
    EXPECT_TRUE(holds_each_finding_once<Q>(twice)) << i;
    auto moved = whole;
    std::rotate(moved.begin() + static_cast<std::ptrdiff_t>(i),
                moved.begin() + static_cast<std::ptrdiff_t>(i + (whole.size() - i) / 2), moved.end());
    EXPECT_TRUE(holds_each_finding_once<Q>(moved)) << i;
  }
}
/// The one cause of a trace, or none. A stage in which nothing is owed may be gone past, and then only its move is
/// missing; where the last move is missing, the session was closed too early.
template <typename Q>
bool is_of_one_cause(const std::vector<event<Q>>& trace, std::initializer_list<cause_kind> kinds) {
  const auto found = causes_of<Q>(formed<Q>(), trace);
  return found.size() == 1 && std::find(kinds.begin(), kinds.end(), found[0].kind) != kinds.end();
}
TYPED_TEST(CauseOf, ASkippedStageIsOne) {
  using Q = TypeParam;
  for (std::size_t stage = 0; stage + 1 < Q::order::size; ++stage) {
    EXPECT_TRUE(is_of_one_cause<Q>(skipping<Q>(conforming<Q>(), stage),
                                   {cause_kind::stages_moved, cause_kind::stage_not_left, cause_kind::ended_early}))
        << stage;
  }
}
TYPED_TEST(CauseOf, ALostAdvanceIsOneHoweverLongTheRecordIsBehind) {
  using Q = TypeParam;
  const auto whole = conforming<Q>();
  for (std::size_t stage = 0; stage + 1 < Q::order::size; ++stage) {
    EXPECT_TRUE(is_of_one_cause<Q>(without<Q>(whole, place_of<Q>(whole, "advance", stage)),
                                   {cause_kind::stage_not_left, cause_kind::ended_early}))
        << stage;
  }
}
/// Whether nothing comes between two moves.
template <typename Q>
bool is_empty(const std::vector<event<Q>>& trace, std::size_t stage) {
  return stage != 0 && place_of<Q>(trace, "advance", stage) == place_of<Q>(trace, "advance", stage - 1) + 1;
}
TYPED_TEST(CauseOf, ASwapOfTwoStagesIsOneWhateverItEntails) {
  using Q = TypeParam;
  const auto whole = conforming<Q>();
  for (std::size_t stage = 0; stage + 2 < Q::order::size; ++stage) {
    // Where one of the two is empty, a move came too soon and then too late: no stage was left out.
    const bool is_a_move_alone = is_empty<Q>(whole, stage) || is_empty<Q>(whole, stage + 1);
    EXPECT_TRUE(is_of_one_cause<Q>(swapping<Q>(whole, stage),
                                   {is_a_move_alone ? cause_kind::stage_not_left : cause_kind::stages_moved}))
        << stage;
  }
}
TYPED_TEST(CauseOf, ASwapAndACasePresentedTwiceAreTwo) {
  using Q = TypeParam;
  if constexpr (act_of<act::present_case, Q>) {
    auto trace = swapping<Q>(conforming<Q>(), 3);
    trace.insert(trace.begin(), event<Q>::template of<act::present_case>(anna));
    const auto found = causes_of<Q>(formed<Q>(), trace);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].kind, cause_kind::misplaced);
    EXPECT_EQ(found[1].kind, cause_kind::stages_moved);
  }
}
TEST(Cause, SaysWhatWasLegalInstead) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), event<P>::of<act::answer>(anna));
  const auto found = causes(trace);
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].legal.contains(act_id_of<act::present_case, P>));
}

TEST(Cause, OfAGroupThatCannotBeFormedIsTheGroup) {
  auto people = people_of<P>();
  people[0].agrees = consent::refused;
  const auto found = causes_of<P>(form<P>(people), conforming<P>());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::group);
  EXPECT_EQ(found[0].findings[0].event, 0U);
  EXPECT_TRUE(found[0].related.empty());
  EXPECT_TRUE(found[0].legal.empty());
}
TEST(Cause, OfAnActThatIsNoneIsItself) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, 2, detail::raw_event<P>({.by = anna, .act = {0x7000}}));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, cause_kind::misplaced);
  EXPECT_EQ(found[0].findings.size(), 1U);
  EXPECT_EQ(found[0].findings[0].times, 2U);
}
TEST(Cause, OfTwoUnansweredFlagsAreTwo) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, event<P>::of<act::flag>(lead, rule_of<P, balint::rule::respect>));
  const auto second = place_of<P>(trace, "tell_story");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(second),
               {event<P>::of<act::remind>(lead, rule_of<P, balint::rule::respect>),
                event<P>::of<act::flag>(lead, rule_of<P, balint::rule::confidentiality>)});
  std::size_t unanswered = 0;
  for (const auto& one : causes(trace)) unanswered += one.kind == cause_kind::unanswered_flag ? 1U : 0U;
  EXPECT_EQ(unanswered, 2U);
}
TEST(Cause, OfALostSelectionIsTheAcceptanceThatComesOfIt) {
  const auto whole = conforming<P>();
  auto trace = without<P>(whole, place_of<P>(whole, "select_case"));
  const auto accepted = place_of<P>(trace, "accept_case");
  // Something else that does not fit, in the same stage and before.
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(accepted) + 1,
               detail::raw_event<P>({.by = nobody, .act = act_id_of<act::vote, P>}));
  trace.insert(trace.begin() + 1, detail::raw_event<P>({.by = nobody, .act = act_id_of<act::pass, P>}));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].kind, cause_kind::misplaced);
  EXPECT_EQ(found[1].findings.size(), 2U);
  EXPECT_EQ(found[1].findings[1].code, code::stage_incomplete);
}
TEST(Cause, OfALostProposalIsNoOtherThingOwed) {
  const auto whole = conforming<P>();
  auto trace = without<P>(whole, place_of<P>(whole, "propose", 1));
  trace = without<P>(trace, place_of<P>(trace, "present_case", 2));
  const auto found = causes(trace);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].findings.size(), 1U);
  EXPECT_EQ(found[1].findings.size(), 3U);
}
TEST(Cause, ShowsWhoeverLeftForGood) {
  auto trace = conforming<P>();
  trace.insert(trace.begin(), {event<P>::of<act::withdraw>(boris), event<P>::of<act::pass>(boris)});
  EXPECT_EQ(related(trace).front(), 1U);
}

}  // namespace cause_test
