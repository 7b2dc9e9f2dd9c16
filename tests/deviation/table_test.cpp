// SPDX-License-Identifier: MIT
#include <balint/deviation/table.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

#include <set>

namespace table_test {

namespace dev = balint::deviation;
using P = balint::student_group;

TEST(Table, HasNoRowForAControlAndForTheRoster) {
  const auto people = support::formed<P>().formed().value();
  const auto whole = support::trace<P>().whole();
  const dev::chronicle<P> c(people, std::span<const balint::event<P>>(whole.begin(), whole.size()));
  EXPECT_FALSE(dev::plan_of(dev::kind::none, c, 0));
  EXPECT_FALSE(dev::plan_of(dev::kind::crowd, c, 0));
  EXPECT_FALSE(dev::plan_of(dev::kind::outsider, c, whole.size()));
  const auto p = dev::plan_of(dev::kind::lost_vote, c, 4);
  ASSERT_TRUE(p);
  ASSERT_EQ(p->must.size(), 1U);
  EXPECT_EQ(p->must[0].code, balint::code::too_early);
  EXPECT_EQ(p->must[0].at, (dev::place{7, -1}));
}
// Every code that a judge can give of a protocol that ships is that of some row.
TEST(Table, ReachesEveryCode) {
  std::set<balint::code> reached;
  support::each_protocol(balint::all_protocols{}, [&]<typename Q>() {
    for (std::size_t k = 1; k < dev::kind_count; ++k) {
      for (std::uint64_t n = 0; n < 40; ++n) {
        const auto one = support::plant_in<Q>(n, dev::planting::only(static_cast<dev::kind>(k)));
        for (const auto& must : one.all.expected.must) reached.insert(must.code);
      }
    }
  });
  for (std::size_t i = 0; i < balint::code_count; ++i) {
    const auto one = static_cast<balint::code>(i);
    EXPECT_EQ(reached.contains(one), one != balint::code::condition_broken) << balint::name_of(one);
  }
}

}  // namespace table_test
