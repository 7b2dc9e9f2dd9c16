// SPDX-License-Identifier: MIT
// Finding a name among a few by a number that is made of its length and its first seven bytes.
#include <balint/vocabulary/detail/word_index.hpp>
#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace word_index_test {

using balint::detail::name_key;
using balint::detail::word_index;

constexpr std::string_view long_name = "hypothesis";

// The same name gives the same number to the compiler and to the processor, which reads it four bytes at a time.
constexpr std::array<std::uint64_t, 11> keys_at_compile_time = [] {
  std::array<std::uint64_t, 11> keys{};
  for (std::size_t n = 0; n < keys.size(); ++n) keys[n] = name_key(long_name.substr(0, n));
  return keys;
}();
TEST(NameKey, IsTheSameAtCompileTimeAndAtRunTimeForEveryLength) {
  for (std::size_t n = 0; n < keys_at_compile_time.size(); ++n) {
    const std::string copy(long_name.substr(0, n));
    EXPECT_EQ(name_key(copy), keys_at_compile_time[n]) << copy;
  }
}
TEST(NameKey, IsTheLengthAndTheFirstSevenBytes) {
  static_assert(name_key("") == 0);
  static_assert(name_key("ab") == ((0x6261U << 8U) | 2U));
  static_assert(name_key("abcdefgh") == ((std::uint64_t{0x67'6665'6463'6261U} << 8U) | 8U));
  const std::string seven = "abcdefg";
  EXPECT_EQ(name_key(seven), (std::uint64_t{0x67'6665'6463'6261U} << 8U) | 7U);
}
TEST(NameKey, TellsShortNamesApartAndLongOnesOnlyByTheirBeginning) {
  static_assert(name_key("abc") != name_key("abd") && name_key("ab") != name_key("abc"));
  static_assert(name_key("abcdefg") != name_key("abcdefh"));
  static_assert(name_key("abcdefgh") == name_key("abcdefgi") && name_key("abcdefgh") != name_key("abcdefghi"));
  const std::string one = "abcdef1";
  const std::string two = "abcdef2";
  EXPECT_NE(name_key(one), name_key(two));
}

/// An index of names, and the names.
template <std::size_t Count, std::size_t Slots>
struct names {
  std::array<std::string_view, Count> all;
  word_index<Slots> index{};
  constexpr explicit names(const std::array<std::string_view, Count>& some) : all(some) {
    for (std::size_t i = 0; i < Count; ++i) index.insert(name_key(all[i]), i);
  }
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    return index.find(name, Count, [this](std::size_t at) { return all[at]; });
  }
};

constexpr bool every_name_is_found_where_it_stands() {
  const names<4, 8> some({"", "ask", "present_case", "present_code"});
  for (std::size_t i = 0; i < 4; ++i) {
    if (some.find(some.all[i]) != i) return false;
  }
  return true;
}
TEST(WordIndex, FindsEveryNameWhereItStands) {
  static_assert(every_name_is_found_where_it_stands());
  EXPECT_TRUE(every_name_is_found_where_it_stands());
}

constexpr bool a_name_that_is_not_there_is_not_found() {
  const names<3, 8> some({"ask", "present_case", "a"});
  return some.find("") == 3 && some.find("as") == 3 && some.find("asks") == 3 && some.find("present_code") == 3 &&
         some.find("present_cas") == 3 && some.find("present") == 3 && names<0, 4>({}).find("ask") == 0;
}
TEST(WordIndex, DoesNotFindANameThatIsNotThere) {
  static_assert(a_name_that_is_not_there_is_not_found());
  EXPECT_TRUE(a_name_that_is_not_there_is_not_found());
}

TEST(WordIndex, TellsNamesApartWhoseLengthsDifferByMoreThanTheNumberHolds) {
  const std::string near = "abcdefgh";
  const std::string far = near + std::string(256, 'x');
  ASSERT_EQ(name_key(near), name_key(far));
  const names<1, 2> some({near});
  EXPECT_EQ(some.find(near), 0U);
  EXPECT_EQ(some.find(far), 1U);
}

TEST(WordIndex, TellsAShortNameFromALongOneThatGoesOnWithZeros) {
  const std::string near = "abc";
  const std::string far = near + std::string(256, '\0');
  ASSERT_EQ(name_key(near), name_key(far));
  EXPECT_EQ((names<1, 2>({far}).find(near)), 1U);
  EXPECT_EQ((names<1, 2>({near}).find(far)), 1U);
  EXPECT_EQ((names<2, 4>({far, near}).find(near)), 1U);
}

TEST(WordIndex, FindsEveryNameOfAsManyAsItMayHold) {
  std::array<std::string, 64> texts;
  std::array<std::string_view, 64> all;
  for (std::size_t i = 0; i < 64; ++i) {
    texts[i] = "participant_" + std::to_string(i);  // of seven bytes, all are the same
    all[i] = texts[i];
  }
  const names<64, 128> some(all);
  for (std::size_t i = 0; i < 64; ++i) EXPECT_EQ(some.find("participant_" + std::to_string(i)), i);
  EXPECT_EQ(some.find("participant_64"), 64U);
}

TEST(WordIndex, FindsNamesThatWantTheSamePlace) {
  // With two places, whatever is behind the last goes to the first.
  for (char first = 'a'; first <= 'z'; ++first) {
    const std::string one(1, first);
    const names<1, 2> some({one});
    EXPECT_EQ(some.find(one), 0U);
    EXPECT_EQ(some.find("0"), 1U);
  }
  std::array<std::string, 26> letters;
  std::array<std::string_view, 26> all;
  for (std::size_t i = 0; i < 26; ++i) all[i] = letters[i] = std::string(1, static_cast<char>('a' + i));
  const names<26, 32> crowded(all);
  for (std::size_t i = 0; i < 26; ++i) EXPECT_EQ(crowded.find(letters[i]), i);
  EXPECT_EQ(crowded.find("0"), 26U);
}

}  // namespace word_index_test
