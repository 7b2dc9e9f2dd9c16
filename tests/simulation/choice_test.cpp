// SPDX-License-Identifier: MIT
#include <balint/simulation/choice.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

namespace choice_test {

using choice = balint::simulation::choice<balint::student_group>;

TEST(Choice, IsSilenceUnlessAnActIsNamed) {
  static_assert(choice{}.is_silence() && choice::silence() == choice{});
  static_assert(!choice{{0}, 0}.is_silence());
  EXPECT_NE((choice{{0}, 0}), (choice{{0}, 1}));
}

}  // namespace choice_test
