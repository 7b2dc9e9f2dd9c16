// SPDX-License-Identifier: MIT
// The rule behind each refusal.
#include <balint/session/rule_behind.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace rule_behind_test {

template <typename P>
class RuleBehind : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(RuleBehind, protocols);

TYPED_TEST(RuleBehind, EveryRefusalIsTheOneOfTheTable) {
  using P = TypeParam;
  constexpr auto all = [] {
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(code::stage_incomplete); ++i) {
      if (support::rule_name<P>(rule_behind<P>(code{i})) != support::rule_behind(code{i})) return false;
    }
    return true;
  };
  BALINT_CHECK(all());
  BALINT_CHECK(support::rule_name<P>(rule_behind<P>(code::stage_skipped)) == "stage_order");
}

TEST(RuleBehind, WhatIsSaidAfterATerminationIsHeldAgainstTheLeadersRight_RUL4) {
  using P = student_group;
  constexpr auto behind = [](act_id<P> act, bool terminated) {
    return support::rule_name<P>(rule_behind<P>(code::session_over, act, terminated));
  };
  BALINT_CHECK(behind(act_id_of<support::act::vote, P>, true) == "leader_may_terminate");
  BALINT_CHECK(behind(act_id_of<support::act::vote, P>, false).empty());
  BALINT_CHECK(behind(act_id_of<support::act::remind, P>, true).empty());
  BALINT_CHECK(behind(act_id<P>{0xFFFF}, true).empty());
}

}  // namespace rule_behind_test
