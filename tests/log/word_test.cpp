// SPDX-License-Identifier: MIT
#include <balint/log/word.hpp>

#include <string>

#include "tests/support.hpp"

using namespace balint;

namespace word_test {

TEST(Word, IsOfSmallLettersDigitsAndUnderscores_RUL3) {
  BALINT_CHECK(is_word("a"));
  BALINT_CHECK(is_word("present_case"));
  BALINT_CHECK(is_word("z9_"));
  EXPECT_TRUE(is_word(std::string(40, 'a')));
  EXPECT_FALSE(is_word(std::string(41, 'a')));
}
TEST(Word, IsNothingElse_RUL3) {
  for (const auto* none : {"", "A", "Teacher", "1st", "_a", "a b", " a", "a ", "a-b", "a.b", "a\n", "a`", "a{", "a/",
                           "a:", "\xC3\xA4rztin", "a\xFF"})
    EXPECT_FALSE(is_word(none)) << none;
  EXPECT_FALSE(is_word(std::string_view("a\0b", 3)));
}

}  // namespace word_test
