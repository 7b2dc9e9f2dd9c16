// SPDX-License-Identifier: MIT
#include <balint/group/advisory.hpp>

#include <gtest/gtest.h>

namespace advisory_test {

using namespace balint;

constexpr bool advisories_differ_in_code_and_people() {
  const advisory one{advisory_code::passed, person_set{0b10}};
  return one == advisory{advisory_code::passed, person_set{0b10}} &&
         one != advisory{advisory_code::dual_role, person_set{0b10}} &&
         one != advisory{advisory_code::passed, person_set{0b01}};
}
static_assert(advisories_differ_in_code_and_people());
TEST(Advisory, DiffersFromAnotherInCodeAndPeople) { EXPECT_TRUE(advisories_differ_in_code_and_people()); }

constexpr bool errors_differ_in_code_rule_and_people() {
  const formation_error one{code::no_leader, {14}, person_set{0b10}};
  return one == formation_error{code::no_leader, {14}, person_set{0b10}} &&
         one != formation_error{code::several_leaders, {14}, person_set{0b10}} &&
         one != formation_error{code::no_leader, {13}, person_set{0b10}} &&
         one != formation_error{code::no_leader, {14}, {}};
}
static_assert(errors_differ_in_code_rule_and_people());
TEST(FormationError, DiffersFromAnotherInCodeRuleAndPeople) { EXPECT_TRUE(errors_differ_in_code_rule_and_people()); }

}  // namespace advisory_test
