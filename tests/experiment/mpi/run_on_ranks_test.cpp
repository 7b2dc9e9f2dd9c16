// SPDX-License-Identifier: MIT
// Run alone, as one rank; tests/experiment/CMakeLists.txt runs it as three, too.
#include <balint/experiment/mpi/run_on_ranks.hpp>
#include <balint/experiment/results.hpp>
#include <tests/experiment/small.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

namespace run_on_ranks_test {

namespace ex = balint::experiment;

/// MPI for as long as the tests run.
class with_mpi : public testing::Environment {
 public:
  void SetUp() override { MPI_Init(nullptr, nullptr); }
  void TearDown() override { MPI_Finalize(); }
};
const auto* const mpi = testing::AddGlobalTestEnvironment(new with_mpi);

bool is_first() {
  int rank = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  return rank == 0;
}

TEST(RunOnRanks, IsTheSameAsInThreads) {
  const small::scratch scratch;
  for (const bool stops : {false, true}) {
    auto plan = small::numbers(2'000);
    if (stops) plan.stop_at = {{.metric = 0, .half_width = 25}};
    const auto in = scratch / (stops ? "a" : "b");
    const auto done = ex::run_on_ranks(plan, in, small::drawing(plan));
    ASSERT_TRUE(done);
    if (!is_first()) continue;
    EXPECT_EQ(done->computed, stops ? 16U : 64U);
    ASSERT_TRUE(ex::write_results(plan, in));
    const auto threads = scratch / (stops ? "c" : "d");
    ASSERT_TRUE(ex::run(plan, threads, small::drawing(plan), {.threads = 2}));
    ASSERT_TRUE(ex::write_results(plan, threads));
    EXPECT_EQ(small::files_of(in), small::files_of(threads));
  }
}
TEST(RunOnRanks, IsInterruptedAndGoesOn) {
  const small::scratch scratch;
  const auto plan = small::numbers(2'000);
  std::atomic<bool> interrupted = false;
  const auto after_some = [&](const ex::progress& now) { interrupted = now.done >= 10; };
  const auto first = ex::run_on_ranks(plan, scratch / "a", small::drawing(plan),
                                      {.interrupted = &interrupted, .on_progress = after_some});
  ASSERT_TRUE(first);
  const auto second = ex::run_on_ranks(plan, scratch / "a", small::drawing(plan), {.resumes = true});
  ASSERT_TRUE(second);
  if (!is_first()) return;
  EXPECT_TRUE(first->is_interrupted);
  EXPECT_EQ(second->found, first->computed);
  EXPECT_EQ(second->found + second->computed, 64U);
}
TEST(RunOnRanks, FailsOnEveryRank) {
  const small::scratch scratch;
  const auto plan = small::numbers(0);
  EXPECT_FALSE(ex::run_on_ranks(plan, scratch / "a", small::drawing(plan)));
}

}  // namespace run_on_ranks_test
