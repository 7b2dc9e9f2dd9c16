// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/inserted.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <utility>

namespace inserted_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Inserted, Outsider) { EXPECT_EQ(planted_in(kind::outsider), "sSlcC"); }
TEST(Inserted, UnknownWord) { EXPECT_EQ(planted_in(kind::unknown_word), "sSlcC"); }
TEST(Inserted, ForeignRole) { EXPECT_EQ(planted_in(kind::foreign_role), "sSlcC"); }
TEST(Inserted, EarlyWord) { EXPECT_EQ(planted_in(kind::early_word), "sSlcC"); }
TEST(Inserted, UnknownOption) { EXPECT_EQ(planted_in(kind::unknown_option), "sSl"); }
TEST(Inserted, UnknownCase) { EXPECT_EQ(planted_in(kind::unknown_case), "sSl"); }
TEST(Inserted, SurplusPass) { EXPECT_EQ(planted_in(kind::surplus_pass), "sSlC"); }
TEST(Inserted, SurplusReturn) { EXPECT_EQ(planted_in(kind::surplus_return), "sSlcC"); }
TEST(Inserted, SurplusLead) { EXPECT_EQ(planted_in(kind::surplus_lead), "S"); }
TEST(Inserted, SurplusAdvance) { EXPECT_EQ(planted_in(kind::surplus_advance), "sSlcC"); }
TEST(Inserted, LateOpen) { EXPECT_EQ(planted_in(kind::late_open), "sSlcC"); }
TEST(Inserted, OwnCaseSelected) { EXPECT_EQ(planted_in(kind::own_case_selected), "S"); }
TEST(Inserted, UnsupportedCase) { EXPECT_EQ(planted_in(kind::unsupported_case), "sSl"); }
TEST(Inserted, TooManyOptions) { EXPECT_EQ(planted_in(kind::too_many_options), "sSl"); }
TEST(Inserted, UnattendedMove) { EXPECT_EQ(planted_in(kind::unattended_move), "S"); }
TEST(Inserted, FlagIgnored) { EXPECT_EQ(planted_in(kind::flag_ignored), "sSlcC"); }
TEST(Inserted, FlagAnswered) { EXPECT_EQ(planted_in(kind::flag_answered), "sSlcC"); }
TEST(Inserted, FlaggedAgain) { EXPECT_EQ(planted_in(kind::flagged_again), "sSlcC"); }
TEST(Inserted, ActAfterLeaving) { EXPECT_EQ(planted_in(kind::act_after_leaving), "sSlcC"); }
TEST(Inserted, CloseByOther) { EXPECT_EQ(planted_in(kind::close_by_other), "sSlcC"); }
TEST(Inserted, TerminatedEarly) { EXPECT_EQ(planted_in(kind::terminated_early), "sSlcC"); }
TEST(Inserted, ActAfterEnd) { EXPECT_EQ(planted_in(kind::act_after_end), "sSlcC"); }
TEST(Inserted, ActAfterClose) { EXPECT_EQ(planted_in(kind::act_after_close), "sSlcC"); }

TEST(Inserted, FlagsAreBreachesAnsweredOrNot) {
  using balint::deviation::expected_answer;
  std::set<std::pair<expected_answer, expected_answer>> answers;
  for (std::uint64_t session = 0; session < 100; ++session) {
    const auto one =
        support::plant_in<balint::student_group>(session, balint::deviation::planting::only(kind::flagged_again));
    const auto& breaches = one.all.expected.breaches;
    if (breaches.size() == 2) answers.emplace(breaches[0].answer, breaches[1].answer);
  }
  EXPECT_TRUE(answers.contains({expected_answer::none, expected_answer::none}));
  EXPECT_TRUE(answers.contains({expected_answer::reminder, expected_answer::none}));
}

}  // namespace inserted_test
