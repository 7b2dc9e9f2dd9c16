// SPDX-License-Identifier: MIT
#include <balint/text/phrase.hpp>

#include <gtest/gtest.h>

namespace phrase_test {

TEST(Phrase, HasATextForEachLanguage) {
  constexpr balint::phrase one{"act.vote", {"a vote"}};
  EXPECT_EQ(one.in.size(), balint::language_count);
  EXPECT_EQ(one.in[static_cast<std::size_t>(balint::language::english)], "a vote");
}

}  // namespace phrase_test
