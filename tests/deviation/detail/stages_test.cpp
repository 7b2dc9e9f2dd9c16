// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/stages.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace stages_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Stages, StageLeftOut) { EXPECT_EQ(planted_in(kind::stage_left_out), "sSlcC"); }
TEST(Stages, StagePassedOver) { EXPECT_EQ(planted_in(kind::stage_passed_over), "sSlcC"); }
TEST(Stages, StagesSwapped) { EXPECT_EQ(planted_in(kind::stages_swapped), "sSlcC"); }
TEST(Stages, ClosedEarly) { EXPECT_EQ(planted_in(kind::closed_early), "sSlcC"); }

}  // namespace stages_test
