// SPDX-License-Identifier: MIT
#include <balint/text/catalogue.hpp>
#include <balint/text/language.hpp>

#include <gtest/gtest.h>

namespace language_test {

TEST(Language, EachIsAColumnOfTheCatalogue) {
  EXPECT_EQ(balint::language_count, balint::catalogue[0].in.size());
  EXPECT_LT(static_cast<std::size_t>(balint::language::english), balint::language_count);
}

}  // namespace language_test
