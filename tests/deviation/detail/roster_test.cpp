// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/roster.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace roster_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Roster, PersonTwice) { EXPECT_EQ(planted_in(kind::person_twice), "sSlcC"); }
TEST(Roster, Crowd) { EXPECT_EQ(planted_in(kind::crowd), "sSlcC"); }
TEST(Roster, FewParticipants) { EXPECT_EQ(planted_in(kind::few_participants), "sSlc"); }
TEST(Roster, NoLeader) { EXPECT_EQ(planted_in(kind::no_leader), "sSlcC"); }
TEST(Roster, SecondLeader) { EXPECT_EQ(planted_in(kind::second_leader), "sSlcC"); }
TEST(Roster, SupervisorInCircle) { EXPECT_EQ(planted_in(kind::supervisor_in_circle), "sSlc"); }
TEST(Roster, LeaderInCircle) { EXPECT_EQ(planted_in(kind::leader_in_circle), "s"); }
TEST(Roster, LeaderFromOutside) { EXPECT_EQ(planted_in(kind::leader_from_outside), "SC"); }
TEST(Roster, NoSupervisor) { EXPECT_EQ(planted_in(kind::no_supervisor), "S"); }
TEST(Roster, SupervisorProfession) { EXPECT_EQ(planted_in(kind::supervisor_profession), "S"); }
TEST(Roster, ConsentRefused) { EXPECT_EQ(planted_in(kind::consent_refused), "sSlcC"); }

}  // namespace roster_test
