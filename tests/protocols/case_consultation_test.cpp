// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace case_consultation_test {

using namespace balint;
using P = case_consultation;

constexpr bool has_eight_stages() {
  return P::order::names == std::array<std::string_view, 8>{"casting",   "account",     "questions", "hypotheses",
                                                            "statement", "suggestions", "decision",  "exchange"};
}
static_assert(has_eight_stages() && P::name == "case_consultation");
TEST(CaseConsultation, HasItsEightStagesInOrder) { EXPECT_TRUE(has_eight_stages()); }

constexpr bool the_case_giver_is_outside_for_hypotheses_and_suggestions() {
  for (std::size_t i = 0; i < P::order::size; ++i) {
    const bool outside = P::order::names[i] == "hypotheses" || P::order::names[i] == "suggestions";
    if ((detail::table_of<P>.stages[i].outside != 0) != outside) return false;
  }
  return !permits<P, stage::hypotheses, act::hypothesise, role::case_giver> &&
         !permits<P, stage::suggestions, act::suggest, role::case_giver>;
}
static_assert(the_case_giver_is_outside_for_hypotheses_and_suggestions());
TEST(CaseConsultation, PutsTheCaseGiverOutsideForHypothesesAndSuggestions) {
  EXPECT_TRUE(the_case_giver_is_outside_for_hypotheses_and_suggestions());
}

constexpr bool each_has_their_own_part() {
  return permits<P, stage::casting, act::take_case, role::participant> &&
         permits<P, stage::account, act::tell_story, role::case_giver> &&
         permits<P, stage::account, act::state_question, role::case_giver> &&
         !permits<P, stage::account, act::ask, role::participant> &&
         permits<P, stage::questions, act::ask, role::participant> &&
         !permits<P, stage::questions, act::ask, role::case_giver> &&
         permits<P, stage::questions, act::answer, role::case_giver> &&
         permits<P, stage::hypotheses, act::hypothesise, role::participant> &&
         !permits<P, stage::hypotheses, act::suggest, role::participant> &&
         permits<P, stage::statement, act::comment, role::case_giver> &&
         !permits<P, stage::statement, act::comment, role::participant> &&
         permits<P, stage::suggestions, act::suggest, role::participant> &&
         permits<P, stage::decision, act::decide, role::case_giver> &&
         !permits<P, stage::decision, act::decide, role::moderator> &&
         permits<P, stage::exchange, act::share, role::participant>;
}
static_assert(each_has_their_own_part());
TEST(CaseConsultation, GivesEachTheirOwnPart) { EXPECT_TRUE(each_has_their_own_part()); }

constexpr bool has_no_supervisor() {
  return !P::offices::has<role::supervisor> && !P::offices::has<role::leader> && P::offices::has<role::moderator> &&
         permits<P, stage::decision, act::advance, role::moderator> &&
         permits<P, stage::decision, act::cut_short, role::moderator> &&
         permits<P, stage::decision, act::flag, role::moderator> &&
         permits<P, stage::decision, act::flag, role::participant>;
}
static_assert(has_no_supervisor());
TEST(CaseConsultation, IsGuidedByAModeratorOfTheGroup) { EXPECT_TRUE(has_no_supervisor()); }

}  // namespace case_consultation_test
