// SPDX-License-Identifier: MIT
#include <balint/text/detail/sentences.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace sentences_test {

// A sentence is part of a line: it begins small and has no full stop at its end.
TEST(Sentences, ArePartsOfALine) {
  for (const auto& row : balint::detail::all_sentences) {
    for (const std::string_view text : row.in) {
      ASSERT_FALSE(text.empty()) << row.key;
      EXPECT_NE(text.back(), '.') << row.key;
      EXPECT_EQ(text.find('\n'), std::string_view::npos) << row.key;
      EXPECT_EQ(text.find("  "), std::string_view::npos) << row.key;
    }
  }
}

// Nothing is said to be so because it is not on record: the record is named.
TEST(Sentences, OfWhatIsMissingNameTheRecord) {
  for (const auto& row : balint::detail::all_sentences) {
    if (!row.key.starts_with("missing.") && !row.key.starts_with("away")) continue;
    EXPECT_NE(row.in[0].find("on record"), std::string_view::npos) << row.key << ": " << row.in[0];
  }
}

}  // namespace sentences_test
