// SPDX-License-Identifier: MIT
// C++ as tokens: what is one, what is left out, and in which line it is.
#include <tests/house/tokens.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace tokens_test {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts_of(std::string_view code) {
  std::vector<std::string> texts;
  for (const auto& one : house::tokens_of(code)) texts.emplace_back(one.text);
  return texts;
}

TEST(Tokens, AreWordsAndSigns) {
  EXPECT_THAT(texts_of("a_1::b<c> d->e;"), ElementsAre("a_1", "::", "b", "<", "c", ">", "d", "->", "e", ";"));
  EXPECT_THAT(texts_of("x = 1'000;"), ElementsAre("x", "=", "1'000", ";"));
}
TEST(Tokens, AreLiteralsAsAWhole) {
  EXPECT_THAT(texts_of(R"(f("a \" { b", '{', '\'');)"),
              ElementsAre("f", "(", R"("a \" { b")", ",", "'{'", ",", R"('\'')", ")", ";"));
  EXPECT_THAT(texts_of("x = R\"_(a\" )\" {)_\";"), ElementsAre("x", "=", "R\"_(a\" )\" {)_\"", ";"));
}
TEST(Tokens, AreNotCommentsAndPreprocessorLines) {
  EXPECT_THAT(texts_of("// a\n/* b\n c */ d\n#define e \\\n  f\ng // h"), ElementsAre("d", "g"));
  EXPECT_THAT(texts_of("// no end"), IsEmpty());
  EXPECT_THAT(texts_of("/* no end"), IsEmpty());
}
TEST(Tokens, KnowTheirLines) {
  const auto tokens = house::tokens_of("a\n/*\n*/ b\nR\"(\n)\" c");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].line, 1U);
  EXPECT_EQ(tokens[1].line, 3U);
  EXPECT_EQ(tokens[2].line, 4U);
  EXPECT_EQ(tokens[3].line, 5U);
}
TEST(Tokens, AreFoundOneAfterTheOther) {
  const auto tokens = house::tokens_of("using\n  namespace std;");
  EXPECT_TRUE(house::has_sequence(tokens, {"using", "namespace"}));
  EXPECT_FALSE(house::has_sequence(tokens, {"using", "std"}));
}

}  // namespace tokens_test
