// SPDX-License-Identifier: MIT
// Texts from outside on one line and in UTF-8.
#include <balint/log/plain_text.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

using balint::first_character;
using balint::is_control;
using balint::plain_line;

namespace plain_text_test {

constexpr bool is_read(std::string_view text, char32_t value) {
  const auto found = first_character(text);
  return found.value == value && found.bytes == text.size();
}
constexpr bool characters_of_every_length() {
  return is_read("a", U'a') && is_read("\x7F", 0x7F) && is_read("\xC2\x80", 0x80) && is_read("\xDF\xBF", 0x7FF) &&
         is_read("\xE0\xA0\x80", 0x800) && is_read("\xED\x9F\xBF", 0xD7FF) && is_read("\xEE\x80\x80", 0xE000) &&
         is_read("\xEF\xBF\xBF", 0xFFFF) && is_read("\xF0\x90\x80\x80", 0x10000) &&
         is_read("\xF4\x8F\xBF\xBF", 0x10FFFF) && first_character("\xD0\x90z").bytes == 2;
}
static_assert(characters_of_every_length());
TEST(FirstCharacter, IsReadWithAnyNumberOfBytes) { EXPECT_TRUE(characters_of_every_length()); }

TEST(FirstCharacter, IsNoneWhereTheBytesAreNotUtf8) {
  // Nothing, alone, cut short, longer than need be, surrogates, beyond the last character.
  for (const std::string_view text : {"", "\x80", "\xBF", "\xC3", "\xC3z", "\xE2\x82", "\xE2\x82z", "\xF0\x9F\x98",
                                      "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xED\xA0\x80",
                                      "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_EQ(first_character(text).bytes, 0U);
  }
  EXPECT_EQ(first_character(std::string_view("\0", 1)).bytes, 1U);
}

TEST(Control, IsWhatDoesSomethingToTheTextAroundIt) {
  for (const char32_t c : {U'\0', U'\xA', U'\x1F', U'\x7F', U'\x80', U'\x85', U'\x9F', U'\x2028', U'\x2029', U'\x202A',
                           U'\x202E', U'\x2066', U'\x2069'})
    EXPECT_TRUE(is_control(c)) << static_cast<unsigned>(c);
  for (const char32_t c : {U'\x20', U'\x7E', U'\xA0', U'\x2027', U'\x202F', U'\x2065', U'\x206A', U'\x430', U'\x1F600'})
    EXPECT_FALSE(is_control(c)) << static_cast<unsigned>(c);
}

TEST(PlainLine, KeepsWhatIsText) {
  EXPECT_EQ(plain_line(""), "");
  EXPECT_EQ(plain_line("Анна's \\ \xF0\x9F\x98\x80"), "Анна's \\ \xF0\x9F\x98\x80");
}
TEST(PlainLine, EscapesControls) {
  EXPECT_EQ(plain_line("a\nb\tc\r\x1B[31m\x7F"), R"(a\u000ab\u0009c\u000d\u001b[31m\u007f)");
  EXPECT_EQ(plain_line("a\xC2\x85\xC2\x9F\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAE"), R"(a\u0085\u009f\u2028\u2029\u202e)");
  EXPECT_EQ(plain_line(std::string_view("\0", 1)), R"(\u0000)");
}
TEST(PlainLine, IsUtf8WhateverTheTextIs) {
  const std::string replaced = "\xEF\xBF\xBD";
  EXPECT_EQ(plain_line("log\xFF.csv"), "log" + replaced + ".csv");
  EXPECT_EQ(plain_line("\xE2\x82"), replaced + replaced);
  EXPECT_EQ(plain_line("\xED\xA0\x80"), replaced + replaced + replaced);
}

}  // namespace plain_text_test
