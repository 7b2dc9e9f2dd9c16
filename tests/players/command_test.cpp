// SPDX-License-Identifier: MIT
#include <balint/players/command.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace command_test {

namespace players = balint::players;

TEST(Command, GetsTheVariablesThatAreNamedAndNoOthers) {
  ::setenv("BALINT_TEST_SECRET", "sesame", 1);
  ::unsetenv("BALINT_TEST_NONE");
  const auto how =
      players::detail::started({.line = "true", .variables = {"BALINT_TEST_SECRET", "BALINT_TEST_NONE"}, .grace = 7});
  EXPECT_TRUE(how.is_clean);
  EXPECT_EQ(how.grace, 7U);
  EXPECT_THAT(how.environment, testing::ElementsAre("BALINT_TEST_SECRET=sesame", "PATH=/usr/local/bin:/usr/bin:/bin"));
  ::setenv("PATH", std::getenv("PATH"), 1);
  EXPECT_THAT(players::detail::started({.line = "true", .variables = {"PATH"}}).environment,
              testing::ElementsAre(std::string("PATH=") + std::getenv("PATH")));
}
TEST(Command, NoticesAValueInATextThatIsShown) {
  ::setenv("BALINT_TEST_SECRET", "sesame", 1);
  ::setenv("BALINT_TEST_EMPTY", "", 1);
  const players::player_command one{.line = "true", .variables = {"BALINT_TEST_SECRET", "BALINT_TEST_EMPTY", "PATH"}};
  EXPECT_TRUE(players::detail::tells_a_secret(one, "x-sesame-1"));
  EXPECT_FALSE(players::detail::tells_a_secret(one, "player"));
  EXPECT_FALSE(players::detail::tells_a_secret({.line = "true"}, "sesame"));
}

}  // namespace command_test
