// SPDX-License-Identifier: MIT
// The parts of sentences; free text is not shown.
#include <balint/words/detail/sentence.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace sentence_test {

TEST(Quoted, ShowsWordsAndNoFreeText_RUL3) {
  EXPECT_EQ(detail::quoted("bors"), "\"bors\"");
  EXPECT_EQ(detail::quoted("Boris told us"), "a text that is no word");
  EXPECT_EQ(detail::quoted(""), "a text that is no word");
}
TEST(InARow, HasCommasBetween) {
  EXPECT_EQ(detail::in_a_row({"anna", "boris"}), "anna, boris");
  EXPECT_EQ(detail::in_a_row({}), "");
}
TEST(Hint, NamesTheNearestOrAll) {
  EXPECT_EQ(detail::hint("boris", {"anna", "boris"}), "; the nearest is \"boris\"");
  EXPECT_EQ(detail::hint("", {"anna", "boris"}), "; known: anna, boris");
  EXPECT_EQ(detail::hint("", {}), "");
}
TEST(Owned, CopiesWords) {
  const std::array<std::string_view, 2> words{"a", "b"};
  EXPECT_EQ(detail::owned(words), (std::vector<std::string>{"a", "b"}));
}

}  // namespace sentence_test
