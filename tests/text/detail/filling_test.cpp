// SPDX-License-Identifier: MIT
#include <balint/text/detail/filling.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace filling_test {

using namespace balint;
constexpr auto english = language::english;

TEST(Filling, FillsThePlaceholdersOfAKey) {
  EXPECT_EQ(detail::fill("more", english, fmt::arg("n", 2)), "2 more times");
}

TEST(Filling, SpeaksOfOneWhereTheCatalogueDoes) {
  EXPECT_EQ(detail::key_for("more", 1), "more.one");
  EXPECT_EQ(detail::key_for("more", 2), "more");
  EXPECT_EQ(detail::key_for("verdict.conforming", 1), "verdict.conforming");
}

TEST(Filling, WritesNumbersInWordsUpToTwelve) {
  EXPECT_EQ(detail::in_words(1, english), "one");
  EXPECT_EQ(detail::in_words(12, english), "twelve");
  EXPECT_EQ(detail::in_words(13, english), "13");
  EXPECT_EQ(detail::in_words(0, english), "0");
}

TEST(Filling, ListsWithAnAndAndEachOnce) {
  EXPECT_EQ(detail::listed({}, "word.and", english), "");
  EXPECT_EQ(detail::listed({"a"}, "word.and", english), "a");
  EXPECT_EQ(detail::listed({"a", "b"}, "word.and", english), "a and b");
  EXPECT_EQ(detail::listed({"a", "b", "a", "c"}, "word.or", english), "a, b or c");
}

TEST(Filling, ListsPeople) {
  constexpr std::array<std::string_view, 3> ids{"lead", "boris", "vera"};
  const pseudonyms names{.ids = ids};
  EXPECT_EQ(detail::people(person_set{0b110}, names, english), "boris and vera");
  EXPECT_EQ(detail::people(person_set{}, names, english), "nobody");
}

TEST(Filling, SaysLengthsInTheLargestUnitOfWhichThereAreTwo) {
  const auto said = [](std::int64_t ms) { return detail::length_in_words({ms}, english); };
  EXPECT_EQ(said(250), "250 ms");
  EXPECT_EQ(said(999), "999 ms");
  EXPECT_EQ(said(1'000), "1 s");
  EXPECT_EQ(said(119'999), "119 s");
  EXPECT_EQ(said(120'000), "2 min");
  EXPECT_EQ(said(7'199'999), "119 min");
  EXPECT_EQ(said(7'200'000), "2 h");
  EXPECT_EQ(said(172'799'999), "47 h");
  EXPECT_EQ(said(172'800'000), "2 days");
}

}  // namespace filling_test
