// SPDX-License-Identifier: MIT
// A log that cannot be read, in one line for a person.
#include <gtest/gtest.h>

#include <balint/log/format_error.hpp>

namespace format_error_test {

using balint::format_error;

TEST(FormatError, NamesFileLineColumnWhatWasFoundAndWhatWasExpected) {
  EXPECT_EQ((format_error{"log.jsonl", 12, 9, "a number", "a text", 3}.message()),
            "log.jsonl:12:9: found a number, expected a text; 3 sessions were read whole before it");
}

TEST(FormatError, LeavesOutAColumnThatIsNotKnown) {
  EXPECT_EQ((format_error{"log.jsonl", 12, 0, "x", "y", 0}.message()),
            "log.jsonl:12: found x, expected y; 0 sessions were read whole before it");
}

TEST(FormatError, LeavesOutALineWhereTheWholeFileIsMeant) {
  EXPECT_EQ((format_error{"log.jsonl", 0, 0, "x", "y", 0}.message()),
            "log.jsonl: found x, expected y; 0 sessions were read whole before it");
}

TEST(FormatError, CountsOneSessionAsOne) {
  EXPECT_EQ((format_error{"l", 1, 0, "x", "y", 1}.message()),
            "l:1: found x, expected y; 1 session was read whole before it");
}

TEST(FormatError, IsOneLineInUtf8WhateverTheFileIsCalled) {
  EXPECT_EQ((format_error{"a\nb\xFF"
                          "c\xE2\x80\xA8.jsonl",
                          1, 0, "x", "y", 1}
                 .message()),
            "a\\u000ab\xEF\xBF\xBD"
            "c\\u2028.jsonl:1: found x, expected y; 1 session was read whole before it");
}

TEST(Shown, IsShortOnOneLineAndWithoutControlCharacters) {
  EXPECT_EQ(balint::shown("ask"), "ask");
  EXPECT_EQ(balint::shown("a\x1b[31m\nb"), "a?[31m?b");
  EXPECT_EQ(balint::shown("a\x7f"), "a?");
  // Terminals obey the control characters U+0080 to U+009F, too; U+00A0 is none.
  EXPECT_EQ(balint::shown("a\u009b31mb\u0080"), "a?31mb?");
  EXPECT_EQ(balint::shown("a\u00a0b"), "a\u00a0b");
  EXPECT_EQ(balint::shown(std::string(40, 'x')), std::string(40, 'x'));
  EXPECT_EQ(balint::shown(std::string(41, 'x')), std::string(40, 'x') + "…");
  // A letter of two bytes across the cut is left out whole.
  EXPECT_EQ(balint::shown(std::string(39, 'x') + "äy"), std::string(39, 'x') + "…");
}

}  // namespace format_error_test
