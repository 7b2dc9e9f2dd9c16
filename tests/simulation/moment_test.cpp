// SPDX-License-Identifier: MIT
#include <balint/simulation/moment.hpp>
#include <balint/simulation/policies/talking.hpp>
#include <balint/simulation/view.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace moment_test {

namespace sim = balint::simulation;

template <typename P>
class Moment : public testing::Test {};
using all_protocols = testing::Types<balint::student_group, balint::staff_group, balint::led_staff_group,
                                     balint::classical_group, balint::case_consultation>;
TYPED_TEST_SUITE(Moment, all_protocols);

// `able` is told without asking the session about each person: whoever has a legal act of the stage is in it, and
// whoever is in it has one, unless it is for want of a target alone.
TYPED_TEST(Moment, AgreesWithTheSessionAboutWhoCanDoSomething) {
  using P = TypeParam;
  const auto people = support::formed<P>().formed().value();
  for (std::uint64_t session = 0; session < 20; ++session) {
    const auto all = support::play_willing<P>({.seed = 8, .session = session});
    balint::session<P> now(people);
    for (const auto& e : all.events) {
      sim::moment<P> seen;
      seen.look_at(now);
      ASSERT_EQ(seen.is_complete, now.is_complete());
      for (const auto who : people.people()) {
        const bool has_one = (now.legal_acts(who).bits() & sim::detail::acts_of_stage<P>[now.stage().index]) != 0;
        const bool is_able = ((seen.able >> who.index) & 1U) != 0;
        if (has_one) {
          ASSERT_TRUE(is_able) << name_of<P>(now.stage());
        }
        if (is_able && !has_one) {
          ASSERT_EQ(who, now.acting_leader()) << name_of<P>(now.stage());
        }
      }
      ASSERT_EQ(seen.owing & ~seen.able, 0U);
      ASSERT_TRUE(now.apply(e));
    }
  }
}

/// Somebody who passes, declines, leaves and comes back, so that every way of being able to do something comes up.
template <typename P>
sim::conduct<P> moving() {
  sim::talking<P> so;
  so.passes = balint::random::probability::of(1, 4);
  so.declines = balint::random::probability::of(1, 4);
  so.leaves = balint::random::probability::of(1, 20);
  return sim::conduct<P>(so);
}
/// Every target of an act that the session would accept, found by trying.
template <typename P>
std::vector<balint::target> found_by_trying(const sim::view<P>& seen, balint::act_id<P> what) {
  const auto kind = balint::target_of<P>(what);
  std::vector<balint::target> all;
  for (std::uint16_t number = 0; number < (kind == balint::target_kind::none ? 1 : 300); ++number) {
    const auto on = balint::detail::target_access::of(kind, number);
    if (seen.is_legal({what, on})) all.push_back(on);
  }
  return all;
}

// What is worked out once for everybody is what each would be told who asks for oneself.
TYPED_TEST(Moment, AgreesWithTheSessionAboutEachPerson) {
  using P = TypeParam;
  const auto people = support::formed<P>().formed().value();
  const sim::everybody players{moving<P>()};
  for (std::uint64_t number = 0; number < 6; ++number) {
    sim::simulated_session<P> running(people, {.seed = 9, .session = number}, {.max_events = 150});
    for (bool goes_on = true, is_last = false; !is_last;) {
      is_last = !goes_on;
      const auto& now = running.now();
      for (const auto who : people.people()) {
        const auto seen = running.seen_by(who);
        ASSERT_EQ(seen.legal_among(balint::act_set<P>{~std::uint64_t{0}}), now.legal_acts(who));
        std::vector<balint::obligation<P>> owed, expected;
        seen.each_owed([&](const balint::obligation<P>& one) { owed.push_back(one); });
        for (const auto& one : now.owed()) {
          if (seen.is_present() && one.by.contains(who)) expected.push_back(one);
        }
        ASSERT_TRUE(std::is_permutation(owed.begin(), owed.end(), expected.begin(), expected.end()));
        for (std::uint16_t i = 0; i < balint::act_count<P>; ++i) {
          std::vector<balint::target> targets;
          seen.each_target({i}, [&](balint::target on) { targets.push_back(on); });
          ASSERT_EQ(targets, found_by_trying(seen, {i})) << balint::name_of<P>(balint::act_id<P>{i});
        }
      }
      goes_on = running.step(players, [](const balint::event<P>&) {});
    }
  }
}
TYPED_TEST(Moment, AgreesWithEachAboutWhatPullsThem) {
  using P = TypeParam;
  const auto people = support::formed<P>().formed().value();
  const sim::everybody players{moving<P>()};
  for (std::uint64_t number = 0; number < 20; ++number) {
    sim::simulated_session<P> running(people, {.seed = 9, .session = number}, {.max_events = 150});
    do {
      for (const auto who : people.people()) {
        const auto seen = running.seen_by(who);
        const bool may = seen.is_able() && (seen.spoke_last() != who || seen.is_owing_alone());
        const sim::pulls expected{seen.spoke_before_last() == who, seen.is_owing(), seen.is_asked()};
        ASSERT_EQ(seen.pulls(), may ? expected : sim::pulls{});
      }
    } while (running.step(players, [](const balint::event<P>&) {}));
  }
}

}  // namespace moment_test
