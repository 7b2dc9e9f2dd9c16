// SPDX-License-Identifier: MIT
#include <balint/players/wire.hpp>

#include <gtest/gtest.h>

#include <cstddef>

namespace wire_test {

namespace players = balint::players;

TEST(Wire, NamesWhatGoesWrong) {
  for (std::size_t i = 0; i < players::trouble_count; ++i) {
    const auto one = static_cast<players::trouble>(i);
    EXPECT_EQ(players::find_trouble(name_of(one)), one);
  }
  EXPECT_EQ(name_of(players::trouble::timed_out), "timed_out");
  EXPECT_EQ(players::find_trouble("bored"), std::nullopt);
  EXPECT_EQ(name_of(players::greeting_fault::tells_a_secret), "tells_a_secret");
}
TEST(Wire, SpeaksOneVersion) {
  EXPECT_TRUE(players::is_spoken(1));
  EXPECT_FALSE(players::is_spoken(0));
  EXPECT_FALSE(players::is_spoken(2));
}

}  // namespace wire_test
