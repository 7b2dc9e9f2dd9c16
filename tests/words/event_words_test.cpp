// SPDX-License-Identifier: MIT
// Events in words are plain values.
#include <balint/words/event_words.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace event_words_test {

TEST(EventWords, AreEqualWordByWord) {
  constexpr event_words vote{.by = "anna", .act = "vote", .on = "boris"};
  BALINT_CHECK(vote.at == unstated);
  EXPECT_EQ(vote, (event_words{.by = "anna", .act = "vote", .on = "boris"}));
  EXPECT_NE(vote, (event_words{.by = "anna", .act = "vote", .on = "boris", .at = {5}}));
}

}  // namespace event_words_test
