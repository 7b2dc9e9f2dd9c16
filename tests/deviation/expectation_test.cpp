// SPDX-License-Identifier: MIT
#include <balint/deviation/expectation.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/vocabulary/act.hpp>

#include <gtest/gtest.h>

namespace expectation_test {

namespace dev = balint::deviation;
using P = balint::student_group;
using balint::code;
using balint::finding_class;

template <typename Act>
constexpr finding_class about(code what, bool after_termination = false) {
  return dev::class_of<P>(what, balint::act_id_of<Act, P>, after_termination);
}

TEST(ClassOf, IsThatOfThePage) {
  static_assert(about<balint::act::vote>(code::repeated) == finding_class::record);
  static_assert(about<balint::act::vote>(code::wrong_role) == finding_class::departure);
  static_assert(about<balint::act::vote>(code::wrong_stage) == finding_class::departure);
  static_assert(about<balint::act::advance>(code::wrong_stage) == finding_class::record);
  static_assert(about<balint::act::cut_short>(code::wrong_stage) == finding_class::record);
  static_assert(about<balint::act::close>(code::wrong_stage) == finding_class::departure);
  static_assert(about<balint::act::vote>(code::session_over, true) == finding_class::departure);
  static_assert(about<balint::act::note>(code::session_over, true) == finding_class::record);
  EXPECT_EQ(about<balint::act::vote>(code::session_over), finding_class::record);
  EXPECT_EQ(dev::class_of<P>(code::wrong_stage, {0xFFFF}, false), finding_class::departure);
}
TEST(Expectation, SaysWhereMoreMayBeFound) {
  dev::expectation all;
  EXPECT_FALSE(all.may_find_at(3));
  all.may = {{2, 2}, {5, 7}};
  EXPECT_TRUE(all.may_find_at(2) && all.may_find_at(7));
  EXPECT_FALSE(all.may_find_at(3) || all.may_find_at(8));
  EXPECT_EQ(name_of(all.verdict), "conforming");
  EXPECT_TRUE(all.breaches.empty());
  EXPECT_EQ(name_of(dev::expected_answer::none), "none");
  EXPECT_EQ(name_of(dev::expected_answer::terminated), "terminated");
}

}  // namespace expectation_test
