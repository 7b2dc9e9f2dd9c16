// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace policy_test {

namespace sim = balint::simulation;
using P = balint::student_group;

static_assert(sim::policy<sim::conduct<P>, P>);
static_assert(!sim::policy<int, P>);

// Held statically or behind a virtual call, one policy for all or one for each: the same session.
TEST(Policy, PlaysTheSameHoweverItIsHeld) {
  const auto people = support::formed<P>().formed().value();
  const balint::random::address where{.seed = 4, .session = 1};
  const auto all = support::play<P>(people, sim::everybody{sim::willing<P>()}, where);
  sim::each_person<sim::conduct<P>> each;
  const sim::player_of<P, sim::conduct<P>> one(sim::willing<P>());
  sim::company<P> behind;
  for (std::size_t i = 0; i < people.size(); ++i) behind.plays[i] = &one;
  EXPECT_EQ(support::play<P>(people, each, where).events, all.events);
  EXPECT_EQ(support::play<P>(people, behind, where).events, all.events);
}

}  // namespace policy_test
