// SPDX-License-Identifier: MIT
#include <balint/simulation/outcome.hpp>

#include <gtest/gtest.h>

namespace outcome_test {

using balint::simulation::is_truncated;
using balint::simulation::stop;

TEST(Stop, TellsBeingCutOffFromEnding) {
  static_assert(!is_truncated(stop::running) && !is_truncated(stop::closed) && !is_truncated(stop::terminated));
  static_assert(is_truncated(stop::truncated_by_events) && is_truncated(stop::truncated_by_time) &&
                is_truncated(stop::truncated_by_silence));
  EXPECT_EQ(name_of(stop::running), "running");
  EXPECT_EQ(name_of(stop::terminated), "terminated");
  EXPECT_EQ(name_of(stop::truncated_by_silence), "truncated_by_silence");
}

}  // namespace outcome_test
