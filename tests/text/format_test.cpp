// SPDX-License-Identifier: MIT
#include <balint/text/format.hpp>

#include <gtest/gtest.h>

namespace format_test {

TEST(Format, WritesCodesVerdictsAndEndingsByName) {
  EXPECT_EQ(fmt::format("{}", balint::code::stage_incomplete), "stage_incomplete");
  EXPECT_EQ(fmt::format("{}", balint::advisory_code::dual_role), "dual_role");
  EXPECT_EQ(fmt::format("{} and {}", balint::verdict::different, balint::verdict::in_progress),
            "different and in_progress");
  EXPECT_EQ(fmt::format("{}", balint::ending::running), "running");
  EXPECT_EQ(fmt::format("{}", balint::ending::closed), "closed");
  EXPECT_EQ(fmt::format("{}", balint::ending::terminated), "terminated");
  EXPECT_EQ(fmt::format("{}", balint::snapshot_error::impossible), "impossible");
  EXPECT_EQ(fmt::format("{}", balint::restore_error{balint::snapshot_error::other_group}), "other_group");
  EXPECT_EQ(fmt::format("{}", balint::restore_error{balint::snapshot_error::impossible, "the_stage_exists"}),
            "impossible: the_stage_exists");
}

}  // namespace format_test
