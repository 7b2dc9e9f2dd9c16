// SPDX-License-Identifier: MIT
// A session made anew from what its transcript kept, in every protocol and wherever it stands.
#include <balint/transcript/replay.hpp>
#include <balint/transcript/transcript.hpp>
#include <vector>

#include "tests/session/rounds.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace replay_test {

template <typename P>
class Replay : public testing::Test {};
TYPED_TEST_SUITE(Replay, rounds::protocols);

TYPED_TEST(Replay, MakesTheSameSession) {
  using P = TypeParam;
  session<P, transcript<P, 512, keeping::all>> now(rounds::group_of<P>());
  std::size_t steps = 0;
  for (std::uint64_t state = 7; steps < 300 && !now.is_over(); ++steps) {
    std::vector<event<P>> all;
    for (const auto who : now.people().people()) now.each_legal_event(who, [&](const auto& e) { all.push_back(e); });
    if (all.empty()) break;
    state = state * 6364136223846793005U + 1442695040888963407U;
    auto e = all[static_cast<std::size_t>(state >> 33U) % all.size()];
    if (state % 3 == 0) e.by = nobody;
    if (state % 5 == 0) e.at = {static_cast<std::int64_t>(steps) * 1000};
    const auto does = detail::table_of<P>.acts[e.act.index].does;
    if (does == effect::terminates || does == effect::withdraws) continue;
    (void)now.apply(e);
    const auto again = replay(now.people(), now.observer().entries());
    ASSERT_TRUE(again);
    ASSERT_EQ(again->snapshot(), now.snapshot());
  }
  EXPECT_GT(now.observer().entries().size(), 20U);
}

TEST(ReplayOf, SaysWhichEntryDoesNotFit) {
  using P = student_group;
  constexpr auto error = [] {
    const std::array entries{transcript_entry<P>{.what = event<P>::of<act::present_case>(anna)},
                             transcript_entry<P>{.what = event<P>::of<act::present_case>(anna)}};
    return replay(formed<P>().formed().value(), entries).error();
  };
  BALINT_CHECK(error().at == 1 && error().why.code == code::repeated);
}

}  // namespace replay_test
