// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/out_of_turn.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <set>

namespace out_of_turn_test {

namespace detail = balint::deviation::detail;
namespace dev = balint::deviation;
using balint::deviation::kind;
using support::planted_in;
using P = balint::student_group;

TEST(OutOfTurn, StrayWords) { EXPECT_EQ(planted_in(kind::stray_words), "sSlcC"); }
TEST(OutOfTurn, Excursion) { EXPECT_EQ(planted_in(kind::excursion), "sSlC"); }
TEST(OutOfTurn, EarlyAdvance) { EXPECT_EQ(planted_in(kind::early_advance), "sSlC"); }
TEST(OutOfTurn, QuickTurn) { EXPECT_EQ(planted_in(kind::quick_turn), "sSlcC"); }
TEST(OutOfTurn, LateAdvance) { EXPECT_EQ(planted_in(kind::late_advance), "sSlC"); }
TEST(OutOfTurn, BelatedAdvance) { EXPECT_EQ(planted_in(kind::belated_advance), "sSl"); }
TEST(OutOfTurn, LastStageBefore) { EXPECT_EQ(planted_in(kind::last_stage_before), "sSl"); }

/// How often a kind leads to different lists of codes in two hundred sessions.
std::set<std::vector<balint::code>> codes_of(kind what) {
  std::set<std::vector<balint::code>> all;
  for (std::uint64_t session = 0; session < 200; ++session) {
    const auto one = support::plant_in<P>(session, dev::planting::only(what)).all;
    std::vector<balint::code> found;
    for (const auto& must : one.expected.must) found.push_back(must.code);
    all.insert(std::move(found));
  }
  return all;
}
TEST(OutOfTurn, HasRowsThatDiffer) {
  using enum balint::code;
  const auto strays = codes_of(kind::stray_words);
  EXPECT_TRUE(strays.contains({wrong_stage, wrong_stage}));
  EXPECT_TRUE(strays.contains({wrong_stage}));  // around a pass
  const auto excursions = codes_of(kind::excursion);
  EXPECT_TRUE(excursions.contains({wrong_stage, stage_incomplete}));
  EXPECT_TRUE(excursions.contains({wrong_stage, stage_incomplete, stage_incomplete}));  // a turn never came
  EXPECT_TRUE(codes_of(kind::late_advance).contains({wrong_stage}));
  EXPECT_TRUE(codes_of(kind::belated_advance).contains({wrong_stage, wrong_stage, stage_incomplete, wrong_stage}));
  EXPECT_TRUE(codes_of(kind::last_stage_before).contains({wrong_stage, wrong_stage, stage_skipped}));
}
TEST(OutOfTurn, AsksWhatASessionIs) {
  const auto people = support::formed<P>().formed().value();
  const auto whole = support::trace<P>().whole();
  const dev::chronicle<P> c(people, std::span<const balint::event<P>>(whole.begin(), whole.size()));
  EXPECT_FALSE(detail::is_worked_before(c, 0));
  EXPECT_TRUE(detail::is_worked_before(c, 1));
  const auto idle = detail::idle_act(c, 1, 5);
  ASSERT_TRUE(idle);
  EXPECT_EQ(idle->act, (balint::act_id_of<balint::act::self_assess, P>));
}

}  // namespace out_of_turn_test
