// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace talking_test {

namespace act = balint::act;
namespace stage = balint::stage;
namespace sim = balint::simulation;
using P = balint::student_group;
using support::anna, support::boris, support::clara;

/// How often some act is recorded in 50 sessions of people who talk so.
template <typename Act>
std::size_t count(const sim::talking<P>& so) {
  std::size_t n = 0;
  for (std::uint64_t session = 0; session < 50; ++session) {
    const auto all =
        support::play<P>(support::circle_of(6), sim::everybody{sim::conduct<P>(so)}, {.seed = 6, .session = session});
    for (const auto& e : all.events) n += e.act == balint::act_id_of<Act, P> ? 1U : 0U;
  }
  return n;
}
TEST(Talking, LetsTurnsGoByDeclinesAndLeavesAsOftenAsItIsTold) {
  EXPECT_EQ(count<act::pass>({}), 0U);
  EXPECT_EQ(count<act::decline_case>({}), 0U);
  EXPECT_EQ(count<act::drop>({}), 0U);
  EXPECT_GT(count<act::pass>({.passes = balint::random::probability::of(1, 5)}), 50U);
  EXPECT_GT(count<act::decline_case>({.declines = balint::random::probability::of(1, 2)}), 10U);
  const sim::talking<P> leaving{.leaves = balint::random::probability::of(1, 20)};
  EXPECT_GT(count<act::drop>(leaving), 50U);
  EXPECT_GT(count<act::rejoin>(leaving), 30U);
}

/// The eagerness in a session with these having spoken.
std::uint32_t wants(const sim::talking<P>& so, balint::person_id who, sim::moment<P> seen = {},
                    const balint::session<P>& now = support::entering<P, stage::presentation>().now()) {
  seen.look_at(now);
  return sim::talker<P>(so).eagerness(sim::view<P>(now, seen, who)).weight;
}
TEST(Talking, AddsUpWhatPullsToTheFloor) {
  sim::talking<P> so{.base = {}, .again = sim::log_weight{2 << 16}, .recent = {}, .open = sim::log_weight{1 << 16}};
  const auto once = sim::eagerness::once_a_second;
  EXPECT_EQ(wants(so, anna), 2 * once);
  sim::moment<P> after;
  after.last = anna, after.before_last = boris;
  EXPECT_EQ(wants(so, anna, after), 0U);
  EXPECT_EQ(wants(so, boris, after), 8 * once);
  EXPECT_EQ(wants(so, clara, after), 2 * once);
  so.recent = sim::log_weight{2 << 16};
  after.turn = 5, after.turn_of[boris.index] = 4, after.turn_of[clara.index] = 3;
  EXPECT_EQ(wants(so, boris, after), 32 * once);
  EXPECT_EQ(wants(so, clara, after), 4 * once);
  so.in_stage[0] = sim::log_weight{-(1 << 16)};
  EXPECT_EQ(wants(so, clara, after), 2 * once);
  EXPECT_EQ(wants(so, support::watcher, after), 0U);
}
TEST(Talking, GoesOnAloneWhereTheStageWaitsForNobodyElse) {
  sim::moment<P> after;
  after.last = anna;
  EXPECT_GT(wants({}, anna, after, support::entering<P, stage::story>().now()), 0U);
}
TEST(Talking, IsPulledByAQuestion) {
  auto scene = support::fulfilled<P, stage::story>();
  scene.did(boris, act::ask{});
  const sim::talking<P> so{.base = {}, .open = {}, .asked = sim::log_weight{3 << 16}};
  sim::moment<P> after;
  EXPECT_EQ(wants(so, anna, after, scene.now()), sim::eagerness::once_a_second);
  after.last_act = balint::act_id_of<act::ask, P>;
  EXPECT_EQ(wants(so, anna, after, scene.now()), 8 * sim::eagerness::once_a_second);
}

// Two policies that differ a little, with the same draws: their minutes differ little, as only who speaks draws anew.
TEST(Talking, OfPairsThatDifferALittleDiffersLittle) {
  const auto people = support::circle_of(12);
  const auto minutes = [&](std::uint32_t passes, std::uint64_t session) {
    const sim::conduct<P> one(sim::talking<P>{.passes = balint::random::probability::of(passes, 1'000)});
    const auto all = support::play<P>(people, sim::everybody{one}, {.seed = 1, .session = session});
    return static_cast<double>(all.result.length.milliseconds) / 60'000;
  };
  constexpr int n = 300;
  double a = 0, aa = 0, b = 0, bb = 0, d = 0, dd = 0;
  for (std::uint64_t session = 0; session < n; ++session) {
    const double x = minutes(20, session);
    const double y = minutes(25, session);
    a += x, aa += x * x, b += y, bb += y * y, d += x - y, dd += (x - y) * (x - y);
  }
  const auto variance = [](double sum, double squares) { return squares / n - sum * sum / n / n; };
  EXPECT_GT((variance(a, aa) + variance(b, bb)) / variance(d, dd), 30);
}

}  // namespace talking_test
