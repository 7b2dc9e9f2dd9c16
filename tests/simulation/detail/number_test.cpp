// SPDX-License-Identifier: MIT
#include <balint/simulation/detail/number.hpp>
#include <tests/simulation/playing.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <set>

namespace number_test {

using balint::simulation::detail::numbers_of;

TEST(Numbers, AreOfTheOfficeAndTheOrdinal) {
  const auto of = numbers_of(support::formed<balint::student_group>().formed().value());
  EXPECT_EQ(of[support::anna.index], 0);
  EXPECT_EQ(of[support::boris.index], 5);
  EXPECT_EQ(of[support::clara.index], 10);
  EXPECT_EQ(of[support::lead.index], 1);
  EXPECT_EQ(of[support::deputy.index], 2);
  EXPECT_EQ(of[support::watcher.index], 3);
  // Who leads and takes part is numbered as who leads.
  EXPECT_EQ(numbers_of(support::formed<balint::staff_group>().formed().value())[support::lead.index], 1);
}
TEST(Numbers, AreDifferentHoweverManyThereAre) {
  for (const std::size_t n : {2U, 12U, 49U, 50U, 51U, 52U, 60U}) {
    const auto people = support::circle_of(n);
    const auto of = numbers_of(people);
    std::set<std::uint8_t> numbers;
    for (std::size_t i = 0; i < people.size(); ++i) numbers.insert(of[i]);
    EXPECT_EQ(numbers.size(), n + 1) << n;
    EXPECT_FALSE(numbers.contains(balint::random::no_player));
  }
}

}  // namespace number_test
