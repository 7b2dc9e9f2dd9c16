// SPDX-License-Identifier: MIT
#include <balint/calibration/limits.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace limits_test {

namespace cal = balint::calibration;

TEST(Limits, SayWhatNoRecordShowsAndWhy) {
  std::set<std::string_view> names;
  for (const auto& one : cal::not_identifiable) {
    EXPECT_FALSE(one.why.empty()) << one.name;
    names.insert(one.name);
  }
  for (const auto* name : {"gap_against_talk", "overlap", "wishing_to_speak_in_vain", "trust", "misunderstanding",
                           "quality_of_supervision", "loss_of_focus"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_EQ(names.size(), std::size(cal::not_identifiable));
}

}  // namespace limits_test
