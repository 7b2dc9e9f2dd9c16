// SPDX-License-Identifier: MIT
// Texts as JSON writes them.
#include <balint/log/json_text.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace json_text_test {

TEST(JsonText, IsQuotedAndEscaped) {
  EXPECT_EQ(balint::to_json("anna"), R"("anna")");
  EXPECT_EQ(balint::to_json("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(balint::to_json("\n\x01"), R"("\u000a\u0001")");
  EXPECT_EQ(balint::to_json("Анна"), R"("Анна")");
}
TEST(JsonText, HasNoControlThatEndsALineSomewhere) {
  EXPECT_EQ(balint::to_json("a\x7F"
                            "b\xC2\x85"
                            "c\xE2\x80\xA8"
                            "d\xE2\x80\xA9"),
            R"("a\u007fb\u0085c\u2028d\u2029")");
  EXPECT_EQ(balint::to_json(std::string_view("\0", 1)), R"("\u0000")");
}
TEST(JsonText, IsUtf8WhateverTheTextIs) {
  EXPECT_EQ(balint::to_json("a\xFF"
                            "b\xD0"),
            "\"a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\"");
}

}  // namespace json_text_test
