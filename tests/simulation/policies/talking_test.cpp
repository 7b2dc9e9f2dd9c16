// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cmath>
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
  EXPECT_EQ(wants(so, boris, after), 8 * once);  // `again` says it already
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

// Two policies that differ a little, with the same draws: their minutes differ little, as only who speaks draws
// anew, leading has a clock of its own, and each stage has draws of its own.
TEST(Talking, OfPairsThatDifferALittleDiffersLittle) {
  const auto people = support::circle_of(12);
  const auto minutes = [&](const sim::talking<P>& so, std::size_t of, std::uint64_t session) {
    sim::each_person<sim::conduct<P>> players;
    for (std::size_t i = 0; i < of; ++i) players.plays[i + 1] = sim::conduct<P>(so);
    const auto all = support::play<P>(people, players, {.seed = 1, .session = session});
    return static_cast<double>(all.result.length.milliseconds) / 60'000;
  };
  const auto reduction_of = [](const auto& one, const auto& other) {
    constexpr int n = 300;
    double a = 0, aa = 0, b = 0, bb = 0, d = 0, dd = 0;
    for (std::uint64_t session = 0; session < n; ++session) {
      const double x = one(session);
      const double y = other(session);
      a += x, aa += x * x, b += y, bb += y * y, d += x - y, dd += (x - y) * (x - y);
    }
    const auto variance = [](double sum, double squares) { return squares / n - sum * sum / n / n; };
    return (variance(a, aa) + variance(b, bb)) / variance(d, dd);
  };
  const sim::talking<P> so;
  const auto as_ever = [&](auto session) { return minutes(so, 12, session); };
  const auto passing = [&](std::uint32_t often) {
    return [&, often](auto session) {
      return minutes({.passes = balint::random::probability::of(often, 1'000)}, 12, session);
    };
  };
  EXPECT_GT(reduction_of(passing(20), passing(25)), 300);
  // Everybody talks 1.1 times as much; one of them does; one talks 1.5 times as much.
  const auto times = [&](double factor, std::size_t of) {
    sim::talking<P> more;
    more.base = sim::log_weight::of(-2.0 + std::log(factor));
    return [&, more, of](auto session) { return minutes(more, of, session); };
  };
  EXPECT_GT(reduction_of(as_ever, times(1.1, 12)), 60);
  EXPECT_GT(reduction_of(as_ever, times(1.1, 1)), 100);
  EXPECT_GT(reduction_of(as_ever, times(1.5, 1)), 60);
}

}  // namespace talking_test
