// SPDX-License-Identifier: MIT
#include <balint/alignment/repair.hpp>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace repair_test {

using P = student_group;
using change = edit<P>;

change inserted(std::uint64_t before, const event<P>& what) { return {change::way::insert, before, what}; }
change removed(std::uint64_t at, const std::vector<event<P>>& trace) {
  return {change::way::remove, at, trace[at - 1]};
}
repair<P> mend(const std::vector<event<P>>& trace) {
  const auto people = formed<P>();
  const auto mended = repair_trace<P>(people, trace);
  EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, mended.edits)), verdict::conforming);
  EXPECT_TRUE(mended.is_exact);
  return mended;
}

TEST(Repair, HasNothingToDoForAConformingTrace) { EXPECT_TRUE(mend(conforming<P>()).edits.empty()); }
TEST(Repair, HasNothingToDoForWhatGoesOnOrWasTerminated) {
  const auto people = formed<P>();
  auto trace = conforming<P>();
  trace.resize(5);
  EXPECT_EQ(repair_trace<P>(people, trace).cost(), 0U);
  trace.push_back(event<P>::of<act::terminate>(lead));
  EXPECT_EQ(repair_trace<P>(people, trace).cost(), 0U);
  trace.clear();
  EXPECT_EQ(repair_trace<P>(people, trace).cost(), 0U);
}
TEST(Repair, PutsInALostProposalWhereItsOptionIsWeighed) {
  const auto whole = conforming<P>();
  const auto lost = place_of<P>(whole, "propose", 1);
  const auto mended = mend(without<P>(whole, lost));
  EXPECT_EQ(mended.edits, std::vector{inserted(lost + 1, whole[lost])});
}
TEST(Repair, PutsInALostForecastByWhoeverMayGiveIt) {
  const auto whole = conforming<P>();
  const auto mended = mend(without<P>(whole, place_of<P>(whole, "forecast", 0)));
  ASSERT_EQ(mended.cost(), 1U);
  EXPECT_EQ(detail::raw_target(mended.edits[0].what), 1U);
  EXPECT_EQ(name_of<P>(mended.edits[0].what.act), "forecast");
}
TEST(Repair, TakesOutWhatDoesNotBelong) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 2, event<P>::of<act::tell_story>(boris));
  const auto mended = mend(trace);
  EXPECT_EQ(mended.edits, std::vector{removed(3, trace)});
}
TEST(Repair, TakesAnOptionBackRatherThanWeighItTwice) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(place_of<P>(trace, "propose", 1) + 1),
               event<P>::of<act::propose>(boris));
  EXPECT_EQ(mend(trace).cost(), 1U);
}
TEST(Repair, HearsAVoteAnewWhereAnotherCaseWasSelected) {
  auto trace = conforming<P>();
  for (auto& e : trace) {
    if (name_of<P>(e.act) == "vote") detail::set_raw_target(e, clara.index);
  }
  // Clara has all three votes: she is gone, and two others let the vote go by that they owe again.
  EXPECT_EQ(mend(trace).cost(), 3U);
}
TEST(Repair, SaysThatTheLeaderWasAwayWhereADeputyLed) {
  auto trace = conforming<P>();
  for (auto& e : trace) {
    if (e.by == lead && name_of<P>(e.act) != "select_case") e.by = deputy;
  }
  const auto mended = mend(trace);
  EXPECT_LE(mended.cost(), 3U);
  EXPECT_EQ(name_of<P>(mended.edits[0].what.act), "drop");
}
TEST(Repair, TakesOutAnEventThatIsOutOfTime) {
  auto trace = conforming<P>();
  for (std::size_t i = 0; i < trace.size(); ++i) trace[i].at = {static_cast<std::int64_t>(i) * 1000};
  auto late = trace;
  late.insert(late.begin() + static_cast<std::ptrdiff_t>(place_of<P>(late, "tell_story") + 1),
              event<P>::of<act::ask>(boris, instant{900'000}));
  EXPECT_EQ(mend(late).cost(), 1U);
}
TEST(Repair, AnswersAFlagAndNeverTakesItOut) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, event<P>::of<act::flag>(anna, rule_id{0}));
  const auto mended = mend(trace);
  ASSERT_EQ(mended.cost(), 1U);
  EXPECT_EQ(mended.edits[0].does, change::way::insert);
  EXPECT_EQ(name_of<P>(mended.edits[0].what.act), "remind");
}
TEST(Repair, TakesOutWhatComesBehindTheEnd) {
  auto trace = conforming<P>();
  trace.push_back(event<P>::of<act::terminate>(lead));
  EXPECT_EQ(mend(trace).edits, std::vector{removed(trace.size(), trace)});
}
TEST(Repair, EndsAsTheTraceEnded) {
  const auto people = formed<P>();
  const auto end_of = [&](const std::vector<event<P>>& trace) {
    judge<P> all(people);
    for (const auto& e : trace) all.apply(e);
    EXPECT_TRUE(is_clean(all.verdict()));
    EXPECT_EQ(all.record_faults(), 0U);
    return all.session().end();
  };
  // A stage was left out, and the session goes on, or the leader ended it.
  auto trace = skipping<P>(conforming<P>(), 0);
  trace.resize(2);
  const auto running = repair_trace<P>(people, trace);
  EXPECT_TRUE(running.is_possible);
  EXPECT_GT(running.cost(), 0U);
  EXPECT_EQ(end_of(apply_edits<P>(trace, running.edits)), ending::running);
  trace.push_back(event<P>::of<act::terminate>(lead));
  const auto terminated = repair_trace<P>(people, trace);
  EXPECT_TRUE(terminated.is_possible);
  EXPECT_EQ(end_of(apply_edits<P>(trace, terminated.edits)), ending::terminated);
}
TEST(Repair, IsNoneWhereOnlyAProtectedActWouldHaveToGo) {
  // The clock runs back between a flag and the word that ended the session.
  const std::vector trace{event<P>::of<act::present_case>(anna),
                          event<P>::of<act::flag>(boris, rule_id{0}, instant{9'000}),
                          event<P>::of<act::terminate>(lead, instant{8'000})};
  const auto none = repair_trace<P>(formed<P>(), trace);
  EXPECT_FALSE(none.is_possible);
  EXPECT_TRUE(none.is_protected);
  EXPECT_TRUE(none.edits.empty());
}
TEST(Repair, KeepsAWithdrawalOfThePresenterWhateverItCosts) {
  auto trace = conforming<P>();
  const auto left = place_of<P>(trace, "self_assess");
  trace[left] = event<P>::of<act::withdraw>(anna);
  const auto people = formed<P>();
  const auto mended = repair_trace<P>(people, trace);
  ASSERT_TRUE(mended.is_possible);
  EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, mended.edits)), verdict::conforming);
  for (const auto& one : mended.edits) EXPECT_FALSE(one.does == change::way::remove && one.at == left + 1);
}
/// The repair of a trace that goes on, found without a proof.
std::vector<change> found_at_once(const std::vector<event<P>>& trace) {
  const auto people = formed<P>();
  const auto mended = repair_trace<P>(people, trace, {.proof = 0});
  EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, mended.edits)), verdict::in_progress);
  return mended.edits;
}
TEST(Repair, PutsInTheOneCaseThatAStageWasCutShortWith) {
  const case_id of_boris{boris};
  const auto edits = found_at_once({event<P>::of<act::cut_short>(lead), event<P>::of<act::vote>(anna, of_boris),
                                    event<P>::of<act::vote>(clara, of_boris)});
  EXPECT_EQ(edits, std::vector{inserted(1, event<P>::of<act::present_case>(boris))});
}
TEST(Repair, PutsInARefusalWhereVotesAreGivenAnew) {
  auto trace = conforming<P>();
  const auto accepted = place_of<P>(trace, "accept_case");
  trace.resize(accepted);
  const auto& selected = trace[place_of<P>(trace, "select_case")];
  const person_id owner{static_cast<std::uint8_t>(detail::raw_target(selected))};
  const case_id other{owner == boris ? clara : boris};
  std::vector<person_id> voters;
  for (const auto& e : trace) {
    if (name_of<P>(e.act) == "vote" && detail::raw_target(e) == detail::raw_target(selected)) voters.push_back(e.by);
  }
  ASSERT_GE(voters.size(), 2U);
  for (const auto who : voters) trace.push_back(event<P>::of<act::vote>(who, other));
  EXPECT_EQ(found_at_once(trace), std::vector{inserted(accepted + 1, event<P>::of<act::decline_case>(owner))});
}
TEST(Repair, OfAFaultOfTheRecordAlone) {
  auto trace = conforming<P>();
  trace.insert(trace.begin() + 1, event<P>::of<act::rejoin>(anna));
  EXPECT_EQ(mend(trace).edits, std::vector{removed(2, trace)});
}
/// The deputy drops out, and a case is selected that has fewer votes than another one: no bound of all traces sees
/// that.
std::vector<event<P>> unsupported() {
  auto trace = conforming<P>();
  for (auto& e : trace) {
    if (name_of<P>(e.act) == "vote") detail::set_raw_target(e, boris.index);
  }
  trace.insert(trace.begin(), event<P>::of<act::drop>(deputy));
  return trace;
}
TEST(Repair, SaysWhenItIsOnlyAnUpperBound) {
  const auto mended = repair_trace<P>(formed<P>(), unsupported(), {.proof = 0});
  EXPECT_GT(mended.cost(), 0U);
  EXPECT_FALSE(mended.is_exact);
  EXPECT_LT(mended.at_least, mended.cost());
}
TEST(Repair, IsProvenWhereThereIsTimeForIt) {
  const auto mended = repair_trace<P>(formed<P>(), unsupported());
  EXPECT_TRUE(mended.is_exact);
  EXPECT_EQ(mended.at_least, mended.cost());
  EXPECT_LE(mended.cost(), repair_trace<P>(formed<P>(), unsupported(), {.proof = 0}).cost());
}
TEST(Repair, TriesNoProofOfALongTrace) {
  EXPECT_FALSE(repair_trace<P>(formed<P>(), unsupported(), {.longest_proof = 3}).is_exact);
}
TEST(Repair, CannotMendAGroup) {
  const auto nobody_leads = std::array{person<P>::as<role::participant>("a"), person<P>::as<role::participant>("b")};
  const auto people = form<P>(nobody_leads);
  EXPECT_FALSE(repair_trace<P>(people, conforming<P>()).is_possible);
}

template <typename Q>
class RepairOfProtocol : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RepairOfProtocol, protocols);

TYPED_TEST(RepairOfProtocol, MendsEverySkippedAndEverySwappedStage) {
  using Q = TypeParam;
  if constexpr (std::same_as<Q, staff_group>) return;  // its people have a supervisor without a profession on record
  const auto people = formed<Q>();
  ASSERT_TRUE(people.is_formed());
  for (std::size_t stage = 0; stage + 1 < Q::order::size; ++stage) {
    for (const auto& trace : {skipping<Q>(conforming<Q>(), stage),
                              stage + 2 < Q::order::size ? swapping<Q>(conforming<Q>(), stage) : conforming<Q>()}) {
      const auto mended = repair_trace<Q>(people, trace);
      const auto after = judge_trace<Q>(people, apply_edits<Q>(trace, mended.edits));
      EXPECT_TRUE(is_clean(after)) << stage;
      EXPECT_TRUE(mended.is_exact) << stage;
      EXPECT_TRUE(mended.cost() != 0 || is_clean(judge_trace<Q>(people, trace))) << stage;
    }
  }
}

TEST(Repair, OfALongTraceIsThatOfAShortOne) {
  const auto people = formed<P>();
  auto trace = without<P>(conforming<P>(), place_of<P>(conforming<P>(), "present_case"));
  const auto weighed = place_of<P>(trace, "assess") + 1;
  const auto short_one = repair_trace<P>(people, trace);
  auto more = trace[weighed - 1];
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(weighed), 6000, more);
  // A proposal that nobody weighs is taken out, however much was said since.
  const auto last = place_of<P>(trace, "advance", 3);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(last), event<P>::of<act::propose>(boris));
  const auto long_one = repair_trace<P>(people, trace);
  ASSERT_EQ(long_one.cost(), short_one.cost() + 1);
  EXPECT_EQ(long_one.edits.back(), removed(last + 1, trace));
  EXPECT_EQ(judge_trace<P>(people, apply_edits<P>(trace, long_one.edits)), verdict::conforming);
}

}  // namespace repair_test
