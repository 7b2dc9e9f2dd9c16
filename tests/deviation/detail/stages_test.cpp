// SPDX-License-Identifier: MIT
// Each kind is planted in every protocol where it can be, and the judge finds what is expected and nothing else.
#include <balint/deviation/detail/stages.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace stages_test {

using balint::deviation::kind;
using support::planted_in;

TEST(Stages, StageLeftOut) { EXPECT_EQ(planted_in(kind::stage_left_out), "sSlcC"); }
TEST(Stages, StagePassedOver) { EXPECT_EQ(planted_in(kind::stage_passed_over), "sSlcC"); }
TEST(Stages, StagesSwapped) { EXPECT_EQ(planted_in(kind::stages_swapped), "sSlcC"); }
TEST(Stages, ClosedEarly) { EXPECT_EQ(planted_in(kind::closed_early), "sSlcC"); }
/// Whether one of a hundred sessions with a kind in it has such a parameter and such codes.
bool has(kind what, std::uint64_t number, const std::vector<balint::code>& codes) {
  for (std::uint64_t session = 0; session < 100; ++session) {
    const auto one = support::plant_in<balint::student_group>(session, balint::deviation::planting::only(what)).all;
    std::vector<balint::code> found;
    for (const auto& must : one.expected.must) found.push_back(must.code);
    if (!one.deviations.empty() && one.deviations[0].with.number == number && found == codes) return true;
  }
  return false;
}
TEST(Stages, ClosedEarlyMayGoOn) {
  using enum balint::code;
  EXPECT_TRUE(has(kind::closed_early, 0, {wrong_stage, stage_skipped}));
  EXPECT_TRUE(has(kind::closed_early, 1, {wrong_stage, stage_skipped, session_over}));
}
TEST(Stages, StageLeftOutMayHaveItsWordsLate) {
  // Of the story: two words out of turn show that the group is at the proposals.
  bool is_late = false;
  for (std::uint64_t session = 0; session < 100; ++session) {
    const auto one =
        support::plant_in<balint::student_group>(session, balint::deviation::planting::only(kind::stage_left_out)).all;
    is_late = is_late || (one.expected.must.size() == 2 && one.expected.must[0].times == 2);
  }
  EXPECT_TRUE(is_late);
}

}  // namespace stages_test
