// SPDX-License-Identifier: MIT
#include "markup.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace markup_test {

constexpr std::string_view replaced = "\xEF\xBF\xBD";

TEST(Markup, EscapesWhatEndsATextOrAQuote) { EXPECT_EQ(to_markup("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c&#39;"); }

TEST(Markup, KeepsWhiteSpaceInAttributes) { EXPECT_EQ(to_markup("a\tb\nc\rd e"), "a&#9;b&#10;c&#13;d e"); }

TEST(Markup, WritesControlsWithoutAReferenceAsJsonDoes) {
  EXPECT_EQ(to_markup(std::string_view("\0\x01\x1F\x7F", 4)), R"(\u0000\u0001\u001f\u007f)");
  EXPECT_EQ(to_markup("\xC2\x80\xC2\x85\xC2\x9F"), R"(\u0080\u0085\u009f)");
}

TEST(Markup, HasNoLineSeparatorAndNoTurnOfWriting) {
  EXPECT_EQ(to_markup("a\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAE"), "a&#8232;&#8233;&#8238;");
}

TEST(Markup, KeepsCharactersOfEveryLength) {
  for (const std::string_view text : {"~", "\xC2\xA0", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(to_markup(text), text);
  }
}

TEST(Markup, ReplacesEachByteThatIsNoUtf8) {
  struct broken {
    std::string_view text;
    std::size_t bytes;
  };
  // Alone, cut short, longer than need be, surrogates, beyond the last character, U+FFFE and U+FFFF.
  for (const auto& [text, bytes] : {broken{"\x80", 1},
                                    {"\xC3", 1},
                                    {"\xE2\x82", 2},
                                    {"\xC0\xAF", 2},
                                    {"\xC1\xBF", 2},
                                    {"\xE0\x9F\xBF", 3},
                                    {"\xF0\x8F\xBF\xBF", 4},
                                    {"\xED\xA0\x80", 3},
                                    {"\xED\xBF\xBF", 3},
                                    {"\xF4\x90\x80\x80", 4},
                                    {"\xF5\x80\x80\x80", 4},
                                    {"\xFF", 1},
                                    {"\xEF\xBF\xBE", 1},
                                    {"\xEF\xBF\xBF", 1}}) {
    std::string expected;
    for (std::size_t i = 0; i < bytes; ++i) expected += replaced;
    EXPECT_EQ(to_markup(text), expected);
    EXPECT_EQ(to_markup(std::string(text) + "<"), expected + "&lt;");
  }
}

}  // namespace markup_test
