// SPDX-License-Identifier: MIT
// Reasons not to write something to a log.
#include <balint/log/unwritable.hpp>

#include <gtest/gtest.h>

namespace unwritable_test {

TEST(Unwritable, EveryReasonHasItsName) {
  EXPECT_EQ(name_of(balint::unwritable::no_pseudonym), "no_pseudonym");
  EXPECT_EQ(name_of(balint::unwritable::no_office), "no_office");
  EXPECT_EQ(name_of(balint::unwritable::unknown_person), "unknown_person");
  EXPECT_EQ(name_of(balint::unwritable::unknown_act), "unknown_act");
  EXPECT_EQ(name_of(balint::unwritable::unknown_target), "unknown_target");
}

}  // namespace unwritable_test
