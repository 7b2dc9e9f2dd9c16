// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/votes.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace votes_test {

using P = student_group;
using names = std::vector<std::string_view>;

/// A conforming trace but for its votes.
std::vector<event<P>> voting(person_id first, person_id second, person_id third) {
  auto trace = conforming<P>();
  const auto from = place_of<P>(trace, "vote");
  detail::set_raw_target(trace[from], first.index);
  detail::set_raw_target(trace[from + 1], second.index);
  detail::set_raw_target(trace[from + 2], third.index);
  return trace;
}
std::size_t selection(const std::vector<event<P>>& trace) { return place_of<P>(trace, "select_case"); }

TEST(Votes, AreFoundInTheMoveLog) {
  auto trace = voting(boris, anna, anna);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(selection(trace)),
               event<P>::of<act::vote>(anna, case_id{anna}));
  aligning<P> search(trace, selection(trace) - 1);
  search.go();  // Anna voted before
  const auto all = detail::ballots_of(search.c, search.at);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].by, anna);
  EXPECT_EQ(all[0].owner, boris);
  EXPECT_TRUE(all[0].stays);
  EXPECT_FALSE(all[3].stays);
  EXPECT_EQ(all[3].owner, anna);
}
TEST(Votes, ThatMayBeOutOfTimeDoNotComeBack) {
  auto trace = voting(boris, anna, anna);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(selection(trace)),
               event<P>::of<act::vote>(anna, case_id{anna}, instant{5}));
  aligning<P> search(trace, selection(trace) - 1);
  search.go();
  EXPECT_EQ(detail::ballots_of(search.c, search.at).size(), 3U);
}
TEST(Votes, ExceedACase) {
  const auto trace = voting(boris, boris, clara);
  const aligning<P> search(trace, selection(trace));
  EXPECT_EQ(detail::exceeding(search.at, anna), detail::bit(boris.index) | detail::bit(clara.index));
  EXPECT_EQ(detail::exceeding(search.at, clara), detail::bit(boris.index));
  EXPECT_EQ(detail::exceeding(search.at, boris), 0U);
  EXPECT_TRUE(detail::has_to_vote(search.at, anna));
  EXPECT_FALSE(detail::has_to_vote(search.at, lead));
}
TEST(Votes, NeedNoChangeWhereNoCaseExceeds) {
  const auto trace = voting(anna, boris, clara);
  aligning<P> search(trace, selection(trace));
  const auto ways = detail::support_case(search.c, search.at, anna, 2);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].cost, 0U);
}
TEST(Votes, AreChangedOrTheirCaseWithdrawn) {
  const auto trace = voting(boris, boris, anna);
  aligning<P> search(trace, selection(trace));
  const auto ways = detail::support_case(search.c, search.at, anna, 0);
  const auto* const best = cheapest(ways);
  ASSERT_NE(best, nullptr);
  EXPECT_EQ(best->cost, 1U);
  EXPECT_EQ(search.put_in(*best), names{"vote"});  // the leader's
  bool is_changed = false;
  for (const auto& d : ways) {
    EXPECT_EQ(detail::exceeding(d, anna), 0U);
    is_changed = is_changed || search.put_in(d) == names{"vote"};
  }
  EXPECT_TRUE(is_changed);
}
TEST(Votes, AreMadeOfPassesThatCameIn) {
  const auto whole = voting(boris, anna, anna);
  const auto voted = place_of<P>(whole, "vote") + 1;
  aligning<P> search(whole, voted);
  ASSERT_TRUE(detail::give_turns(search.c, search.at, anna.index));
  ASSERT_EQ(search.put_in(search.at), (names{"pass", "pass"}));
  auto d = search.at;
  detail::turn_passes_into_votes(search.c, d, anna);
  EXPECT_EQ(detail::exceeding(d, anna), 0U);
  EXPECT_EQ(d.cost, 2U);
  EXPECT_EQ(search.put_in(d), (names{"vote", "pass"}));
}
TEST(Votes, AreMadeOfPassesWhereTheCaseIsDeclinedAndAnotherTurnComes) {
  auto trace = conforming<P>();
  const auto last = place_of<P>(trace, "vote", 2);
  const auto owner = detail::raw_target(trace[place_of<P>(trace, "select_case")]);
  const auto voter = trace[last].by;
  trace.resize(last);
  trace.push_back(event<P>::of<act::decline_case>(person_id{static_cast<std::uint8_t>(owner)}));
  trace.push_back(event<P>::of<act::pass>(voter));
  for (const bool has_turn : {true, false}) {
    if (!has_turn) trace.pop_back();
    aligning<P> search(trace, last);
    auto ways = detail::discharge_turns(search.c, search.at, static_cast<std::uint8_t>(owner));
    const auto before = ways.size();
    ASSERT_NE(before, 0U);
    detail::add_votes_to_be_void(search.c, ways, {static_cast<std::uint8_t>(owner)});
    EXPECT_EQ(ways.size() > before, has_turn);
    if (ways.size() == before) continue;
    EXPECT_EQ(ways.back().now.remembered().votes[voter.index], owner + 1);
  }
}
TEST(Votes, AreExchangedForOthersOfTheSameVoter) {
  auto trace = voting(boris, anna, boris);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(selection(trace)),
               event<P>::of<act::vote>(anna, case_id{anna}));
  aligning<P> search(trace, selection(trace) - 1);
  search.go();
  auto d = search.at;
  auto votes = detail::ballots_of(search.c, d);
  detail::exchange_ballots(search.c, d, votes, anna);
  EXPECT_EQ(d.cost, 1U);
  EXPECT_EQ(detail::exceeding(d, anna), 0U);
  const auto again = detail::ballots_of(search.c, d);
  ASSERT_EQ(again.size(), 4U);
  EXPECT_FALSE(again[0].stays);
  EXPECT_TRUE(again[3].stays);
}
TEST(Votes, AreExchangedForAPassWhereTheyWereOwed) {
  auto trace = voting(boris, anna, clara);
  const auto vote = place_of<P>(trace, "vote");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(vote), event<P>::of<act::pass>(anna));
  detail::set_raw_target(trace[vote + 2], boris.index);
  aligning<P> search(trace, vote);
  search.go();
  for (int i = 0; i < 3; ++i) search.stay();
  auto d = search.at;
  auto votes = detail::ballots_of(search.c, d);
  detail::exchange_ballots(search.c, d, votes, clara);
  EXPECT_EQ(d.cost, 1U);
  EXPECT_EQ(detail::exceeding(d, clara), 0U);
  EXPECT_EQ(d.now.remembered().passed[1], detail::bit(anna.index));
}
TEST(Votes, AreTakenBackAtTheCostOfOne) {
  const auto trace = voting(boris, boris, anna);
  aligning<P> search(trace, selection(trace));
  const auto votes = detail::ballots_of(search.c, search.at);
  detail::take_back_vote(search.c, search.at, votes[0]);
  EXPECT_EQ(search.at.cost, 1U);
  EXPECT_EQ(detail::votes_for(search.at.now.remembered(), boris), 1U);
  EXPECT_TRUE(detail::owes_turn(search.at, anna.index));
}
TEST(Votes, ForAnotherCaseLetItBeSelectedAndDeclined) {
  const auto trace = voting(boris, boris, anna);
  aligning<P> search(trace, selection(trace));
  ASSERT_TRUE(detail::select_and_decline(search.c, search.at, boris));
  EXPECT_EQ(search.at.cost, 2U);
  EXPECT_EQ(detail::exceeding(search.at, anna), 0U);
  EXPECT_FALSE(detail::select_and_decline(search.c, search.at, boris));
}

}  // namespace votes_test
