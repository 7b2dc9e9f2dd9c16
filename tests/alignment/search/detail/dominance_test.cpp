// SPDX-License-Identifier: MIT
// What it costs to catch up, in small; tests/exploration/dominance_test.cpp holds it against the optimal search.
#include <balint/alignment/search/detail/dominance.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace dominance_test {

using P = student_group;
using detail::bit, detail::catch_up_cost, detail::out_of_reach;

TEST(CatchUpCost, IsNothingWithOneself) {
  const auto whole = conforming<P>();
  for (std::size_t n = 0; n < whole.size(); n += 3) {
    const aligning<P> search(whole, n);
    EXPECT_EQ(catch_up_cost(search.c, search.at, search.at), 0U) << n;
  }
}
TEST(CatchUpCost, IsOutOfReachInAnotherRoom) {
  aligning<P> search(conforming<P>(), 2);
  auto other = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, other, event<P>::of<act::drop>(boris)));
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), out_of_reach);
  EXPECT_EQ(catch_up_cost(search.c, other, search.at), out_of_reach);
}
TEST(CatchUpCost, IsOneForATurnThatIsMissing) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote", 2));
  auto ahead = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, ahead, event<P>::of<act::pass>(clara)));
  EXPECT_EQ(catch_up_cost(search.c, search.at, ahead), 1U);
  EXPECT_EQ(catch_up_cost(search.c, ahead, search.at), 1U);  // Clara's vote is to come, and would have to go
}
TEST(CatchUpCost, IsOneForWhatTheOtherCanRevise) {
  const auto whole = conforming<P>();
  const aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto other = search.at;
  other.revisable = bit(boris.index) | bit(clara.index);
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), 2U);
  EXPECT_EQ(catch_up_cost(search.c, other, search.at), 0U);
  other.revisable = 0;
  other.could_vote = bit(boris.index);
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), 2U);
  other.could_vote = 0;
  other.could_propose = bit(boris.index);
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), 1U);
}
TEST(CatchUpCost, IsTwoForAVoteForAnotherCase) {
  auto trace = conforming<P>();
  const auto vote = place_of<P>(trace, "vote");
  const aligning<P> search(trace, vote + 1);
  detail::set_raw_target(trace[vote], boris.index);
  const aligning<P> other(trace, vote + 1);
  EXPECT_EQ(catch_up_cost(search.c, search.at, other.at), 2U);  // it goes, and another one comes in
}
TEST(CatchUpCost, CountsOptionsAndTheirWeighings) {
  const auto whole = conforming<P>();
  const auto weighing = place_of<P>(whole, "assess");
  const aligning<P> one(whole, weighing + 2);
  const aligning<P> one_more(whole, weighing + 3);
  EXPECT_EQ(catch_up_cost(one.c, one.at, one_more.at), 1U);
  EXPECT_EQ(catch_up_cost(one.c, one_more.at, one.at), 0U);
  auto less = whole;
  less[place_of<P>(whole, "propose", 1)] = event<P>::of<act::pass>(clara);
  const aligning<P> search(whole, weighing), fewer(less, weighing);
  EXPECT_EQ(catch_up_cost(search.c, search.at, fewer.at), 2U);  // the second option is weighed twice
  EXPECT_EQ(catch_up_cost(search.c, fewer.at, search.at), 1U);  // it comes in
}
TEST(CatchUpCost, CountsThatWhoeverIsAwayComesBackForAnAct) {
  auto trace = conforming<P>();
  const auto story = place_of<P>(trace, "tell_story");
  for (const auto& leaves : {event<P>::of<act::drop>(anna), event<P>::of<act::withdraw>(anna)}) {
    auto told = trace;
    told.insert(told.begin() + static_cast<std::ptrdiff_t>(story + 1), leaves);
    aligning<P> with(told, story + 2), lacking(told, story);
    EXPECT_EQ(catch_up_cost(lacking.c, lacking.at, with.at), out_of_reach);  // somebody else is present
    lacking.go();
    lacking.stay();
    const bool is_gone = name_of<P>(leaves.act) == "withdraw";
    EXPECT_EQ(catch_up_cost(lacking.c, lacking.at, with.at), is_gone ? out_of_reach : 3U);
  }
}
TEST(CatchUpCost, IsOutOfReachWithALaterClock) {
  auto trace = conforming<P>();
  trace[0].at = {5'000};
  trace[2].at = {1'000};
  aligning<P> search(trace);
  auto early = search.at;
  search.stay();
  ASSERT_TRUE(detail::move_on_model(search.c, early, event<P>::of<act::present_case>(anna)));
  EXPECT_EQ(catch_up_cost(search.c, search.at, early), out_of_reach);
  EXPECT_LT(catch_up_cost(search.c, early, search.at), out_of_reach);
}
TEST(CatchUpCost, IsOfTheCasesThatMayStillBePresented) {
  aligning<P> search({event<P>::of<act::present_case>(anna), event<P>::of<act::cut_short>(lead)}, 2);
  auto other = search.at;
  other.could_present = 0;
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), 0U);
  EXPECT_EQ(catch_up_cost(search.c, other, search.at), out_of_reach);
  // Instead of a pass: the pass goes as well.
  auto with_pass = search.at;
  auto s = with_pass.now.remembered();
  s.passed[0] |= bit(boris.index);
  detail::set_state(with_pass, s);
  EXPECT_EQ(catch_up_cost(search.c, with_pass, search.at), 1U);
  EXPECT_EQ(catch_up_cost(search.c, search.at, with_pass), 0U);
}
TEST(CatchUpCost, CountsWhatIsOwedOnlyAfterAnAct) {
  using Q = classical_group;
  const auto whole = conforming<Q>();
  aligning<Q> search(whole, place_of<Q>(whole, "speculate") + 1);
  auto other = search.at;
  const person_id presenter{other.now.remembered().presenter};
  ASSERT_TRUE(detail::move_on_model(search.c, other, event<Q>::of<act::sit_back>(presenter)));
  EXPECT_EQ(catch_up_cost(search.c, other, search.at), 1U);  // the presenter is invited back
  EXPECT_EQ(catch_up_cost(search.c, search.at, other), 1U);
}
TEST(CatchUpCost, OfAWeighingIsThatOfThoseWhoOweIt) {
  // Whoever owes an option its weighings is away; the leader, who may weigh it, is not enough.
  auto trace = conforming<P>();
  const auto weighing = place_of<P>(trace, "assess");
  const auto away = [&](aligning<P>& search) {
    for (const auto who : {boris, clara}) {
      EXPECT_TRUE(detail::move_on_model(search.c, search.at, event<P>::of<act::drop>(who)));
    }
  };
  aligning<P> weighed(trace, weighing + 1), lacking(trace, weighing);
  away(weighed);
  away(lacking);
  lacking.go();
  EXPECT_EQ(catch_up_cost(lacking.c, lacking.at, weighed.at), 4U);  // one more, as none was weighed at all
}
TEST(CatchUpCost, NeedNotBeToldExactlyBeyondItsMost) {
  const auto whole = conforming<P>();
  const aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto other = search.at;
  other.could_vote = bit(boris.index);
  EXPECT_GT(catch_up_cost(search.c, search.at, other, 1), 1U);
}

TEST(Dominance, IsOfTheCheaperThatCanCatchUp) {
  const auto whole = conforming<P>();
  const aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto dear = search.at;
  dear.cost = 2;
  EXPECT_TRUE(detail::dominates(search.c, search.at, dear));
  EXPECT_FALSE(detail::dominates(search.c, dear, search.at));
  dear.revisable = bit(boris.index) | bit(clara.index);
  EXPECT_TRUE(detail::dominates(search.c, search.at, dear));
  dear.revisable |= bit(anna.index);
  EXPECT_FALSE(detail::dominates(search.c, search.at, dear));
}
TEST(Pruning, LeavesTheCheapestThatNoOtherDominates) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto dear = search.at, twin = search.at, other = search.at;
  dear.cost = 1;
  other.cost = 1;
  other.revisable = bit(boris.index) | bit(clara.index);
  detail::alternatives<P> all{other, dear, search.at, twin};
  detail::prune(search.c, all, 8);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].cost, 0U);
  EXPECT_EQ(all[1].revisable, other.revisable);
  EXPECT_EQ(search.c.least_pruned, out_of_reach);
}
TEST(Pruning, NotesWhatItGivesUpForLackOfRoom) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto other = search.at;
  other.cost = 1;
  other.revisable = bit(boris.index) | bit(clara.index);
  detail::alternatives<P> all{search.at, other};
  detail::prune(search.c, all, 1);
  EXPECT_EQ(all.size(), 1U);
  EXPECT_EQ(search.c.least_pruned, 1U);
}
TEST(Pruning, LeavesOutWhatReachesTheLimit) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote"));
  search.c.cost_limit = 1;
  auto dear = search.at;
  dear.cost = 1;
  dear.revisable = bit(boris.index);
  detail::alternatives<P> all{dear};
  detail::prune(search.c, all, 8);
  EXPECT_TRUE(all.empty());
  EXPECT_EQ(search.c.least_pruned, out_of_reach);
}

}  // namespace dominance_test
