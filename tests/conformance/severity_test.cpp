// SPDX-License-Identifier: MIT
// How grave a finding is: the inviolable rules of the source, and all others.
#include <gtest/gtest.h>

#include <balint/balint.hpp>
#include <balint/conformance/severity.hpp>

using namespace balint;

namespace severity_test {

template <protocol P>
constexpr std::size_t inviolable_rules = [] {
  std::size_t n = 0;
  for (std::uint8_t i = 0; i < rules_of<P>::size; ++i)
    n += severity_of<P>(rule_id{i}) == severity::inviolable ? 1U : 0U;
  return n;
}();

TEST(Severity, IsInviolableForTheRulesThatNoGroupMayDoWithout) {
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::respect>), severity::inviolable);
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::no_criticism>), severity::inviolable);
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::confidentiality>), severity::inviolable);
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::leader_may_terminate>), severity::inviolable);
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::leader_enforces>), severity::inviolable);
  EXPECT_EQ(inviolable_rules<student_group>, 5U);
  EXPECT_EQ(inviolable_rules<staff_group>, 5U);
}

TEST(Severity, IsRequiredForAllOthers) {
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::stage_order>), severity::required);
  EXPECT_EQ(severity_of<student_group>(rule_of<student_group, rule::everyone_takes_part>), severity::required);
}

TEST(Severity, HasANameAndAnOrder) {
  EXPECT_EQ(name_of(severity::advisory), "advisory");
  EXPECT_EQ(name_of(severity::required), "required");
  EXPECT_EQ(name_of(severity::inviolable), "inviolable");
  EXPECT_LT(severity::advisory, severity::required);
  EXPECT_LT(severity::required, severity::inviolable);
}

}  // namespace severity_test
