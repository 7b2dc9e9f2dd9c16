// SPDX-License-Identifier: MIT
#include <balint/process/child.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <poll.h>
#include <signal.h>

#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace child_test {

using balint::child;

/// What it writes, up to a line's end or its own.
std::string read_line(const child& from) {
  std::string all;
  while (all.empty() || all.back() != '\n') {
    pollfd at{from.output(), POLLIN, 0};
    ::poll(&at, 1, 20'000);
    if (from.read(all) == child::result::over) break;
  }
  return all;
}
std::string said_by(const balint::child_command& what) {
  const child one(what);
  return read_line(one);
}
/// Whether a process is gone, or is in a moment: who waits for the keeper need not wait.
bool is_gone(const std::string& line) {
  int process = 0;
  std::from_chars(line.data(), line.data() + line.size(), process);
  if (process <= 0) return false;
  for (int i = 0; i < 200; ++i) {
    if (::kill(process, 0) != 0) return true;
    ::poll(nullptr, 0, 5);
  }
  return false;
}

TEST(Child, IsTalkedToOverItsStandardStreams) {
  const child one({.line = "cat"});
  std::string_view text = "a line\n";
  EXPECT_EQ(one.write(text), child::result::some);
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(read_line(one), "a line\n");
  std::string nothing;
  EXPECT_EQ(one.read(nothing), child::result::later);
}
TEST(Child, HasTheEnvironmentThatItIsGivenAndNoOther) {
  ::setenv("BALINT_TEST_SECRET", "secret", 1);
  EXPECT_EQ(said_by({.line = "echo \"[$BALINT_TEST_SECRET]\""}), "[secret]\n");
  EXPECT_EQ(said_by({.line = "echo \"[$BALINT_TEST_SECRET$ONE]\"", .is_clean = true, .environment = {"ONE=1"}}),
            "[1]\n");
}
TEST(Child, SaysHowItEnded) {
  child one({.line = "exit 3"});
  EXPECT_TRUE(one.has_ended_within(20'000));
  EXPECT_EQ(one.status(), 3);
  child other({.line = "kill -SEGV $$"});
  EXPECT_TRUE(other.has_ended_within(20'000));
  EXPECT_EQ(other.status(), 128 + SIGSEGV);
  child third({.line = "cat"});
  EXPECT_FALSE(third.has_ended_within(0));
  third.close_input();
  EXPECT_TRUE(third.has_ended_within(20'000));
  EXPECT_EQ(third.status(), 0);
}
TEST(Child, WhoseStreamsAreClosedSendsNoSignal) {
  const child one({.line = "exec <&- >&-; sleep 100"});
  EXPECT_EQ(read_line(one), "");
  std::string_view text = "a line\n";
  EXPECT_EQ(one.write(text), child::result::over);
  EXPECT_EQ(text, "a line\n");
}
TEST(Child, IsToldToEndBeforeItIsKilled) {
  child one({.line = "trap 'kill $!; exit 7' TERM; sleep 100 & echo on; wait", .grace = 20'000});
  EXPECT_EQ(read_line(one), "on\n");
  one.stop();
  EXPECT_EQ(one.status(), 7);
  child deaf({.line = "trap '' TERM; echo on; while :; do sleep 0.01; done", .grace = 20});
  EXPECT_EQ(read_line(deaf), "on\n");
  deaf.stop();
  EXPECT_EQ(deaf.status(), 128 + SIGKILL);
}
TEST(Child, EndsWithAllThatItStarted) {
  std::string left;
  {
    const child one({.line = "(setsid sh -c 'trap \"\" TERM; echo $$; while :; do sleep 0.01; done' &); sleep 100"});
    left = read_line(one);
  }
  EXPECT_TRUE(is_gone(left)) << left;
}
// The keeper of the second has the files of the first only if it does not close them.
TEST(Child, EndsWhileAnotherGoesOn) {
  child one({.line = "echo $$; trap '' TERM; while :; do sleep 0.01; done"});
  const auto process = read_line(one);
  const child other({.line = "cat"});
  one.stop();
  EXPECT_TRUE(is_gone(process));
  std::string_view text = "still here\n";
  EXPECT_EQ(other.write(text), child::result::some);
  EXPECT_EQ(read_line(other), "still here\n");
}
TEST(Child, IsMoved) {
  child one({.line = "cat"});
  child other(std::move(one));
  EXPECT_FALSE(one.is_started());
  EXPECT_TRUE(other.is_started());
  other = child({.line = "echo new"});
  EXPECT_EQ(read_line(other), "new\n");
}

}  // namespace child_test
