// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/changed.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace changed_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Changed, MisattributedTurn) { EXPECT_EQ(planted_in(kind::misattributed_turn), "sSlC"); }
TEST(Changed, MisattributedMove) { EXPECT_EQ(planted_in(kind::misattributed_move), "sSlcC"); }
TEST(Changed, ClockBack) { EXPECT_EQ(planted_in(kind::clock_back), "sSlcC"); }
TEST(Changed, ClockForward) { EXPECT_EQ(planted_in(kind::clock_forward), "sSlcC"); }
TEST(Changed, TimeMissing) { EXPECT_EQ(planted_in(kind::time_missing), "sSlcC"); }
TEST(Changed, Commuted) { EXPECT_EQ(planted_in(kind::commuted), "sSlcC"); }
TEST(Changed, EarlyTurn) { EXPECT_EQ(planted_in(kind::early_turn), "sSlC"); }
TEST(Changed, LateTurn) { EXPECT_EQ(planted_in(kind::late_turn), "sSlC"); }
TEST(Changed, EarlySelection) { EXPECT_EQ(planted_in(kind::early_selection), "sSl"); }

}  // namespace changed_test
