// SPDX-License-Identifier: MIT
#include <balint/protocol/detail/base_name.hpp>
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

namespace base_name_test {

using namespace balint;

TEST(BaseName, IsThatOfAnOfficeOfThePresenterOrOfAnyone) {
  EXPECT_EQ(detail::base_name<student_group>(0), "participant");
  EXPECT_EQ(detail::base_name<student_group>(student_group::offices::size), "presenter");
  EXPECT_EQ(detail::base_name<student_group>(student_group::offices::size + 1), "anyone");
  EXPECT_EQ(detail::base_name<case_consultation>(case_consultation::offices::size), "case_giver");
}

}  // namespace base_name_test
