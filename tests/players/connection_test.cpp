// SPDX-License-Identifier: MIT
// Time is told to a connection: nothing here waits for it. What players do is tested with play.hpp.
#include <balint/players/connection.hpp>

#include <gtest/gtest.h>

#include <poll.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace connection_test {

namespace players = balint::players;
using players::connection;
using players::trouble;
using std::chrono::milliseconds;

const auto began = connection::clock::now();
std::string ask_of(players::ticket, std::uint64_t id, std::uint32_t) { return "ask " + std::to_string(id) + "\n"; }

/// Goes on until there is something to read, and reads it.
void read(connection& one, connection::time now) {
  one.write(now);
  pollfd at{one.process().output(), POLLIN, 0};
  ::poll(&at, 1, 20'000);
  one.read(now);
}
constexpr const char* ready =
    "echo '{\"type\":\"ready\",\"balint_player\":1,\"name\":\"a\",\"version\":\"1\",\"deterministic\":true,"
    "\"max_in_flight\":2}'";
connection ready_one(const std::string& then = "cat >/dev/null") {
  connection one({.line = std::string("read -r hello; ") + ready + "; " + then, .limit = 100}, "run");
  one.start(began);
  read(one, began);
  EXPECT_TRUE(one.is_ready());
  return one;
}

TEST(Connection, AsksNoMoreAtOnceThanBothSidesTake) {
  auto one = ready_one();
  for (players::ticket of = 1; of <= 3; ++of) one.ask(of);
  one.pump(ask_of, began);
  one.write(began);
  EXPECT_EQ(one.deadline(), began + milliseconds(100));
  one.expire(began + milliseconds(100));
  EXPECT_EQ(one.arrivals().size(), 2U);
  EXPECT_TRUE(one.is_asked());
}
TEST(Connection, CountsTheTimeFromTheLastByteThatWasWritten) {
  auto one = ready_one("sleep 100");
  one.ask(1);
  one.pump([](auto, auto, auto) { return std::string(200'000, 'x') + "\n"; }, began);
  one.write(began + milliseconds(70));  // a pipe takes some of it
  EXPECT_TRUE(one.has_unwritten());
  EXPECT_EQ(one.deadline(), began + milliseconds(170));
  one.expire(began + milliseconds(169));
  EXPECT_TRUE(one.arrivals().empty());
  one.expire(began + milliseconds(170));
  const auto came = one.arrivals();
  ASSERT_EQ(came.size(), 1U);
  EXPECT_EQ(came[0].came.what, trouble::timed_out);
}
TEST(Connection, GivesUpWhoDoesNotGreet) {
  connection one({.line = "sleep 100", .greeting_limit = 50}, "run");
  one.start(began);
  EXPECT_EQ(one.deadline(), began + milliseconds(50));
  one.expire(began + milliseconds(49));
  EXPECT_TRUE(one.is_running());
  one.expire(began + milliseconds(50));
  EXPECT_FALSE(one.is_running());
  EXPECT_EQ(one.fault(), players::greeting_fault::timed_out);
  one.ask(1);
  one.pump(ask_of, began);
  const auto came = one.arrivals();
  ASSERT_EQ(came.size(), 1U);
  EXPECT_EQ(came[0].came.what, trouble::died);
}
TEST(Connection, IsStartedAgainOnce) {
  auto one = ready_one("read -r ask; exit 3");
  one.ask(1);
  one.pump(ask_of, began);
  read(one, began);
  EXPECT_FALSE(one.is_running());
  EXPECT_EQ(one.starts(), 1U);
  ASSERT_EQ(one.arrivals().size(), 1U);
  one.ask(2);
  one.pump(ask_of, began);
  EXPECT_EQ(one.starts(), 2U);
  read(one, began);
  ASSERT_TRUE(one.is_ready());
  one.pump(ask_of, began);
  read(one, began);
  EXPECT_EQ(one.arrivals().at(0).came.what, trouble::died);
  one.ask(3);
  one.pump(ask_of, began);
  EXPECT_EQ(one.arrivals().at(0).came.what, trouble::died);
  EXPECT_EQ(one.starts(), 2U);
}
TEST(Connection, PassesOverAnswersToWhatItCancelled) {
  auto one = ready_one(
      "read -r ask; read -r cancel; echo '{\"type\":\"fail\",\"id\":1}'; echo '{\"type\":\"fail\","
      "\"id\":1}'; cat >/dev/null");
  one.ask(1);
  one.pump(ask_of, began);
  one.cancel(1, began);
  one.cancel(2, began);
  read(one, began);
  while (one.strays()[static_cast<std::size_t>(trouble::late)] == 0) read(one, began);
  EXPECT_TRUE(one.arrivals().empty());
}

}  // namespace connection_test
