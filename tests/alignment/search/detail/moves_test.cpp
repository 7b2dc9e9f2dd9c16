// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/moves.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace moves_test {

using P = student_group;
using detail::move_kind;

TEST(Moves, CostOneUnlessBothMove) {
  aligning<P> search(conforming<P>());
  search.stay();
  EXPECT_EQ(search.at.cost, 0U);
  search.go();
  EXPECT_EQ(search.at.cost, 1U);
  EXPECT_TRUE(detail::move_on_model(search.c, search.at, event<P>::of<act::drop>(boris)));
  EXPECT_EQ(search.at.cost, 2U);
  const auto all = search.moves(search.at);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, move_kind::on_log);
  EXPECT_EQ(all[0].at, 1U);
  EXPECT_EQ(all[1].kind, move_kind::on_model);
  EXPECT_EQ(all[1].at, 2U);
}
TEST(Moves, OnModelAreLegalOrNotMade) {
  aligning<P> search(conforming<P>());
  EXPECT_FALSE(detail::move_on_model(search.c, search.at, event<P>::of<act::tell_story>(anna)));
  EXPECT_EQ(search.at.cost, 0U);
  EXPECT_EQ(search.at.last, detail::no_entry);
}
TEST(Moves, OfTheTraceAreRevisedAtTheirCosts) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote") + 1);
  auto& d = search.at;
  const auto vote = d.last;
  detail::let_go(search.c, d, vote);
  EXPECT_EQ(d.cost, 1U);  // it goes
  search.go();
  const auto gone = d.last;
  EXPECT_EQ(d.cost, 2U);
  detail::let_stay(search.c, d, gone);
  EXPECT_EQ(d.cost, 1U);  // it stays after all
  const auto all = search.moves(d);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].what, whole[place_of<P>(whole, "vote")]);
}
TEST(Moves, OfATurnTakeAwayWhatElseItCouldBe) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote"));
  auto& d = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, d, event<P>::of<act::pass>(boris)));
  d.turn[boris.index] = d.last;
  d.revisable = d.could_vote = d.could_propose = detail::bit(boris.index) | detail::bit(clara.index);
  detail::revise_turn(search.c, d, boris.index, event<P>::of<act::drop>(boris));
  EXPECT_EQ(d.revisable, detail::bit(clara.index));
  EXPECT_EQ(d.could_vote, detail::bit(clara.index));
  EXPECT_EQ(d.could_propose, detail::bit(clara.index));
  EXPECT_EQ(d.cost, 1U);
  EXPECT_EQ(search.put_in(d), std::vector<std::string_view>{"drop"});
}
TEST(Moves, ShowWhoIsInTheRoom) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "vote", 1));
  auto& d = search.at;
  d.revisable = detail::bit(boris.index) | detail::bit(clara.index);
  EXPECT_TRUE(detail::is_binding(search.c, d, whole[place_of<P>(whole, "vote", 1)]));
  search.stay();  // Boris votes
  EXPECT_EQ(d.revisable, detail::bit(clara.index));
}
TEST(Moves, ThatSelectACaseLeaveNoPassToBecomeAVote) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "select_case"));
  search.at.could_vote = detail::bit(boris.index);
  search.stay();
  EXPECT_EQ(search.at.could_vote, 0U);
}
TEST(Moves, ThatLeaveAStageNoteWhatCanStillBeRevised) {
  auto trace = conforming<P>();
  trace[1] = event<P>::of<act::pass>(boris);
  aligning<P> search(trace, place_of<P>(trace, "advance") + 1);
  EXPECT_EQ(search.at.could_present, detail::bit(boris.index));
  EXPECT_EQ(search.at.stage_end[0], search.at.last);
  const auto whole = conforming<P>();
  aligning<P> options(whole, place_of<P>(whole, "advance", 3) + 1);
  EXPECT_EQ(options.at.removable_options, 0U);  // each owed the one option that they made
  EXPECT_EQ(options.at.option_makers & detail::bit(watcher.index), 0U);
  EXPECT_NE(options.at.option_makers & detail::bit(boris.index), 0U);
}
TEST(Moves, ThatCutAStageShortNoteWhoHadNoTurnInIt) {
  const auto cut = event<P>::of<act::cut_short>(lead);
  aligning<P> search({event<P>::of<act::present_case>(anna), cut}, 2);
  EXPECT_EQ(search.at.could_present, detail::bit(boris.index) | detail::bit(clara.index));
  // A turn that came in may be all that shows that the stage was worked in.
  aligning<P> other({cut});
  auto& d = other.at;
  ASSERT_TRUE(detail::move_on_model(other.c, d, event<P>::of<act::present_case>(boris)));
  d.turn[boris.index] = d.last;
  d.revisable = detail::bit(boris.index);
  other.stay();
  EXPECT_EQ(d.revisable, 0U);
}
TEST(Moves, ThatLeaveAStageNoteWhichOptionsMayGo) {
  auto trace = conforming<P>();
  const auto end = place_of<P>(trace, "advance", 3);
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(end), 2, event<P>::of<act::propose>(boris));
  const aligning<P> search(trace, end + 3);
  EXPECT_EQ(search.at.removable_options, 2U);
  EXPECT_EQ(search.at.options_made[boris.index], 3U);
}
TEST(Moves, InAnEarlierStageComeInWhereItWasLeft) {
  const auto whole = conforming<P>();
  const auto left = place_of<P>(whole, "advance", 3);
  aligning<P> search(whole, left + 2);
  detail::move_on_earlier_model(search.c, search.at, 3, event<P>::of<act::propose>(boris));
  EXPECT_EQ(search.at.cost, 1U);
  const auto all = search.moves(search.at);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, left);
}

}  // namespace moves_test
