// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/block_result.hpp>
#include <tests/experiment/small.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <expected>
#include <span>
#include <string>

namespace block_result_test {

namespace ex = balint::experiment;

TEST(BlockComputer, PutsSessionsInTheirOrderThenArms) {
  const auto plan = small::numbers(1000);
  ex::block_computer computes(plan, small::draws_numbers{&plan});
  const auto& made = computes(plan.block_at(3));
  EXPECT_EQ(made.number, 3U);
  EXPECT_EQ(made.size, 64U);
  ASSERT_EQ(made.pieces.size(), 1U);
  std::string all;
  for (std::uint64_t session = 64; session < 128; ++session) {
    for (std::uint32_t arm = 0; arm < 2; ++arm) {
      ex::session_result one{{0, 0}, {""}};
      small::draws_numbers{&plan}({1, arm, session}, one);
      all += one.pieces[0];
    }
  }
  EXPECT_EQ(made.pieces[0], all);
  EXPECT_EQ(ex::accumulator::read(plan, made.sums)->count(), 64U);
  EXPECT_EQ(computes(plan.block_at(31)).size, 1000U % 64);
}
TEST(BlockComputer, TakesAWorkerOfWholeBlocks) {
  const auto plan = small::numbers(1000);
  const auto together = [&](std::span<const ex::slot> slots, std::span<ex::session_result> results) {
    for (std::size_t i = slots.size(); i > 0; --i) small::draws_numbers{&plan}(slots[i - 1], results[i - 1]);
  };
  ex::block_computer one_by_one(plan, small::draws_numbers{&plan});
  ex::block_computer at_once(plan, together);
  for (const std::uint64_t i : {0U, 7U, 31U}) EXPECT_EQ(at_once(plan.block_at(i)), one_by_one(plan.block_at(i)));
}
TEST(BlockComputer, SaysWhyAWorkerCouldNotComputeABlock) {
  const auto plan = small::numbers(1000);
  const auto worker = [&](std::span<const ex::slot> slots,
                          std::span<ex::session_result>) -> std::expected<void, ex::failure> {
    if (slots[0].session >= 64) return std::unexpected(ex::failure{ex::fault::not_read, "no answer"});
    return {};
  };
  static_assert(ex::fallible_worker<decltype(worker)>);
  ex::block_computer computes(plan, worker);
  EXPECT_EQ(computes(plan.block_at(0)).size, 64U);
  EXPECT_FALSE(computes.why_not());
  (void)computes(plan.block_at(2));
  ASSERT_TRUE(computes.why_not());
  EXPECT_EQ(computes.why_not()->text, "no answer");
}
TEST(BlockComputer, StartsEachSessionFromNothing) {
  auto plan = small::numbers(64);
  plan.design = {};
  plan.arms = {"one"};
  plan.contrasts = {};
  ex::block_computer computes(plan, [](const ex::slot& which, ex::session_result& out) {
    out.values[0] += 1;
    if (which.session % 2 == 0) out.pieces[0] += 'x';
  });
  const auto& made = computes(plan.block_at(0));
  EXPECT_EQ(made.pieces[0], std::string(32, 'x'));
  EXPECT_TRUE(ex::accumulator::read(plan, made.sums)->of(0, 0).sum == 64);
}
TEST(BlockResult, IsReadAsItWasWritten) {
  auto plan = small::numbers(64);
  plan.files.push_back({.name = "other"});
  const ex::block_result made{.number = 0, .size = 64, .sums = "sums", .pieces = {"", "piece"}};
  std::string bytes;
  made.write(bytes);
  EXPECT_EQ(ex::block_result::read(plan, plan.block_at(0), 4, bytes), made);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(ex::block_result::read(plan, plan.block_at(0), 4, std::string_view(bytes).substr(0, size)));
  EXPECT_FALSE(ex::block_result::read(plan, plan.block_at(0), 4, bytes + 'x'));
}

}  // namespace block_result_test
