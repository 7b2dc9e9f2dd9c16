// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/order.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace order_test {

using P = student_group;
using names = std::vector<std::string_view>;

template <protocol Q>
names cheapest_put_in(const aligning<Q>& search, const detail::alternatives<Q>& ways) {
  const auto* const best = cheapest(ways);
  return best == nullptr ? names{"no way"} : search.put_in(*best);
}

TEST(Order, CompletesAStage) {
  const auto whole = conforming<P>();
  aligning<P> nothing(whole, place_of<P>(whole, "advance"));
  EXPECT_EQ(cheapest_put_in(nothing, detail::complete_stage(nothing.c, nothing.at)), names{});
  aligning<P> story(whole, place_of<P>(whole, "tell_story"));
  EXPECT_EQ(cheapest_put_in(story, detail::complete_stage(story.c, story.at)), names{"tell_story"});
  aligning<P> forecast(whole, place_of<P>(whole, "assess") + 3);
  EXPECT_EQ(cheapest_put_in(forecast, detail::complete_stage(forecast.c, forecast.at)), names{"forecast"});
}
TEST(Order, CompletesASelection) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "select_case"));
  EXPECT_EQ(cheapest_put_in(search, detail::complete_stage(search.c, search.at)),
            (names{"select_case", "accept_case"}));
}
TEST(Order, CompletesAStageInWhichEverybodyPassed) {
  auto trace = conforming<P>();
  for (std::size_t i = 0; i < 3; ++i) trace[i] = event<P>::of<act::pass>(trace[i].by);
  aligning<P> search(trace, 3);
  const auto ways = detail::complete_stage(search.c, search.at);
  ASSERT_EQ(ways.size(), 3U);  // each may present the case
  for (const auto& d : ways) EXPECT_EQ(d.cost, 2U);
}
TEST(Order, CompletesAStageInWhichACaseIsTaken) {
  using Q = case_consultation;
  aligning<Q> search(conforming<Q>());
  EXPECT_EQ(cheapest_put_in(search, detail::complete_stage(search.c, search.at)), names{"take_case"});
}
TEST(Order, DischargesOneThingAtATime) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "assess"));
  const auto o = search.at.now.first_owed();
  ASSERT_EQ(o.due, quota::per_option);
  ASSERT_TRUE(detail::discharge(search.c, search.at, o));
  EXPECT_EQ(search.put_in(search.at), names{"assess"});
  EXPECT_EQ(detail::raw_target(search.moves(search.at)[0].what), 1U);
}
TEST(Order, GoesToALaterStageThroughAllBetween) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story"));
  const auto ways = detail::go_to(search.c, search.at, 3);
  ASSERT_FALSE(ways.empty());
  for (const auto& d : ways) EXPECT_EQ(d.stage(), 3U);
  EXPECT_EQ(cheapest_put_in(search, ways), (names{"tell_story", "advance"}));
  EXPECT_EQ(detail::go_to(search.c, search.at, 2).front().cost, 0U);
  search.c.cost_limit = search.c.lower_bound(2, 3);
  EXPECT_TRUE(detail::go_to(search.c, search.at, 3).empty());
}
TEST(Order, GoesToTheClose) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, whole.size() - 2);
  search.go();
  search.go();
  const auto ways = detail::go_to_close(search.c, search.at);
  EXPECT_EQ(cheapest_put_in(search, ways), (names{"self_assess", "close"}));
  for (const auto& d : ways) EXPECT_TRUE(d.now.is_over());
}
TEST(Order, IsMovedByWhoeverLeads) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "advance"));
  EXPECT_TRUE(detail::move_by_leader(search.c, search.at, effect::advances));
  EXPECT_EQ(search.moves(search.at).back().what.by, lead);
  EXPECT_FALSE(detail::move_by_leader(search.c, search.at, effect::advances));
}
TEST(Order, MakesAnEventOfALaterStagePossible) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story") + 1);
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, event<P>::of<act::propose>(boris))),
            names{"advance"});
  EXPECT_TRUE(detail::enable(search.c, search.at, event<P>::of<act::present_case>(boris)).empty());
}
TEST(Order, MakesAMovePossibleByCompletingTheStage) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story"));
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, event<P>::of<act::advance>(lead))),
            names{"tell_story"});
}
TEST(Order, CutsAStageShortWithOneTurnOfAnybody) {
  const auto cut = event<P>::of<act::cut_short>(lead);
  aligning<P> search({cut});
  std::uint64_t cases = 0;
  for (const auto& d : detail::enable(search.c, search.at, cut)) {
    EXPECT_EQ(search.put_in(d), names{"present_case"});
    cases |= d.now.open_cases();
  }
  EXPECT_EQ(cases, detail::bit(anna.index) | detail::bit(boris.index) | detail::bit(clara.index));
}
TEST(Order, CutsASelectionShortWhenACaseIsSelected) {
  using Q = classical_group;
  const auto whole = conforming<Q>();
  aligning<Q> search(whole, place_of<Q>(whole, "select_case"));
  const auto ways = detail::enable(search.c, search.at, event<Q>::template of<act::cut_short>(lead));
  ASSERT_FALSE(ways.empty());
  for (const auto& d : ways) EXPECT_NE(d.now.remembered().presenter, nobody.index);
  EXPECT_EQ(cheapest_put_in(search, ways), names{"select_case"});
}
TEST(Order, CutsAStageShortWithOneWeighingWhateverItsOptions) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "assess"));
  const auto cut = event<P>::of<act::cut_short>(lead);
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, cut)), names{"assess"});
}
TEST(Order, LetsAMoveBeTheWordOfALaterStage) {
  // One proposal is missing, and all that is weighed: the leader cuts both stages short, or the word is the second one.
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "propose") + 1);
  bool is_later = false;
  for (const auto& d : detail::enable(search.c, search.at, event<P>::of<act::advance>(lead)))
    is_later = is_later || d.stage() == 4;
  EXPECT_TRUE(is_later);
}
TEST(Order, LetsThePresentersPassBeThatOfTheLastStage) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "advance", 4));
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, event<P>::of<act::pass>(anna))),
            names{"advance"});
}
TEST(Order, LetsSomebodyAwayActInALaterStage) {
  auto trace = conforming<P>();
  const auto story = place_of<P>(trace, "tell_story");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(story), event<P>::of<act::drop>(boris));
  aligning<P> search(trace, story + 2);
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, event<P>::of<act::propose>(boris))),
            (names{"advance", "rejoin"}));
}
TEST(Order, LetsAPassBeOneOfALaterStage) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story") + 1);
  EXPECT_EQ(cheapest_put_in(search, detail::enable(search.c, search.at, event<P>::of<act::pass>(boris))),
            names{"advance"});
}

}  // namespace order_test
