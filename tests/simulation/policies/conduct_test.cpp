// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

namespace conduct_test {

namespace sim = balint::simulation;
using P = balint::student_group;
using support::circle_of, support::play;

/// How many of 100 sessions' events are the first participant's, who behaves so among the willing.
std::size_t turns_of_one(const sim::conduct<P>& one) {
  sim::each_person<sim::conduct<P>> players;
  players.plays[1] = one;
  std::size_t turns = 0;
  for (std::uint64_t session = 0; session < 100; ++session) {
    for (const auto& e : play<P>(circle_of(6), players, {.seed = 2, .session = session}).events)
      turns += e.by.index == 1 && e.act != balint::act_id_of<balint::act::pass, P> ? 1U : 0U;
  }
  return turns;
}
TEST(Conduct, OfTheDominantSpeaksMoreAndOfTheReticentLess) {
  const auto willing = turns_of_one(sim::willing<P>());
  EXPECT_GT(turns_of_one(sim::often_speaking<P>()), willing * 5 / 4);
  EXPECT_LT(turns_of_one(sim::seldom_speaking<P>()), willing * 4 / 5);
}
TEST(Conduct, ParametersOfThoseThatShipCanBeStartedFrom) {
  constexpr auto usual = sim::talking<P>{};
  static_assert(sim::talking_seldom<P>().base < usual.base && sim::talking_often<P>().base > usual.base);
  static_assert(sim::talking_seldom<P>().passes == balint::random::probability::of(1, 5));
  EXPECT_EQ(turns_of_one(sim::conduct<P>(sim::talking_often<P>())), turns_of_one(sim::often_speaking<P>()));
  EXPECT_EQ(turns_of_one(sim::conduct<P>(sim::talking_seldom<P>())), turns_of_one(sim::seldom_speaking<P>()));
}
TEST(Conduct, OfAnyKindClosesWithoutAFinding) {
  for (const auto& one : {sim::willing<P>(), sim::seldom_speaking<P>(), sim::often_speaking<P>()}) {
    for (std::uint64_t session = 0; session < 20; ++session) {
      const auto all =
          play<P>(support::formed<P>().formed().value(), sim::everybody{one}, {.seed = 3, .session = session});
      EXPECT_EQ(all.result.why, sim::stop::closed);
      EXPECT_EQ(support::findings_in(all.events), 0U);
    }
  }
}

}  // namespace conduct_test
