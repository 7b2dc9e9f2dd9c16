// SPDX-License-Identifier: MIT
#include <balint/players/pool.hpp>
#include <tests/players/playing.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/stat.h>

namespace pool_test {

namespace players = balint::players;
using players::greeting_fault;

greeting_fault greeting_of(const players::player_command& one,
                           players::permission may_run = players::permission::given) {
  players::player_pool pool({one}, "test", may_run);
  const auto greeted = pool.greet();
  return greeted ? greeting_fault::none : greeted.error().why;
}

TEST(Pool, RunsNothingWithoutPermission) {
  const std::string mark = testing::TempDir() + "balint_players_never";
  std::remove(mark.c_str());
  EXPECT_EQ(greeting_of({.line = "touch " + mark}, players::permission::denied), greeting_fault::not_allowed);
  struct stat there{};
  EXPECT_NE(::stat(mark.c_str(), &there), 0);
}
TEST(Pool, GreetsBeforeAnySession) {
  ASSERT_TRUE(support::has_python()) << "tests/run.sh installs python3";
  ::setenv("BALINT_TEST_SECRET", "sesame_4711", 1);
  EXPECT_EQ(greeting_of({.line = support::rogue("silent")}), greeting_fault::none);
  EXPECT_EQ(greeting_of({.line = support::rogue("future")}), greeting_fault::no_version);
  EXPECT_EQ(greeting_of({.line = support::rogue("talkative")}), greeting_fault::no_ready);
  EXPECT_EQ(greeting_of({.line = support::rogue("mute"), .greeting_limit = 200}), greeting_fault::timed_out);
  EXPECT_EQ(greeting_of({.line = support::rogue("telling")}), greeting_fault::none);
  EXPECT_EQ(greeting_of({.line = support::rogue("telling"), .variables = {"BALINT_TEST_SECRET"}}),
            greeting_fault::tells_a_secret);
  EXPECT_EQ(greeting_of({.line = "exit 3"}), greeting_fault::died);
  EXPECT_EQ(greeting_of({.line = "/there/is/no/such/program 2>/dev/null"}), greeting_fault::died);
  EXPECT_EQ(greeting_of({.line = "head -c 10000000 /dev/zero"}), greeting_fault::no_ready);
}
TEST(Pool, SaysWhoItsPlayersAre) {
  ASSERT_TRUE(support::has_python()) << "tests/run.sh installs python3";
  players::player_pool pool({{.line = support::rogue("silent")}, {.line = support::chooser()}}, "test",
                            players::permission::given);
  ASSERT_TRUE(pool.greet());
  ASSERT_EQ(pool.size(), 2U);
  EXPECT_EQ(pool.accounts()[0], (players::player_account{"rogue", "1", true}));
  EXPECT_EQ(pool.accounts()[1].name, "chooser");
}

}  // namespace pool_test
