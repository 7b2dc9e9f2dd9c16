// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/lost.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace lost_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Lost, LostCase) { EXPECT_EQ(planted_in(kind::lost_case), "sSlc"); }
TEST(Lost, LostVote) { EXPECT_EQ(planted_in(kind::lost_vote), "sSl"); }
TEST(Lost, LostSelection) { EXPECT_EQ(planted_in(kind::lost_selection), "sSlcC"); }
TEST(Lost, LostAcceptance) { EXPECT_EQ(planted_in(kind::lost_acceptance), "sSl"); }
TEST(Lost, LostStory) { EXPECT_EQ(planted_in(kind::lost_story), "sSlcC"); }
TEST(Lost, LostStep) { EXPECT_EQ(planted_in(kind::lost_step), "sSlcC"); }
TEST(Lost, LostTurn) { EXPECT_EQ(planted_in(kind::lost_turn), "C"); }
TEST(Lost, LostOption) { EXPECT_EQ(planted_in(kind::lost_option), "sSl"); }
TEST(Lost, LostWeighing) { EXPECT_EQ(planted_in(kind::lost_weighing), "sSl"); }
TEST(Lost, LostPass) { EXPECT_EQ(planted_in(kind::lost_pass), "sSlC"); }

}  // namespace lost_test
