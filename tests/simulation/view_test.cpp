// SPDX-License-Identifier: MIT
#include <balint/simulation/view.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace view_test {

namespace act = balint::act;
namespace stage = balint::stage;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna, support::boris, support::clara, support::lead, support::watcher;

sim::moment<P> moment_of(const balint::session<P>& now) {
  sim::moment<P> seen;
  seen.look_at(now);
  return seen;
}

TEST(View, ShowsTheRoom) {
  const auto now = support::entering<P, stage::story>().now();
  const auto seen = moment_of(now);
  const sim::view<P> mine(now, seen, boris);
  EXPECT_EQ(mine.stage(), now.stage());
  EXPECT_EQ(mine.presenter(), anna);
  EXPECT_EQ(mine.acting_leader(), lead);
  EXPECT_EQ(mine.present(), now.present());
  EXPECT_EQ(mine.cases(), now.cases());
  EXPECT_EQ(mine.legal_acts(), now.legal_acts(boris));
  EXPECT_FALSE(mine.is_able());
  EXPECT_TRUE(sim::view<P>(now, seen, anna).is_able());
  EXPECT_TRUE(sim::view<P>(now, seen, anna).is_owing_alone());
  EXPECT_TRUE(sim::view<P>(now, seen, watcher).may_observe());
  EXPECT_FALSE(mine.may_observe());
}
TEST(View, KeepsFromOthersWhatIsTheLeadersAlone) {
  auto scene = support::entering<P, stage::presentation>();
  scene.did(anna, act::pass{});
  const auto now = scene.now();
  const auto seen = moment_of(now);
  EXPECT_EQ(sim::view<P>(now, seen, lead).passed().size(), 1U);
  EXPECT_EQ(sim::view<P>(now, seen, lead).waits_for().size(), 2U);
  EXPECT_TRUE(sim::view<P>(now, seen, boris).passed().empty());
  EXPECT_TRUE(sim::view<P>(now, seen, boris).waits_for().empty());
  const auto done = support::fulfilled<P, stage::presentation>().now();
  const auto then = moment_of(done);
  EXPECT_TRUE(sim::view<P>(done, then, lead).is_complete());
  EXPECT_FALSE(sim::view<P>(done, then, boris).is_complete());
}
TEST(View, ShowsNothingToWhoIsAway) {
  auto scene = support::entering<P, stage::story>();
  scene.did(boris, act::drop{});
  const auto now = scene.now();
  const auto seen = moment_of(now);
  const sim::view<P> away(now, seen, boris);
  EXPECT_FALSE(away.is_present());
  EXPECT_TRUE(away.present().empty());
  EXPECT_TRUE(away.cases().empty());
  EXPECT_TRUE(away.open_flags().empty());
  EXPECT_EQ(away.presenter(), balint::nobody);
  EXPECT_EQ(away.acting_leader(), balint::nobody);
  EXPECT_EQ(away.spoke_last(), balint::nobody);
  EXPECT_FALSE(away.is_able());
  EXPECT_TRUE(away.legal_acts().contains(balint::act_id_of<act::rejoin, P>));
}
TEST(View, ExpandsTargetsThatAreLegalAlone) {
  const auto now = support::entering<P, stage::selection>().now();
  const auto seen = moment_of(now);
  std::vector<balint::target> targets;
  sim::view<P>(now, seen, anna).each_target(balint::act_id_of<act::vote, P>, [&](balint::target t) {
    targets.push_back(t);
  });
  EXPECT_EQ(targets,
            (std::vector<balint::target>{balint::case_id{anna}, balint::case_id{boris}, balint::case_id{clara}}));
  targets.clear();
  sim::view<P>(now, seen, lead).each_target(balint::act_id_of<act::select_case, P>, [&](balint::target t) {
    targets.push_back(t);
  });
  EXPECT_TRUE(targets.empty());
  sim::view<P>(now, seen, lead).each_target({999}, [](balint::target) { FAIL(); });
}
// What the stage will wait for, but cannot be done yet, keeps nobody waiting.
TEST(View, CallsOwingWhoCanDoWhatIsOwed) {
  const auto now = support::entering<P, stage::selection>().now();
  const auto seen = moment_of(now);
  EXPECT_TRUE(sim::view<P>(now, seen, lead).is_able());  // to vote
  EXPECT_FALSE(sim::view<P>(now, seen, lead).is_owing());
  EXPECT_TRUE(sim::view<P>(now, seen, anna).is_owing());
}
TEST(View, KnowsWhatRepliesToTheLastAct) {
  auto scene = support::fulfilled<P, stage::story>();
  scene.did(boris, act::ask{});
  sim::moment<P> seen;
  seen.last_act = balint::act_id_of<act::ask, P>;
  const auto now = scene.now();
  seen.look_at(now);
  EXPECT_TRUE(sim::view<P>(now, seen, anna).is_asked());
  EXPECT_FALSE(sim::view<P>(now, seen, clara).is_asked());
}

}  // namespace view_test
