// SPDX-License-Identifier: MIT
#include <balint/players/tally.hpp>

#include <balint/players/reply.hpp>

#include <gtest/gtest.h>

namespace tally_test {

TEST(Tally, CountsByNameAndCode) {
  balint::players::player_tally counts;
  counts.troubles[static_cast<std::size_t>(balint::players::trouble::late)] = 2;
  counts.refused[static_cast<std::size_t>(balint::code::wrong_role)] = 3;
  EXPECT_EQ(counts.of(balint::players::trouble::late), 2U);
  EXPECT_EQ(counts.of(balint::players::trouble::died), 0U);
  EXPECT_EQ(counts.of(balint::code::wrong_role), 3U);
}

TEST(Tally, CountsWhatAnswersComeTo) {
  using balint::players::trouble;
  struct settled {
    balint::players::reply recorded = {};
    trouble what = trouble::none;
    balint::code why{};
    std::uint32_t attempts_left = 0;
    bool is_dropped = false;
  };
  balint::players::player_tally counts;
  counts.count(settled{});
  counts.count(settled{.recorded = {.is_silence = true}});
  counts.count(settled{.what = trouble::refused, .why = balint::code::wrong_role, .attempts_left = 2});
  counts.count(settled{.what = trouble::refused, .why = balint::code::absent, .attempts_left = 1});
  counts.count(settled{.what = trouble::timed_out, .is_dropped = true});
  EXPECT_EQ(counts.asked, 5U);
  EXPECT_EQ(counts.acted, 1U);
  EXPECT_EQ(counts.silent, 1U);
  EXPECT_EQ(counts.of(trouble::refused), 2U);
  EXPECT_EQ(counts.of(balint::code::wrong_role), 1U);
  EXPECT_EQ(counts.of(balint::code::absent), 1U);
  EXPECT_EQ(counts.of(trouble::timed_out), 1U);
  EXPECT_EQ(counts.of(trouble::none), 0U);
  EXPECT_EQ(counts.fallbacks, 1U);
  EXPECT_EQ(counts.dropped, 1U);
}

}  // namespace tally_test
