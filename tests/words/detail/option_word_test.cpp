// SPDX-License-Identifier: MIT
// Options by number, as words.
#include <balint/words/detail/option_word.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace option_word_test {

using detail::option_reading;

std::uint16_t read(std::string_view word) {
  std::uint16_t number = 0;
  EXPECT_EQ(detail::read_option(word, number), option_reading::number) << word;
  return number;
}
option_reading refused(std::string_view word) {
  std::uint16_t number = 77;
  const auto why = detail::read_option(word, number);
  EXPECT_EQ(number, 77) << word;
  return why;
}

TEST(OptionWord, IsTheNumberOfEachOption) {
  for (unsigned n = 1; n <= max_options; ++n) {
    EXPECT_EQ(detail::option_word(n), std::to_string(n));
    EXPECT_EQ(read(std::to_string(n)), n);
  }
}
TEST(OptionWord, IsReadStrictly) {
  EXPECT_EQ(refused("0"), option_reading::out_of_range);
  EXPECT_EQ(refused("257"), option_reading::out_of_range);
  EXPECT_EQ(refused("99999999999999999999"), option_reading::out_of_range);
  for (const auto* word : {"", "one", "7x", " 7", "7 ", "+7", "-1", "7.0"})
    EXPECT_EQ(refused(word), option_reading::no_number) << word;
}

}  // namespace option_word_test
