// SPDX-License-Identifier: MIT
#include <balint/players/reply.hpp>

#include <gtest/gtest.h>

namespace reply_test {

namespace players = balint::players;

TEST(Reply, KeepsWhatALineSaid) {
  players::message_reader reader;
  auto all = players::reply::of(reader.read(R"({"type":"say","id":7,"act":"vote","case":"boris"})"));
  (void)reader.read(R"({"type":"say","id":8,"act":null})");
  EXPECT_EQ(all.what, players::trouble::none);
  EXPECT_EQ(all.act, "vote");
  EXPECT_EQ(all.target_name, "boris");
  EXPECT_TRUE(all.targets.has(balint::target_kind::case_of));
  EXPECT_FALSE(all.is_silence);
}

}  // namespace reply_test
