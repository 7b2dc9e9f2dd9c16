// SPDX-License-Identifier: MIT
#include <balint/experiment/blocks/failure.hpp>

#include <gtest/gtest.h>

namespace failure_test {

namespace ex = balint::experiment;
static_assert(ex::name_of(ex::fault::bad_plan) == "bad_plan");
static_assert(ex::name_of(ex::fault::not_read) == "not_read");
static_assert(ex::name_of(ex::fault::interrupted) == "interrupted");

TEST(Fault, HasAName) { EXPECT_EQ(ex::name_of(ex::fault::other_scenario), "other_scenario"); }

}  // namespace failure_test
