// SPDX-License-Identifier: MIT
// Snapshots that no session can have made are `impossible`, whatever part of them was forged.
#include <balint/session/snapshot.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace forged_snapshot_test {

using students = student_group;
using state = session_state<students>;

template <typename Act>
constexpr std::uint64_t bit_of = detail::bit(act_id_of<Act, students>.index);

/// Whether a session whose state is changed by hand is not taken back.
template <typename F>
constexpr bool is_impossible(const scene<students>& from, F forge) {
  auto forged = from->snapshot();
  forge(forged.state);
  const auto again = session<students>::restore(from->people(), forged);
  return from.is_sound() && !again && again.error() == snapshot_error::impossible;
}
template <typename F>
constexpr bool is_impossible_in_story(F forge) {
  return is_impossible(entering<students, stage::story>(), forge);
}
template <typename F>
constexpr bool is_impossible_in_assessment(F forge) {
  return is_impossible(entering<students, stage::assessment>(), forge);
}

TEST(ForgedSnapshot, NothingForgedComesBack) {
  BALINT_CHECK(!is_impossible_in_story([](state&) {}));
  BALINT_CHECK(!is_impossible_in_assessment([](state&) {}));
}

TEST(ForgedSnapshot, NumbersOutOfRange) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.stage = 6; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.ended = 3; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.worked |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.spare[1] = 1; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.cut |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.begun = 2; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.leader_weighed = 2; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.presenter = 6; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.options = 257; }));
}

TEST(ForgedSnapshot, PeopleOutsideTheGroup) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.present |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.gone |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.leaders |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.passed[0] |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.excused[0] |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.cases |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.cases_out |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.did[0] |= 1U << 6U; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.authors[0] = 6; }));
}

TEST(ForgedSnapshot, ActsAndRulesThatDoNotExist) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.happened |= detail::bit(act_count<students>); }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.open_flags |= detail::bit(rules_of<students>::size); }));
}

TEST(ForgedSnapshot, TimesThatDoNotRunForward) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.first_at = instant{5}; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.last_at = instant{5}; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) {
    s.first_at = instant{6};
    s.last_at = instant{5};
  }));
  BALINT_CHECK(is_impossible_in_story([](state& s) {
    s.first_at = instant{5};
    s.last_at = unstated;
  }));
}

TEST(ForgedSnapshot, WhoIsThereWithoutTheActThatMadeItSo) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.present &= ~std::uint64_t{1}; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.gone |= 1U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.passed[1] |= 1U; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.leaders = 1U << deputy.index; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.leaders = 0; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.open_flags = 1; }));
}

TEST(ForgedSnapshot, WhoWithdrewIsNotPresentAndTheirCaseIsOut) {
  constexpr auto gone = [] { return entering<students, stage::story>().did(boris, act::withdraw{}); };
  BALINT_CHECK(is_impossible(gone(), [](state& s) { s.present |= 1U << boris.index; }));
  BALINT_CHECK(is_impossible(gone(), [](state& s) { s.cases_out = 0; }));
}

TEST(ForgedSnapshot, AStageWithAPassWasWorkedIn) {
  constexpr auto passed = [] { return scene<students>().did(boris, act::pass{}); };
  BALINT_CHECK(is_impossible(passed(), [](state& s) { s.worked = 0; }));
}

TEST(ForgedSnapshot, OneLeaderAfterAHandOver) {
  constexpr auto handed = [] { return scene<students>().did(lead, act::hand_over{}, deputy); };
  BALINT_CHECK(is_impossible(handed(), [](state& s) { s.leaders |= 1U << lead.index; }));
  BALINT_CHECK(is_impossible(handed(), [](state& s) { s.leaders = 0; }));
}

TEST(ForgedSnapshot, ActsOfLaterStages) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.happened |= bit_of<act::self_assess>; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.stage = 0; }));
}

TEST(ForgedSnapshot, WhatHappenedWithoutWhatItLeaves) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.cases = 0; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.did[0] = 0; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.presenter = nobody.index; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.options = 0; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.happened &= ~bit_of<act::vote>; }));
}

TEST(ForgedSnapshot, EndsWithoutTheActThatEnds) {
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.ended = static_cast<std::uint8_t>(ending::terminated); }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.happened |= bit_of<act::terminate>; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.ended = static_cast<std::uint8_t>(ending::closed); }));
}

TEST(ForgedSnapshot, ClosedWithoutAClose) {
  EXPECT_TRUE(is_impossible(fulfilled<students, stage::self_assessment>(),
                            [](state& s) { s.ended = static_cast<std::uint8_t>(ending::closed); }));
}

TEST(ForgedSnapshot, SelectionsThatWereNotMade) {
  BALINT_CHECK(is_impossible(scene<students>(), [](state& s) { s.presenter = 0; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.happened &= ~bit_of<act::select_case>; }));
}

TEST(ForgedSnapshot, VotesForNothing) {
  constexpr auto without_boris = [] { return scene<students>().did(anna, act::present_case{}); };
  BALINT_CHECK(is_impossible(without_boris(), [](state& s) { s.votes[anna.index] = 2; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.votes[lead.index] = 1; }));
  BALINT_CHECK(is_impossible_in_story([](state& s) { s.votes[anna.index] = 65; }));
}

TEST(ForgedSnapshot, WeighingOfOptionsThatDoNotExist) {
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.weighed[0][0] = 0b100U; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.weighed[1][3] = 1; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.weighed_by_other[0] = 0b100U; }));
  BALINT_CHECK(is_impossible_in_assessment([](state& s) { s.authors[2] = 1; }));
}

}  // namespace forged_snapshot_test
