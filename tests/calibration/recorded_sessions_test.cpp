// SPDX-License-Identifier: MIT
#include <balint/calibration/recorded_sessions.hpp>
#include <tests/calibration/recording.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace recorded_sessions_test {

namespace act = balint::act;
namespace cal = balint::calibration;
using P = balint::student_group;
using event = balint::event<P>;
using support::anna, support::boris, support::clara, support::lead;

const std::vector<std::string> names{"anna", "boris", "clara", "lead", "deputy", "watcher"};

cal::recorded_sessions<P> recorded(const std::vector<event>& events) {
  cal::recorded_sessions<P> all;
  all.add("us", names, support::formed<P>().formed().value(), events);
  return all;
}

TEST(RecordedSessions, HaveFreeTurnsWhereTwoCouldHaveTheFloor) {
  const auto all = recorded({event::of<act::present_case>(boris, balint::instant{1'000}),
                             event::of<act::refocus>(lead, balint::instant{2'000}),
                             event::of<act::present_case>(anna, balint::instant{5'000}),
                             event::of<act::present_case>(clara, balint::instant{6'000})});
  EXPECT_EQ(all.turns(), 2U);  // the leader leads, and Clara is the only one left
  EXPECT_EQ(all.turns_of(), (std::vector<std::size_t>{1, 1, 0, 0, 0, 0}));
  EXPECT_EQ(all.people()[1], (cal::member{"us", "boris"}));
  const auto& turns = cal::detail::recorded_access::of(all);
  ASSERT_EQ(turns.ends, (std::vector<std::size_t>{3, 5}));
  EXPECT_EQ(turns.candidates[turns.chosen[0]].person, 1U);
  EXPECT_EQ(turns.candidates[turns.chosen[1]].person, 0U);
  EXPECT_EQ(turns.candidates[0].pulls, (std::array<double, 4>{0, 0, 1, 0}));
  EXPECT_EQ(all.refused(), 0U);
  EXPECT_EQ(all.unexplained(), 0U);
  const auto cell = all.durations().at({balint::act_id_of<act::present_case, P>.index, 0});
  ASSERT_EQ(cell.size(), 2U);  // the first has no event before it
  EXPECT_DOUBLE_EQ(cell[0], std::log(3'000));
  EXPECT_DOUBLE_EQ(cell[1], std::log(1'000));
}
TEST(RecordedSessions, LeaveOutWhatIsRefusedAndWhoWasNoCandidate) {
  const auto all = recorded({event::of<act::close>(lead), event::of<act::present_case>(anna),
                             event::of<act::pass>(boris), event::of<act::present_case>(balint::nobody)});
  EXPECT_EQ(all.refused(), 2U);
  EXPECT_EQ(all.turns(), 2U);
  EXPECT_TRUE(all.durations().empty());
}
TEST(RecordedSessions, CountWhatCouldHaveBeenDone) {
  const auto all =
      recorded({event::of<act::present_case>(anna), event::of<act::pass>(boris), event::of<act::drop>(clara)});
  EXPECT_EQ(all.passes(), (cal::count{1, 2}));
  EXPECT_EQ(all.leaves(), (cal::count{1, 3}));
  EXPECT_EQ(all.declines(), (cal::count{0, 0}));
}
TEST(RecordedSessions, KnowPeopleOfAGroupAgainWhereverTheySit) {
  cal::recorded_sessions<P> all;
  const auto people = support::formed<P>().formed().value();
  all.add("us", names, people, {});
  auto others = names;
  std::swap(others[0], others[1]);
  all.add("us", others, people, std::vector{event::of<act::present_case>(anna)});
  all.add("them", names, people, {});
  EXPECT_EQ(all.sessions(), 3U);
  EXPECT_EQ(all.people().size(), 12U);
  EXPECT_EQ(all.turns_of()[1], 1U);  // who sits where Anna sat is Boris
}
// Everything that simulated players do is explained by the model that they play by.
TEST(RecordedSessions, OfSimulatedPlayersAreExplained) {
  cal::recorded_sessions<P> all;
  const support::known known;
  known.record(all, 0, 5, 0);
  EXPECT_GT(all.turns(), 300U);
  EXPECT_EQ(all.refused() + all.unexplained(), 0U);
}

}  // namespace recorded_sessions_test
