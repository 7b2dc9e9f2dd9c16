// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/cases.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace cases_test {

using P = student_group;
using names = std::vector<std::string_view>;

/// Boris passes where cases are presented.
std::vector<event<P>> with_a_pass() {
  auto trace = conforming<P>();
  trace[1] = event<P>::of<act::pass>(boris);
  return trace;
}

TEST(Cases, ComeInWhereTheyArePresented) {
  aligning<P> search(conforming<P>(), 1);
  ASSERT_TRUE(detail::make_case(search.c, search.at, boris));
  EXPECT_TRUE(search.at.now.is_open_case(boris.index));
  EXPECT_EQ(search.at.cost, 1U);
  EXPECT_FALSE(detail::make_case(search.c, search.at, lead));
}
TEST(Cases, ComeInInsteadOfAPass) {
  aligning<P> search(with_a_pass(), 2);
  EXPECT_NE(detail::pass_of(search.c, search.at, boris, 0), detail::no_entry);
  EXPECT_EQ(detail::pass_of(search.c, search.at, clara, 0), detail::no_entry);
  ASSERT_TRUE(detail::make_case(search.c, search.at, boris));
  EXPECT_EQ(search.at.cost, 2U);
  EXPECT_EQ(detail::pass_of(search.c, search.at, boris, 0), detail::no_entry);
}
TEST(Cases, ComeInInTheStageBeforeWhereTheirOwnerPassed) {
  const auto trace = with_a_pass();
  const auto left = place_of<P>(trace, "advance");
  aligning<P> search(trace, left + 1);
  ASSERT_TRUE(detail::make_case(search.c, search.at, boris));
  EXPECT_TRUE(search.at.now.is_open_case(boris.index));
  EXPECT_EQ(search.at.cost, 2U);
  const auto all = search.moves(search.at);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].kind, detail::move_kind::on_log);
  EXPECT_EQ(all[1].at, left);
  EXPECT_FALSE(detail::make_case(search.c, search.at, boris));
}
TEST(Cases, ComeInInAStageThatWasCutShortBeforeTheirOwnersTurn) {
  aligning<P> search({event<P>::of<act::present_case>(anna), event<P>::of<act::cut_short>(lead)}, 2);
  ASSERT_TRUE(detail::make_case(search.c, search.at, boris));
  EXPECT_EQ(search.at.cost, 1U);
  const auto all = search.moves(search.at);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, 1U);
}
TEST(Cases, CanBeThoseThatArePresentedOrCouldHaveBeen) {
  const auto trace = with_a_pass();
  const aligning<P> search(trace, place_of<P>(trace, "advance") + 1);
  EXPECT_EQ(detail::possible_presenters(search.at),
            detail::bit(anna.index) | detail::bit(boris.index) | detail::bit(clara.index));
  EXPECT_TRUE(detail::selects_here(search.at));
  BALINT_CHECK(detail::has_selection<P>());
  BALINT_CHECK(!detail::has_selection<case_consultation>());
}
TEST(Cases, AreSelectedWithTheTurnsThatComeBefore) {
  const auto trace = conforming<P>();
  aligning<P> search(trace, place_of<P>(trace, "vote", 1));
  const auto ways = detail::select(search.c, search.at, anna);
  const auto* const best = cheapest(ways);
  ASSERT_NE(best, nullptr);
  EXPECT_EQ(search.put_in(*best), (names{"pass", "pass", "select_case"}));
  EXPECT_EQ(best->now.remembered().presenter, anna.index);
}
TEST(Cases, AreSelectedAnewAfterTheFirstIsDeclined) {
  const auto trace = conforming<P>();
  aligning<P> search(trace, place_of<P>(trace, "select_case") + 1);
  EXPECT_EQ(detail::select(search.c, search.at, anna).front().cost, 0U);
  const auto undone = detail::undo_selection(search.c, search.at);
  ASSERT_EQ(undone.size(), 2U);
  EXPECT_EQ(search.put_in(undone[0]), names{"decline_case"});
  EXPECT_EQ(search.put_in(undone[1]), names{"withdraw"});
  const auto ways = detail::select(search.c, search.at, boris);
  const auto* const best = cheapest(ways);
  ASSERT_NE(best, nullptr);
  EXPECT_EQ(best->now.remembered().presenter, boris.index);
  EXPECT_EQ(best->cost, 4U);  // two whose votes are void let theirs go by
}
TEST(Cases, AreSelectedBeforeAVoteThatIsNotOwed) {
  const auto trace = conforming<P>();
  aligning<P> search(trace, place_of<P>(trace, "select_case"));
  const auto leaders = event<P>::of<act::vote>(lead, case_id{boris});
  const auto ways = detail::select_before(search.c, search.at, leaders);
  ASSERT_FALSE(ways.empty());
  for (const auto& d : ways) {
    EXPECT_NE(d.now.remembered().presenter, boris.index);
    EXPECT_NE(d.now.remembered().presenter, nobody.index);
  }
  aligning<P> owing(trace, place_of<P>(trace, "select_case") - 1);
  EXPECT_TRUE(detail::select_before(owing.c, owing.at, event<P>::of<act::vote>(clara, case_id{boris})).empty());
}

}  // namespace cases_test
