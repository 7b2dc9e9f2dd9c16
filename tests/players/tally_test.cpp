// SPDX-License-Identifier: MIT
#include <balint/players/tally.hpp>

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

}  // namespace tally_test
