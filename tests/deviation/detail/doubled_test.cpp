// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/doubled.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace doubled_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Doubled, DoubledTurn) { EXPECT_EQ(planted_in(kind::doubled_turn), "sSlcC"); }
TEST(Doubled, DoubledAdvance) { EXPECT_EQ(planted_in(kind::doubled_advance), "sSlcC"); }
TEST(Doubled, DoubledClose) { EXPECT_EQ(planted_in(kind::doubled_close), "sSlcC"); }
TEST(Doubled, DoubledOption) { EXPECT_EQ(planted_in(kind::doubled_option), "sSl"); }
TEST(Doubled, DoubledFree) { EXPECT_EQ(planted_in(kind::doubled_free), "sSlcC"); }
TEST(Doubled, DoubledPass) { EXPECT_EQ(planted_in(kind::doubled_pass), "sSlC"); }
TEST(Doubled, DoubledAbsence) { EXPECT_EQ(planted_in(kind::doubled_absence), "sSlcC"); }
TEST(Doubled, DoubledReturn) { EXPECT_EQ(planted_in(kind::doubled_return), "sSlcC"); }
TEST(Doubled, DoubledOpen) { EXPECT_EQ(planted_in(kind::doubled_open), "sSlcC"); }

}  // namespace doubled_test
