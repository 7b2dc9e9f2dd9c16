// SPDX-License-Identifier: MIT
#include <balint/random/purpose.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string_view>

namespace purpose_test {

using balint::random::name_of;
using balint::random::purpose;
using balint::random::purpose_count;

// They are part of every counter: another number would change every simulated session.
TEST(Purposes, KeepTheirNumbers) {
  EXPECT_EQ(static_cast<int>(purpose::floor), 0);
  EXPECT_EQ(static_cast<int>(purpose::act), 1);
  EXPECT_EQ(static_cast<int>(purpose::target), 2);
  EXPECT_EQ(static_cast<int>(purpose::hold), 3);
  EXPECT_EQ(static_cast<int>(purpose::absence), 4);
  EXPECT_EQ(static_cast<int>(purpose::deviation_choose), 5);
  EXPECT_EQ(static_cast<int>(purpose::deviation_place), 6);
  EXPECT_EQ(static_cast<int>(purpose::design), 7);
}
TEST(Purposes, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < purpose_count; ++i) names.insert(name_of(static_cast<purpose>(i)));
  EXPECT_EQ(names.size(), purpose_count);
  EXPECT_EQ(name_of(purpose::deviation_place), "deviation_place");
}

}  // namespace purpose_test
