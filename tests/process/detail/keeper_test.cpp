// SPDX-License-Identifier: MIT
// What the keeper does to processes is tested with child.hpp; here is what it reads of /proc.
#include <balint/process/detail/keeper.hpp>

#include <gtest/gtest.h>

namespace keeper_test {

TEST(Keeper, ReadsTheParentWhateverAProcessIsCalled) {
  EXPECT_EQ(balint::detail::parent_in("7 (sh) S 42 7 7 0"), 42);
  EXPECT_EQ(balint::detail::parent_in("7 (a ) b) S 1) R 43 7 7 0"), 43);
  EXPECT_EQ(balint::detail::parent_in("7 (sh"), -1);
  EXPECT_EQ(balint::detail::parent_in(""), -1);
  EXPECT_EQ(balint::detail::parent_in("7 (sh)"), -1);
}
TEST(Keeper, TakesNumbersAloneForProcesses) {
  EXPECT_EQ(balint::detail::number_in("42"), 42);
  for (const auto* other : {"", "self", "4a", " 4", "99999999999999"}) EXPECT_EQ(balint::detail::number_in(other), -1);
}

}  // namespace keeper_test
