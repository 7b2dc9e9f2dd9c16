// SPDX-License-Identifier: MIT
#include <balint/alignment/detail/presence.hpp>

#include "tests/alignment/aligning.hpp"

using namespace balint;
using namespace support;

namespace presence_test {

using P = student_group;
using names = std::vector<std::string_view>;

std::vector<event<P>> after(std::vector<event<P>> first) {
  const auto whole = conforming<P>();
  first.insert(first.end(), whole.begin(), whole.end());
  return first;
}

TEST(Presence, BringsSomebodyBackWhoIsAway) {
  aligning<P> search(after({event<P>::of<act::drop>(boris)}), 1);
  EXPECT_FALSE(detail::come_back(search.c, search.at, detail::bit(anna.index)));
  EXPECT_EQ(search.at.cost, 0U);
  EXPECT_TRUE(detail::come_back(search.c, search.at, detail::bit(boris.index)));
  EXPECT_TRUE(search.at.now.is_present(boris));
  EXPECT_EQ(search.at.cost, 1U);
}
TEST(Presence, BringsNobodyBackWhoWithdrew) {
  aligning<P> search(after({event<P>::of<act::withdraw>(boris)}), 1);
  EXPECT_FALSE(detail::come_back(search.c, search.at, detail::bit(boris.index)));
}
TEST(Presence, EnsuresThatSomebodyLeads) {
  aligning<P> all_there(conforming<P>());
  EXPECT_TRUE(detail::ensure_leader(all_there.c, all_there.at));
  EXPECT_EQ(all_there.at.cost, 0U);
  aligning<P> search(after({event<P>::of<act::drop>(lead), event<P>::of<act::drop>(deputy)}), 2);
  ASSERT_EQ(search.at.now.acting_leader(), nobody);
  EXPECT_TRUE(detail::ensure_leader(search.c, search.at));
  EXPECT_EQ(search.at.now.acting_leader(), lead);
  EXPECT_EQ(search.at.cost, 1U);
}
TEST(Presence, LetsADeputyLeadWhereTheLeaderWithdrew) {
  aligning<P> search(after({event<P>::of<act::withdraw>(lead), event<P>::of<act::drop>(deputy)}), 2);
  EXPECT_TRUE(detail::ensure_leader(search.c, search.at));
  EXPECT_EQ(search.at.now.acting_leader(), deputy);
  aligning<P> none(after({event<P>::of<act::withdraw>(lead), event<P>::of<act::withdraw>(deputy)}), 2);
  EXPECT_FALSE(detail::ensure_leader(none.c, none.at));
}
TEST(Presence, OfASupervisorIsNeededToMoveAStaffGroupOn) {
  using Q = staff_group;
  auto trace = conforming<Q>();
  trace.insert(trace.begin(), event<Q>::of<act::drop>(watcher));
  aligning<Q> search(trace, 1);
  EXPECT_TRUE(detail::prepare_move(search.c, search.at, effect::advances));
  EXPECT_TRUE(search.at.now.is_present(watcher));
  EXPECT_EQ(search.at.cost, 1U);
  EXPECT_TRUE(detail::prepare_move(search.c, search.at, effect::advances));
  EXPECT_EQ(search.at.cost, 1U);
}
TEST(Presence, RevisesATurnThatCameInToDroppingOut) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, 1), 2);  // Boris presents no case
  auto& d = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, d, event<P>::of<act::present_case>(boris)));
  d.turn[boris.index] = d.last;
  d.revisable |= detail::bit(boris.index);
  ASSERT_TRUE(detail::drop_instead(search.c, d, boris));
  EXPECT_FALSE(d.now.is_present(boris));
  EXPECT_FALSE(d.now.is_open_case(boris.index));
  EXPECT_FALSE(d.is_revisable(boris.index));
  EXPECT_EQ(d.cost, 1U);
  EXPECT_EQ(search.put_in(d), names{"drop"});
}
TEST(Presence, LeavesACaseToWorkOn) {
  aligning<P> search(conforming<P>());
  auto& d = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, d, event<P>::of<act::present_case>(boris)));
  d.turn[boris.index] = d.last;
  d.revisable |= detail::bit(boris.index);
  EXPECT_FALSE(detail::drop_instead(search.c, d, boris));
  EXPECT_TRUE(d.now.is_present(boris));
}
TEST(Presence, IsGivenUpForGoodOnlyWhereTheTurnCameIn) {
  const auto whole = conforming<P>();
  aligning<P> search(without<P>(whole, 1), 2);
  auto& d = search.at;
  ASSERT_TRUE(detail::move_on_model(search.c, d, event<P>::of<act::present_case>(boris)));
  d.turn[boris.index] = d.last;
  d.revisable |= detail::bit(boris.index);
  auto later = d;
  const auto leaves = event<P>::of<act::withdraw>(boris);
  EXPECT_TRUE(detail::leave_instead(search.c, d, leaves));
  EXPECT_EQ(d.now.remembered().gone, detail::bit(boris.index));
  search.c.rest.pass();
  EXPECT_FALSE(detail::leave_instead(search.c, later, leaves));
}
TEST(Presence, HandsTheLeadOnWhereItsHolderOwnsTheCase) {
  using Q = staff_group;
  aligning<Q> search(conforming<Q>());
  EXPECT_EQ(detail::hand_on(search.c, search.at, anna).front().cost, 0U);
  const auto ways = detail::hand_on(search.c, search.at, lead);
  ASSERT_FALSE(ways.empty());
  for (const auto& d : ways) {
    EXPECT_NE(d.now.acting_leader(), lead);
    EXPECT_EQ(d.cost, 1U);
  }
}
TEST(Presence, PassesTheLeadByDroppingOutOrByHandingOver) {
  aligning<P> search(conforming<P>());
  const auto ways = detail::pass_lead(search.c, search.at, deputy);
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(search.put_in(ways[0]), names{"drop"});
  EXPECT_EQ(search.put_in(ways[1]), names{"hand_over"});
  for (const auto& d : ways) EXPECT_EQ(d.now.acting_leader(), deputy);
  EXPECT_TRUE(detail::pass_lead(search.c, search.at, boris).empty());
}

}  // namespace presence_test
