// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/lost_words.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace lost_words_test {

using balint::deviation::kind;
using support::planted_in;

TEST(LostWords, LostAdvance) { EXPECT_EQ(planted_in(kind::lost_advance), "sSlcC"); }
TEST(LostWords, LostClose) { EXPECT_EQ(planted_in(kind::lost_close), "sSlcC"); }
TEST(LostWords, LostOpen) { EXPECT_EQ(planted_in(kind::lost_open), "sSlcC"); }
TEST(LostWords, LostFreeAct) { EXPECT_EQ(planted_in(kind::lost_free_act), "sSlcC"); }
TEST(LostWords, LostReturn) { EXPECT_EQ(planted_in(kind::lost_return), "sSlcC"); }
TEST(LostWords, LostAbsence) { EXPECT_EQ(planted_in(kind::lost_absence), "sSlcC"); }

}  // namespace lost_words_test
