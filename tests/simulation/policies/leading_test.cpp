// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policies/leading.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace leading_test {

namespace act = balint::act;
namespace sim = balint::simulation;
using support::play;

template <balint::protocol P>
std::size_t count(const support::played<P>& all, balint::act_id<P> what) {
  std::size_t n = 0;
  for (const auto& e : all.events) n += e.act == what ? 1U : 0U;
  return n;
}
template <balint::protocol P, typename Act>
std::size_t count(const sim::leading& so) {
  std::size_t n = 0;
  for (std::uint64_t session = 0; session < 100; ++session) {
    n += count<P>(
        play<P>(support::formed<P>().formed().value(), sim::everybody{sim::willing<P>(so)}, {.session = session}),
        balint::act_id_of<Act, P>);
  }
  return n;
}
using P = balint::student_group;

TEST(Leading, ReactsToSilence) {
  const auto minutes = [](sim::eagerness moves_on) {
    std::int64_t all = 0;
    for (std::uint64_t session = 0; session < 50; ++session) {
      const auto one = play<P>(support::formed<P>().formed().value(),
                               sim::everybody{sim::willing<P>({.moves_on = moves_on})}, {.session = session});
      all += one.result.length.in_minutes();
    }
    return all;
  };
  EXPECT_LT(minutes(sim::eagerness::once_in(100)), minutes(sim::eagerness::once_in(8'000)));
  EXPECT_LT(minutes(sim::eagerness::once_in(8'000)), minutes(sim::eagerness::once_in(60'000)));
}
TEST(Leading, LetsAStageLastAsLongAsItIsTold) {
  const auto all = play<P>(support::formed<P>().formed().value(),
                           sim::everybody{sim::willing<P>({.shortest_stage_minutes = 15})}, {});
  EXPECT_EQ(all.result.why, sim::stop::closed);
  EXPECT_GE(all.result.length.in_minutes(), 6 * 15);
}
TEST(Leading, CutsAStageShortThatLastsTooLong) {
  EXPECT_EQ((count<P, act::cut_short>({})), 0U);
  EXPECT_GT((count<P, act::cut_short>({.longest_stage_minutes = 2})), 20U);
}
TEST(Leading, BringsBackHandsOverAndTerminatesAsOftenAsItIsTold) {
  const auto often = sim::eagerness::once_in(60'000);
  EXPECT_GT((count<P, act::refocus>({.refocuses = often})), 50U);
  EXPECT_EQ((count<P, act::refocus>({.refocuses = {}})), 0U);
  EXPECT_EQ((count<P, act::hand_over>({})), 0U);
  EXPECT_GT((count<P, act::hand_over>({.hands_over = often})), 10U);
  EXPECT_EQ((count<P, act::terminate>({})), 0U);
  EXPECT_GT((count<P, act::terminate>({.terminates = often})), 20U);
}
// The case of who leads was chosen: another one leads, then it is selected.
TEST(Leading, HandsOverWhereTheCaseIsTheLeadersOwn) { EXPECT_GT((count<balint::staff_group, act::hand_over>({})), 5U); }
TEST(Leading, RemindsOfWhatIsFlagged) {
  const auto people = support::formed<P>().formed().value();
  balint::session<P> now(people);
  ASSERT_TRUE(now.record<act::flag>(support::anna, balint::rule_of<P, balint::rule::respect>));
  sim::moment<P> seen;
  seen.look_at(now);
  sim::draws from({}, 0);
  const auto what = sim::detail::lead(sim::leading{.refocuses = {}}, sim::view<P>(now, seen, support::lead), from);
  EXPECT_EQ(what, (sim::choice<P>{balint::act_id_of<act::remind, P>, balint::rule_of<P, balint::rule::respect>}));
}

}  // namespace leading_test
