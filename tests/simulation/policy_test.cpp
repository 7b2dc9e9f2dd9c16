// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
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

static_assert(sim::policy_with_drives<sim::conduct<P>, P>);

/// Says and does what a conduct does, but does not tell leading from talking.
struct undivided {
  sim::conduct<P> kept;
  sim::eagerness eagerness(const sim::view<P>& seen) const { return kept.eagerness(seen); }
  template <typename Draws>
  sim::choice<P> decide(const sim::view<P>& seen, Draws& from) const {
    return kept.decide(seen, from);
  }
  template <typename Draws>
  std::uint32_t hold(const sim::view<P>& seen, sim::choice<P> what, Draws& from) const {
    return kept.hold(seen, what, from);
  }
};
static_assert(sim::policy<undivided, P> && !sim::policy_with_drives<undivided, P>);

// Three answers are enough: sessions are led all the same, in one's own time.
TEST(Policy, NeedNotTellLeadingFromTalking) {
  const auto people = support::formed<P>().formed().value();
  const sim::player_of<P, undivided> one(undivided{});
  sim::company<P> behind;
  for (std::size_t i = 0; i < people.size(); ++i) behind.plays[i] = &one;
  for (std::uint64_t session = 0; session < 20; ++session) {
    const auto all = support::play<P>(people, sim::everybody<undivided>{}, {.session = session});
    EXPECT_EQ(all.result.why, sim::stop::closed);
    EXPECT_EQ(support::findings_in(all.events), 0U);
    EXPECT_EQ(support::play<P>(people, behind, {.session = session}).events, all.events);
  }
}

TEST(Company, HasSomebodySilentOnAnEmptyChair) {
  const auto people = support::formed<P>().formed().value();
  const sim::player_of<P, sim::conduct<P>> one(sim::willing<P>());
  sim::company<P> all;
  all.plays[support::lead.index] = &one;
  const auto played = support::play<P>(people, all, {.session = 1}, {.max_events = 20});
  for (const auto& e : played.events) EXPECT_EQ(e.by, support::lead);
  const sim::company<P> nobody_at_all;
  EXPECT_EQ(support::play<P>(people, nobody_at_all, {}).result.why, sim::stop::truncated_by_silence);
}

}  // namespace policy_test
