// SPDX-License-Identifier: MIT
// Texts as JSON writes them.
#include <balint/log/json_text.hpp>

#include <gtest/gtest.h>

namespace json_text_test {

TEST(JsonText, IsQuotedAndEscaped) {
  EXPECT_EQ(balint::to_json("anna"), R"("anna")");
  EXPECT_EQ(balint::to_json("a\"b\\c"), R"("a\"b\\c")");
  EXPECT_EQ(balint::to_json("\n\x01"), R"("\u000a\u0001")");
  EXPECT_EQ(balint::to_json("Анна"), R"("Анна")");
}

}  // namespace json_text_test
