// SPDX-License-Identifier: MIT
#include <balint/deviation/chronicle.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace chronicle_test {

namespace dev = balint::deviation;

// It reads a session from its events alone; the session itself says the same at each.
TEST(Chronicle, StandsWhereTheSessionDoes) {
  support::each_protocol(balint::all_protocols{}, []<typename P>() {
    const auto people = support::formed<P>().formed().value();
    for (std::uint64_t n = 0; n < 100; ++n) {
      const auto events = support::clean_session<P>(people, {.seed = 3, .session = n});
      const dev::chronicle<P> c(people, events);
      balint::session<P> now(people);
      for (std::size_t i = 0; i < events.size(); ++i) {
        ASSERT_EQ(c.before(i).stage, now.stage().index);
        ASSERT_EQ(c.before(i).presenter, now.presenter());
        ASSERT_EQ(c.before(i).present, now.present().bits());
        ASSERT_EQ(c.before(i).cases, now.cases().bits());
        ASSERT_EQ(c.before(i).options, now.option_count());
        if (const auto leader = c.leader_at(i); leader != balint::nobody) {
          ASSERT_EQ(leader, now.acting_leader());
        }
        ASSERT_TRUE(now.apply(events[i]));
      }
      EXPECT_EQ(c.is_closed(), now.end() == balint::ending::closed);
      EXPECT_EQ(c.is_terminated(), now.end() == balint::ending::terminated);
    }
  });
}
TEST(Chronicle, KnowsWhenAStageWasLeft) {
  using P = balint::student_group;
  const auto people = support::formed<P>().formed().value();
  const auto whole = support::trace<P>().whole();
  const dev::chronicle<P> c(people, std::span<const balint::event<P>>(whole.begin(), whole.size()));
  EXPECT_EQ(c.left(0), 3U);
  EXPECT_EQ(c.entered(1), 4U);
  EXPECT_EQ(c.left(5), whole.size() - 1);
  EXPECT_TRUE(c.is_closed());
  EXPECT_TRUE(c.works_without(0, 0));
  EXPECT_FALSE(c.works_without(5, c.entered(5)));
}

}  // namespace chronicle_test
