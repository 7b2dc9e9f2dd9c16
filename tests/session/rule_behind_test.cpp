// SPDX-License-Identifier: MIT
// The rule behind each refusal.
#include <balint/session/rule_behind.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace rule_behind_test {

template <typename P>
class RuleBehind : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RuleBehind, protocols);

TYPED_TEST(RuleBehind, EveryRefusalIsTheOneOfTheTable) {
  using P = TypeParam;
  constexpr auto all = [] {
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(code::stage_incomplete); ++i) {
      if (name_of<P>(rule_behind<P>(code{i})) != support::rule_behind(code{i})) return false;
    }
    return true;
  };
  BALINT_CHECK(all());
}

}  // namespace rule_behind_test
