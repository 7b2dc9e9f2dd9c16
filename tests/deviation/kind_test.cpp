// SPDX-License-Identifier: MIT
#include <balint/deviation/kind.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace kind_test {

namespace dev = balint::deviation;

TEST(Kind, HasANameOfItsOwnAndAnOrigin) {
  std::set<std::string_view> names;
  for (std::size_t k = 0; k < dev::kind_count; ++k) {
    const auto what = static_cast<dev::kind>(k);
    EXPECT_TRUE(names.insert(name_of(what)).second) << name_of(what);
    EXPECT_EQ(origin_of(what) == dev::origin::nothing, what == dev::kind::none);
  }
  EXPECT_EQ(name_of(dev::kind::lost_case), "lost_case");
  EXPECT_EQ(name_of(dev::kind::closed_early), "closed_early");
  EXPECT_EQ(name_of(dev::kind::stages_swapped), "stages_swapped");
  EXPECT_EQ(name_of(dev::kind::early_advance), "early_advance");
  EXPECT_EQ(name_of(dev::kind::belated_advance), "belated_advance");
  EXPECT_EQ(name_of(dev::kind::last_stage_before), "last_stage_before");
  EXPECT_EQ(name_of(dev::kind::consent_refused), "consent_refused");
  EXPECT_EQ(name_of(dev::origin::behaviour), "behaviour");
  static_assert(dev::is_of_roster(dev::kind::crowd) && !dev::is_of_roster(dev::kind::stages_swapped));
}

}  // namespace kind_test
