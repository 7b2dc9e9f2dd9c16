// SPDX-License-Identifier: MIT
#include <balint/simulation/choice.hpp>

#include <gtest/gtest.h>

namespace choice_test {

using balint::simulation::choice;

TEST(Choice, IsSilenceUnlessAnActIsNamed) {
  static_assert(choice{}.is_silence() && choice::silence() == choice{});
  static_assert(!choice{{0}, 0}.is_silence());
  EXPECT_NE((choice{{0}, 0}), (choice{{0}, 1}));
}

}  // namespace choice_test
