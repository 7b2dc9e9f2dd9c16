// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/worker.hpp>
#include <tests/experiment/small.hpp>

#include <gtest/gtest.h>

#include <span>

namespace worker_test {

namespace ex = balint::experiment;

constexpr auto by_block = [](std::span<const ex::slot>, std::span<ex::session_result>) {};
static_assert(ex::session_worker<small::draws_numbers> && !ex::block_worker<small::draws_numbers>);
static_assert(ex::block_worker<decltype(by_block)> && !ex::session_worker<decltype(by_block)>);
static_assert(ex::worker<small::draws_numbers> && ex::worker<decltype(by_block)> && !ex::worker<int>);
static_assert(ex::makes_workers<decltype(small::drawing(std::declval<const ex::plan&>()))>);
static_assert(!ex::makes_workers<small::draws_numbers>);

TEST(Worker, IsOfSessionsOrOfBlocks) { EXPECT_TRUE(ex::worker<decltype(by_block)>); }

}  // namespace worker_test
