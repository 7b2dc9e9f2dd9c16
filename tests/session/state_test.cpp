// SPDX-License-Identifier: MIT
// The state of a session as plain numbers.
#include <balint/session/state.hpp>
#include <type_traits>

#include "tests/support.hpp"

using namespace balint;

namespace state_test {

template <typename P>
class State : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(State, protocols);

TYPED_TEST(State, IsPlainDataWithoutPadding) {
  using P = TypeParam;
  BALINT_CHECK(std::is_trivially_copyable_v<session_state<P>>);
  BALINT_CHECK(std::is_standard_layout_v<session_state<P>>);
  BALINT_CHECK(std::has_unique_object_representations_v<session_state<P>>);
}

TYPED_TEST(State, BeginsWithNothingKnown) {
  using P = TypeParam;
  BALINT_CHECK(session_state<P>{}.presenter == nobody.index);
  BALINT_CHECK(session_state<P>{}.first_at == unstated && session_state<P>{}.last_at == before_all);
  BALINT_CHECK(session_state<P>{} == session_state<P>{});
}

TEST(State, HasRoomForOptionsWhereTheProtocolMakesThem) {
  BALINT_CHECK(detail::option_capacity<student_group> == 256);
  BALINT_CHECK(detail::option_capacity<classical_group> == 0);
  BALINT_CHECK(sizeof(session_state<classical_group>) < sizeof(session_state<student_group>));
}

}  // namespace state_test
