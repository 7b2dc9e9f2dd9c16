// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/doubled.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

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
TEST(Doubled, AdvanceMayBePressedThrice) {
  std::set<std::uint64_t> times;
  for (std::uint64_t session = 0; session < 50; ++session) {
    const auto one =
        support::plant_in<balint::student_group>(session, balint::deviation::planting::only(kind::doubled_advance)).all;
    ASSERT_EQ(one.expected.must.size(), 1U);
    EXPECT_EQ(one.expected.must[0].times, one.deviations[0].with.number);
    times.insert(one.expected.must[0].times);
  }
  EXPECT_EQ(times, (std::set<std::uint64_t>{1, 2}));
}

}  // namespace doubled_test
