// SPDX-License-Identifier: MIT
#include <balint/simulation/draws.hpp>
#include <balint/simulation/policies/holding.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace holding_test {

namespace act = balint::act;
namespace sim = balint::simulation;
using P = balint::student_group;

TEST(Holding, TakesItsMedianOnAverage) {
  const sim::holding<P> so;
  sim::draws from({.seed = 1}, 0);
  int longer = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto took = so({balint::act_id_of<act::tell_story, P>}, from);
    longer += took > 600'000 ? 1 : 0;
    ASSERT_GT(took, 120'000U);
    ASSERT_LT(took, 3'000'000U);
  }
  EXPECT_NEAR(longer, 5'000, 200);
}
TEST(Holding, IsOfEachActOfTheProtocol) {
  const sim::holding<P> so;
  EXPECT_EQ((so.of_act[balint::act_id_of<act::advance, P>.index].median), 3'000U);
  EXPECT_EQ((so.of_act[balint::act_id_of<act::vote, P>.index].median), 3'000U);
  EXPECT_EQ((so.of_act[balint::act_id_of<act::propose, P>.index].median), 20'000U);
  sim::draws from({.seed = 1}, 0);
  EXPECT_EQ(so({{999}}, from), 0U);
}

}  // namespace holding_test
