// SPDX-License-Identifier: MIT
#include <balint/experiment/run.hpp>
#include <balint/experiment/results.hpp>
#include <tests/experiment/small.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace run_test {

namespace ex = balint::experiment;
using files = std::map<std::string, std::string>;

const auto plan = small::numbers(1'000);

files run_with(const ex::plan& of, const std::filesystem::path& in, const ex::run_options& how) {
  EXPECT_TRUE(ex::run(of, in, small::drawing(of), how));
  EXPECT_TRUE(ex::write_results(of, in));
  return small::files_of(in);
}
files usual(const ex::plan& of = plan) {
  const small::scratch scratch;
  return run_with(of, scratch / "a", {});
}

TEST(Run, IsTheSameWithAnyNumberOfThreads) {
  const auto one = usual();
  EXPECT_EQ(one.size(), 7U);
  EXPECT_GT(one.at("log.txt").size(), 20'000U);
  for (const unsigned threads : {2U, 5U}) {
    const small::scratch scratch;
    EXPECT_EQ(run_with(plan, scratch / "a", {.threads = threads}), one) << threads;
  }
}
TEST(Run, IsTheSameInPartsThatAreMerged) {
  const small::scratch scratch;
  const std::array parts{scratch / "c", scratch / "a", scratch / "b"};
  const ex::block_range ranges[]{{7, 32}, {0, 3}, {3, 7}};
  for (std::size_t i = 0; i < 3; ++i)
    ASSERT_TRUE(ex::run(plan, parts[i], small::drawing(plan), {.threads = 2, .blocks = ranges[i]}));
  const auto merged = ex::write_results(plan, parts, scratch / "all");
  ASSERT_TRUE(merged);
  EXPECT_EQ(merged->missing, 0U);
  EXPECT_EQ(small::files_of(scratch / "all"), usual());
  // Jobs of an array may share a directory.
  const small::scratch other;
  for (const auto& one : ranges) ASSERT_TRUE(ex::run(plan, other / "a", small::drawing(plan), {.blocks = one}));
  ASSERT_TRUE(ex::write_results(plan, other / "a"));
  EXPECT_EQ(small::files_of(other / "a"), usual());
}
TEST(Run, GoesOnWhereItWasInterrupted) {
  const small::scratch scratch;
  std::atomic<bool> interrupted = false;
  const auto at_half = [&](const ex::progress& now) { interrupted = now.done == 16; };
  const auto first =
      ex::run(plan, scratch / "a", small::drawing(plan), {.interrupted = &interrupted, .on_progress = at_half});
  ASSERT_TRUE(first);
  EXPECT_TRUE(first->is_interrupted);
  EXPECT_EQ(first->computed, 16U);
  EXPECT_EQ(ex::run(plan, scratch / "a", small::drawing(plan)).error().what, ex::fault::exists);
  const auto second = ex::run(plan, scratch / "a", small::drawing(plan), {.resumes = true});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->found, 16U);
  EXPECT_EQ(second->computed, 16U);
  ASSERT_TRUE(ex::write_results(plan, scratch / "a"));
  EXPECT_EQ(small::files_of(scratch / "a"), usual());
}
TEST(Run, GoesOnWhereItWasKilled) {
  const small::scratch scratch;
  const auto child = ::fork();
  if (child == 0) {
    const auto kill = [&](const ex::progress& now) {
      if (now.done == 16) std::raise(SIGKILL);
    };
    (void)ex::run(plan, scratch / "a", small::drawing(plan), {.threads = 2, .on_progress = kill});
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  const auto there = ex::archive::open(plan, scratch / "a");
  ASSERT_TRUE(there);
  EXPECT_GE(there->size(), 16U);
  EXPECT_LE(there->size(), 18U);
  EXPECT_EQ(run_with(plan, scratch / "a", {.threads = 2, .resumes = true}), usual());
}
TEST(Run, RefusesResultsOfAnotherScenario) {
  const small::scratch scratch;
  ASSERT_TRUE(ex::run(plan, scratch / "a", small::drawing(plan)));
  auto other = plan;
  other.scenario = ex::hash_of("another");
  const auto done = ex::run(other, scratch / "a", small::drawing(other), {.resumes = true});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, ex::fault::other_scenario);
  EXPECT_THAT(done.error().text, testing::HasSubstr(ex::hex_of(plan.scenario)));
  EXPECT_THAT(done.error().text, testing::HasSubstr(ex::hex_of(other.scenario)));
}
TEST(Run, RefusesABadPlan) {
  const small::scratch scratch;
  const auto none = small::numbers(0);
  EXPECT_EQ(ex::run(none, scratch / "a", small::drawing(none)).error().what, ex::fault::bad_plan);
}
TEST(Run, StopsWhereEveryPointIsPreciseWhateverTheThreads) {
  auto of = small::numbers(2'000);
  of.stop_at = {{.metric = 0, .half_width = 25}};
  const auto one = usual(of);
  EXPECT_THAT(one.at("summary.csv"), testing::HasSubstr("0,one,number,512,"));
  const small::scratch scratch;
  EXPECT_EQ(run_with(of, scratch / "a", {.threads = 5}), one);
}
TEST(Run, MakesMoreOfTheSameWithMoreSessions) {
  const small::scratch scratch;
  ASSERT_TRUE(ex::run(small::numbers(500), scratch / "a", small::drawing(plan)));
  EXPECT_EQ(run_with(plan, scratch / "a", {.resumes = true}), usual());
}
TEST(Run, KeepsNoBlockThatAWorkerCouldNotCompute) {
  const auto with = [](std::uint64_t broken) {
    return [broken] {
      return [broken](std::span<const ex::slot> slots,
                      std::span<ex::session_result> results) -> std::expected<void, ex::failure> {
        if (slots[0].session >= broken) return std::unexpected(ex::failure{ex::fault::not_read, "no answer"});
        for (std::size_t i = 0; i < slots.size(); ++i) small::draws_numbers{&plan}(slots[i], results[i]);
        return {};
      };
    };
  };
  const small::scratch scratch;
  const auto failed = ex::run(plan, scratch / "a", with(512));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().text, "no answer");
  const auto rest = ex::run(plan, scratch / "a", with(plan.max_sessions), {.resumes = true});
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->found, 16U);
  EXPECT_EQ(rest->computed, 16U);
  ASSERT_TRUE(ex::write_results(plan, scratch / "a"));
  EXPECT_EQ(small::files_of(scratch / "a"), usual());
}
TEST(Run, SaysThatItCannotWrite) {
  EXPECT_EQ(ex::run(plan, "/proc/nowhere", small::drawing(plan), {.threads = 2}).error().what, ex::fault::not_written);
}

}  // namespace run_test
