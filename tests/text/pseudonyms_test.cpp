// SPDX-License-Identifier: MIT
#include <balint/text/pseudonyms.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace pseudonyms_test {

TEST(Pseudonyms, NamePeopleByPosition) {
  static constexpr std::array<std::string_view, 2> ids{"anna", "boris"};
  constexpr balint::pseudonyms names{.ids = ids, .outsider = "p99"};
  EXPECT_EQ(names({0}), "anna");
  EXPECT_EQ(names({1}), "boris");
  EXPECT_EQ(names({2}), "p99");
  EXPECT_EQ(names(balint::nobody), "p99");
}

TEST(Pseudonyms, KnowNoLineUnlessTold) {
  EXPECT_EQ(balint::pseudonyms{}.line, 0U);
  EXPECT_EQ(balint::pseudonyms{}(balint::nobody), "somebody outside the group");
}

}  // namespace pseudonyms_test
