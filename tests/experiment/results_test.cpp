// SPDX-License-Identifier: MIT
#include <balint/experiment/results.hpp>
#include <balint/experiment/run.hpp>
#include <tests/experiment/small_sessions.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace results_test {

namespace ex = balint::experiment;
using testing::HasSubstr;

TEST(Results, AreTheTablesAndTheFilesOfThePlan) {
  const small::scratch scratch;
  const auto plan = small::numbers(100);
  ASSERT_TRUE(ex::run(plan, scratch / "a", small::drawing(plan)));
  const auto made = ex::write_results(plan, scratch / "a", {.more = {{"title", "a \"name\""}}});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->summary.size(), 8U);
  EXPECT_EQ(made->contrasts.size(), 4U);
  EXPECT_THAT(made->sessions, testing::ElementsAre(100, 100));
  auto files = small::files_of(scratch / "a");
  EXPECT_EQ(files["points.csv"], "point,size\n0,1\n1,2\n");
  EXPECT_TRUE(files["log.txt"].starts_with("begin\n0 "));
  EXPECT_TRUE(files["log.txt"].ends_with("\nend\n"));
  EXPECT_EQ(std::ranges::count(files["log.txt"], '\n'), 402);
  EXPECT_EQ(std::ranges::count(files["accumulators.csv"], '\n'), 13);
  const auto& text = files["accumulators.csv"];
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
    EXPECT_EQ(std::ranges::count(text.substr(at, text.find('\n', at) - at), ','), 13);
  EXPECT_THAT(files["manifest.json"], HasSubstr("\"title\": \"a \\\"name\\\"\""));
  EXPECT_THAT(files["manifest.json"], HasSubstr("no evidence about people"));
  EXPECT_THAT(files["manifest.json"], HasSubstr(ex::hex_of(plan.scenario)));
}
TEST(Results, SayWhatIsMissingAndNotPrecise) {
  const small::scratch scratch;
  auto plan = small::numbers(1'000);
  plan.stop_at = {{.metric = 0, .half_width = 0.01}};
  ASSERT_TRUE(ex::run(plan, scratch / "a", small::drawing(plan), {.blocks = {0, 3}}));
  const auto made = ex::write_results(plan, scratch / "a");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->missing, 29U);
  EXPECT_THAT(made->sessions, testing::ElementsAre(128, 64));
  EXPECT_THAT(made->not_precise, testing::ElementsAre(0, 1));
  EXPECT_EQ(made->summary[0].precision, ex::reached::no);
}
TEST(Results, LeaveWhatThereWasWhereABlockIsDamaged) {
  const small::scratch scratch;
  const auto plan = small::numbers(100);
  ASSERT_TRUE(ex::run(plan, scratch / "a", small::drawing(plan)));
  std::ofstream(scratch / "a/segments/0.blocks") << "";
  const auto made = ex::write_results(plan, scratch / "a");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().what, ex::fault::not_read);
  EXPECT_TRUE(small::files_of(scratch / "a").empty());
}
TEST(SimulatedSessions, AreTheSameWithAnyNumberOfThreadsAndReplayed) {
  const auto plan = small::sessions(160);
  std::map<std::string, std::string> one;
  for (const unsigned threads : {1U, 2U, 5U}) {
    const small::scratch scratch;
    ASSERT_TRUE(ex::run(plan, scratch / "a", small::simulating(plan), {.threads = threads}));
    ASSERT_TRUE(ex::write_results(plan, scratch / "a"));
    const auto files = small::files_of(scratch / "a");
    if (threads == 1) one = files;
    EXPECT_EQ(files, one) << threads;
  }
  auto worker = small::simulating(plan)();
  for (const std::uint64_t number : {0U, 73U, 319U}) {
    ex::session_result alone{std::vector<std::int64_t>(plan.metrics.size()),
                             std::vector<std::string>(plan.files.size())};
    worker(plan.slot_of(number), alone);
    for (std::size_t i = 0; i < plan.files.size(); ++i)
      EXPECT_THAT(one.at(plan.files[i].name), HasSubstr(alone.pieces[i]));
  }
}
TEST(SimulatedSessions, OfASmallChangeArePairsAndTheIntervalCovers) {
  // The arms differ in one turn in fifty that is let go by. What they differ by is that of 40 times as many pairs.
  const auto run = [](std::uint64_t seed, std::uint64_t many) {
    auto plan = small::sessions(many, 64);
    plan.seed = seed;
    plan.files.clear();
    const small::scratch scratch;
    EXPECT_TRUE(ex::run(plan, scratch / "a", ex::simulate_with<small::P>(plan, small::picks_cast{}), {.threads = 2}));
    return ex::write_results(plan, scratch / "a")->contrasts[0];
  };
  const auto all = run(1, 2'560);
  EXPECT_GT(all.variance_reduction, 3);
  int covered = 0;
  for (std::uint64_t seed = 100; seed < 120; ++seed) covered += run(seed, 64).at_95.covers(all.at_95.estimate) ? 1 : 0;
  EXPECT_GE(covered, 16);
}

}  // namespace results_test
