// SPDX-License-Identifier: MIT
#include <balint/simulation/moment.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

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

}  // namespace moment_test
