// SPDX-License-Identifier: MIT
#include <balint/simulation/pulls.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace pulls_test {

namespace act = balint::act;
namespace stage = balint::stage;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna, support::boris, support::clara;

TEST(Pulls, AreThoseOfTheFloor) {
  const auto now = support::entering<P, stage::presentation>().now();
  sim::moment<P> seen;
  seen.look_at(now);
  const auto on = [&](balint::person_id who) { return sim::view<P>(now, seen, who).pulls(); };
  const auto turns = [&](balint::person_id who) { return sim::view<P>(now, seen, who).turns_listening(); };
  EXPECT_EQ(on(anna), sim::pulls(false, true, false));
  EXPECT_EQ(turns(anna), 0U);
  EXPECT_FALSE(on(support::watcher).is_candidate());
  seen.had_floor(clara);
  seen.had_floor(boris);
  seen.had_floor(anna);
  EXPECT_EQ(on(anna), sim::pulls{});
  EXPECT_EQ(on(boris), sim::pulls(true, true, false));
  EXPECT_EQ(turns(boris), 0U);
  EXPECT_EQ(on(clara), sim::pulls(false, true, false));
  EXPECT_EQ(turns(clara), 2U);
  seen.turn += sim::turns_remembered - 2;
  EXPECT_EQ(turns(clara), sim::turns_remembered);
  ++seen.turn;
  EXPECT_EQ(turns(clara), 0U);
}
TEST(Pulls, HaveAnIndexForEachCombination) {
  static_assert(sim::pulls(false, false, false).is_candidate() && sim::pulls(false, false, false).index() == 0);
  static_assert(sim::pulls(true, false, true).index() == 5 && sim::pulls(true, true, true).index() == 7);
  EXPECT_EQ(sim::pulls(true, true, true).index() + 1, sim::pulls::count);
}
TEST(Pulls, AreOnWhoIsAskedAndOnWhomTheStageWaitsForAlone) {
  auto scene = support::fulfilled<P, stage::story>();
  scene.did(boris, act::ask{});
  sim::moment<P> seen;
  seen.last_act = balint::act_id_of<act::ask, P>;
  const auto now = scene.now();
  seen.look_at(now);
  EXPECT_TRUE(sim::view<P>(now, seen, anna).pulls().asked());
  const auto alone = support::entering<P, stage::story>().now();
  sim::moment<P> after;
  after.look_at(alone);
  after.had_floor(anna);
  EXPECT_TRUE(sim::view<P>(alone, after, anna).pulls().is_candidate());
}
TEST(Pulls, AreWorkedOutForEachOfTheLargestGroup) {
  sim::pulls_on_all all;
  const std::uint64_t again = 0x8000'0000'0000'0001, open = 0xF0F0'F0F0'F0F0'F0F0, asked = 0xCCCC'CCCC'CCCC'CCCC;
  const std::uint64_t candidates = 0xFFFE'FFFF'FFFF'FF7F;
  all.work_out(64, again, open, asked, candidates);
  for (std::uint8_t i = 0; i < 64; ++i) {
    const auto is_in = [i](std::uint64_t set) { return ((set >> i) & 1U) != 0; };
    const sim::pulls expected{is_in(again), is_in(open), is_in(asked)};
    EXPECT_EQ(all[balint::person_id{i}], is_in(candidates) ? expected : sim::pulls{}) << int{i};
  }
}

}  // namespace pulls_test
