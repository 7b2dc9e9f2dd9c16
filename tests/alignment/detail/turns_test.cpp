// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/turns.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace turns_test {

using P = student_group;
using names = std::vector<std::string_view>;

TEST(Turns, AreOwedByWhoeverHadNone) {
  const aligning<P> search(conforming<P>(), 1);
  EXPECT_FALSE(detail::owes_turn(search.at, anna.index));
  EXPECT_TRUE(detail::owes_turn(search.at, boris.index));
  EXPECT_FALSE(detail::owes_turn(search.at, lead.index));
}
TEST(Turns, AreNeededByTheRestMostOfAllFromAPresenter) {
  const aligning<P> search(conforming<P>());
  EXPECT_EQ(detail::needed(search.c, anna.index), detail::need::as_presenter);
  EXPECT_EQ(detail::needed(search.c, boris.index), detail::need::somehow);
  EXPECT_EQ(detail::needed(search.c, watcher.index), detail::need::not_at_all);
  BALINT_CHECK(detail::is_presenters<P>(act_id_of<act::tell_story, P>.index));
  BALINT_CHECK(!detail::is_presenters<P>(act_id_of<act::propose, P>.index));
}
TEST(Turns, AreGivenAsACaseOrAPass) {
  aligning<P> cases(conforming<P>(), 1);
  ASSERT_TRUE(detail::give_turns(cases.c, cases.at, nobody.index));
  EXPECT_EQ(cases.put_in(cases.at), (names{"present_case", "present_case"}));
  EXPECT_EQ(cases.at.revisable, detail::bit(boris.index) | detail::bit(clara.index));
  EXPECT_EQ(cases.at.could_vote, 0U);
  const auto whole = conforming<P>();
  aligning<P> votes(whole, place_of<P>(whole, "vote", 1));
  ASSERT_TRUE(detail::give_turns(votes.c, votes.at, anna.index));
  EXPECT_EQ(votes.put_in(votes.at), (names{"pass", "pass"}));
  EXPECT_EQ(votes.at.could_vote, detail::bit(boris.index) | detail::bit(clara.index));
  EXPECT_FALSE(detail::owes_turn(votes.at, boris.index));
}
TEST(Turns, ThatCameInBeforeBecomeDroppingOut) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, 1), 2);
  auto& d = search.at;
  ASSERT_TRUE(detail::give_turns(search.c, d, nobody.index));  // Boris presents
  search.stay();                                               // the advance
  ASSERT_TRUE(detail::give_turns(search.c, d, anna.index));    // and votes no more, as he dropped out
  EXPECT_EQ(search.put_in(d), (names{"drop", "pass", "pass"}));
  EXPECT_EQ(d.cost, 3U);
}
TEST(Turns, AreNotGivenBeyondTheLimit) {
  aligning<P> search(conforming<P>(), 1);
  search.c.cost_limit = 1;
  EXPECT_FALSE(detail::give_turns(search.c, search.at, nobody.index));
}
TEST(Turns, AreSparedToWhoeverLedAndDroppedOut) {
  using Q = staff_group;
  aligning<Q> search(conforming<Q>(), 3);  // but for the leader, everybody presented a case
  const auto ways = detail::discharge_turns(search.c, search.at, anna.index);
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(search.put_in(ways[0]), names{"present_case"});
  EXPECT_EQ(search.put_in(ways[1]), names{"drop"});
}
TEST(Turns, AreTriedWithThoseInTheRoomWhoCouldHaveDroppedOut) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, 1), 2);
  ASSERT_TRUE(detail::give_turns(search.c, search.at, nobody.index));
  search.stay();
  const auto ways = detail::discharge_turns(search.c, search.at, anna.index);
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(search.put_in(ways[0]), (names{"drop", "pass", "pass"}));
  EXPECT_EQ(search.put_in(ways[1]), (names{"present_case", "pass", "pass", "pass"}));
}
TEST(Turns, AreDoneByAnybodyWithWhatComesBefore) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story"));
  const auto asking = act_id_of<act::ask, P>;
  ASSERT_TRUE(detail::act_by_anybody(search.c, search.at, asking, 0, detail::bit(boris.index)));
  EXPECT_EQ(search.put_in(search.at), (names{"tell_story", "ask"}));
  EXPECT_FALSE(detail::act_by_anybody(search.c, search.at, act_id_of<act::propose, P>, 0, detail::bit(boris.index)));
}
TEST(Turns, AreDoneRatherByWhoeverIsKnownToBeThere) {
  const auto whole = conforming<P>();
  aligning<P> search(whole, place_of<P>(whole, "tell_story") + 1);
  search.at.revisable = detail::bit(boris.index);
  const auto both = detail::bit(boris.index) | detail::bit(clara.index);
  ASSERT_TRUE(detail::act_by_anybody(search.c, search.at, act_id_of<act::ask, P>, 0, both));
  EXPECT_EQ(search.moves(search.at).back().what.by, clara);
}
TEST(Turns, BringBackWhoeverAloneCanDoThem) {
  auto trace = conforming<P>();
  const auto story = place_of<P>(trace, "tell_story");
  trace.insert(trace.begin() + static_cast<std::ptrdiff_t>(story), event<P>::of<act::drop>(anna));
  aligning<P> search(trace, story + 1);
  ASSERT_TRUE(detail::act_by_anybody(search.c, search.at, act_id_of<act::tell_story, P>, 0, detail::bit(anna.index)));
  EXPECT_EQ(search.put_in(search.at), (names{"rejoin", "tell_story"}));
}

}  // namespace turns_test
