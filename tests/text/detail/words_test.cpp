// SPDX-License-Identifier: MIT
#include <balint/text/detail/words.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace words_test {

TEST(Words, HaveNoUnderlinesAndNoPlaceholderButANumberOrARole) {
  for (const auto& row : balint::detail::all_words) {
    for (const std::string_view text : row.in) {
      EXPECT_EQ(text.find('_'), std::string_view::npos) << row.key;
      const auto open = text.find('{');
      if (open == std::string_view::npos) continue;
      const auto name = text.substr(open + 1, text.find('}') - open - 1);
      EXPECT_TRUE(name == "number" || name == "role" || name == "except" || name == "act" || name == "n") << row.key;
    }
  }
}

}  // namespace words_test
