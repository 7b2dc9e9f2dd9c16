// SPDX-License-Identifier: MIT
// All of a state is among its numbers, each once.
#include <balint/words/detail/state_numbers.hpp>

#include <array>
#include <bit>

#include "tests/support.hpp"

using namespace balint;

namespace state_numbers_test {

template <typename P>
class StateNumbers : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(StateNumbers, protocols);

TYPED_TEST(StateNumbers, AreAllOfTheState) {
  using state = session_state<TypeParam>;
  BALINT_CHECK(detail::state_bytes<TypeParam> == sizeof(state));
  state s;
  std::size_t count = 0;
  detail::each_number(s, [&](auto& one) {
    one = static_cast<std::remove_reference_t<decltype(one)>>(-1);
    ++count;
  });
  EXPECT_GT(count, 100U);
  for (const auto byte : std::bit_cast<std::array<std::uint8_t, sizeof(state)>>(s)) EXPECT_EQ(byte, 0xFF);
}

}  // namespace state_numbers_test
