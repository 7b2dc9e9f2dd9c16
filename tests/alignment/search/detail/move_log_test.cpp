// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/move_log.hpp>
#include <gtest/gtest.h>

#include "tests/conformance/traces.hpp"

using namespace balint;
using namespace support;

namespace move_log_test {

using P = student_group;
using detail::entry_kind, detail::entry_id, detail::move_kind;
using move = detail::aligned_move<P>;

const auto vote = event<P>::of<act::vote>(boris, case_id{anna});
const auto pass = event<P>::of<act::pass>(boris);
const auto drop = event<P>::of<act::drop>(boris);

/// Adds entries to a log, each after the one before.
struct chain {
  detail::move_log<P>& log;
  entry_id last = detail::no_entry;
  entry_id add(detail::move_entry<P> one) {
    one.before = last;
    return last = log.add(one);
  }
};

TEST(MoveLog, GivesTheMovesOfAChainInOrder) {
  detail::move_log<P> log;
  chain all{log};
  all.add({.at = 0, .what = vote, .kind = entry_kind::synchronous});
  all.add({.at = 1, .what = pass, .kind = entry_kind::on_log});
  const auto shared = all.last;
  all.add({.at = 2, .what = drop, .kind = entry_kind::on_model});
  chain other{log, shared};
  other.add({.at = 2, .what = vote, .kind = entry_kind::on_log});
  const move gone{move_kind::on_log, 1, pass};
  EXPECT_EQ(log.moves(all.last), (std::vector{gone, move{move_kind::on_model, 2, drop}}));
  EXPECT_EQ(log.moves(other.last), (std::vector{gone, move{move_kind::on_log, 2, vote}}));
  EXPECT_TRUE(log.moves(detail::no_entry).empty());
}
TEST(MoveLog, RevisesEarlierMoves) {
  detail::move_log<P> log;
  chain all{log};
  const auto stayed = all.add({.at = 0, .what = vote, .kind = entry_kind::synchronous});
  const auto went = all.add({.at = 1, .what = pass, .kind = entry_kind::on_log});
  const auto came = all.add({.at = 2, .what = pass, .kind = entry_kind::on_model});
  all.add({.about = stayed, .at = 9, .kind = entry_kind::revision});
  all.add({.about = went, .at = 9, .kind = entry_kind::revision});
  all.add({.about = came, .at = 9, .what = drop, .kind = entry_kind::revision});
  EXPECT_EQ(log.moves(all.last), (std::vector{move{move_kind::on_log, 0, vote}, move{move_kind::on_model, 2, drop}}));
}
TEST(MoveLog, PutsWhatComesInLateWhereTheStageWasLeft) {
  detail::move_log<P> log;
  chain all{log};
  all.add({.at = 0, .what = pass, .kind = entry_kind::on_log});
  const auto end = all.add({.at = 4, .kind = entry_kind::stage_end});
  all.add({.at = 7, .what = drop, .kind = entry_kind::on_model});
  all.add({.about = end, .at = 8, .what = vote, .kind = entry_kind::on_earlier_model});
  EXPECT_EQ(log.moves(all.last), (std::vector{move{move_kind::on_log, 0, pass}, move{move_kind::on_model, 4, vote},
                                              move{move_kind::on_model, 7, drop}}));
}
TEST(MoveLog, IsWalkedBackWithWhatStaysAfterAllRevisions) {
  detail::move_log<P> log;
  chain all{log};
  const auto first = all.add({.at = 0, .what = vote, .kind = entry_kind::synchronous});
  const auto stayed = all.add({.at = 1, .what = vote, .kind = entry_kind::synchronous});
  const auto went = all.add({.at = 2, .what = pass, .kind = entry_kind::on_log});
  all.add({.about = stayed, .kind = entry_kind::revision});
  all.add({.about = went, .kind = entry_kind::revision});
  const auto once = all.last;
  all.add({.about = went, .kind = entry_kind::revision});
  const auto staying = [&](entry_id last) {
    std::vector<entry_id> ids;
    log.each_back(last, first, [&](entry_id i, const auto&, bool stays) {
      if (stays) ids.push_back(i);
      return true;
    });
    return ids;
  };
  EXPECT_EQ(staying(once), std::vector{went});
  EXPECT_TRUE(staying(all.last).empty());
  EXPECT_EQ(staying(went), std::vector{stayed});
  std::size_t seen = 0;
  log.each_back(all.last, detail::no_entry, [&](entry_id, const auto&, bool) { return ++seen < 2; });
  EXPECT_EQ(seen, 2U);
}
TEST(MoveLog, ForgetsWhatNoChainHas) {
  detail::move_log<P> log;
  chain given_up{log};
  for (std::uint64_t i = 0; i < 5'000; ++i) given_up.add({.at = i, .what = pass, .kind = entry_kind::on_log});
  chain all{log};
  const auto stayed = all.add({.at = 0, .what = vote, .kind = entry_kind::synchronous});
  all.add({.about = stayed, .at = 1, .kind = entry_kind::revision});
  const auto before = log.moves(all.last);
  ASSERT_TRUE(log.is_untidy());
  log.tidy([&](auto f) { f(all.last); });
  EXPECT_FALSE(log.is_untidy());
  EXPECT_EQ(all.last, 2U);
  EXPECT_EQ(log.moves(all.last), before);
}

}  // namespace move_log_test
