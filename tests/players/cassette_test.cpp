// SPDX-License-Identifier: MIT
#include <balint/players/cassette.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>

namespace cassette_test {

namespace players = balint::players;
using balint::target_kind;
using balint::target_kinds;
using players::reply;
using players::trouble;

std::expected<players::cassette, std::uint64_t> read(std::string_view text) {
  std::FILE* const file = std::tmpfile();
  std::fwrite(text.data(), 1, text.size(), file);
  std::rewind(file);
  auto all = players::cassette::read(file);
  std::fclose(file);
  return all;
}
const std::string head = R"({"balint_cassette":1,"players":[{"name":"a","version":"1","deterministic":true}]})"
                         "\n";

TEST(Cassette, GivesBackWhatWasWritten) {
  std::FILE* const file = std::tmpfile();
  players::cassette_writer to(file);
  to.begin({{"a", "1", true}, {"b", "2.0", false}});
  const reply all[]{{},
                    {.is_silence = true},
                    {.act = "vote", .targets = target_kinds::of(target_kind::case_of), .target_name = "boris"},
                    {.act = "flag", .targets = target_kinds::of(target_kind::rule), .target_name = "respect"},
                    {.act = "hand_over", .targets = target_kinds::of(target_kind::person), .target_name = ""},
                    {.act = "assess", .targets = target_kinds::of(target_kind::option), .option = 3},
                    {.act = "pass"},
                    {.what = trouble::timed_out}};
  for (std::uint64_t i = 1; i < std::size(all); ++i) to.answer({"s", "anna", i, i << 60U | 7U}, all[i]);
  to.strays(1, trouble::late, 3);
  EXPECT_TRUE(to.is_sound());
  std::rewind(file);
  const auto read = players::cassette::read(file);
  std::fclose(file);
  ASSERT_TRUE(read) << read.error();
  EXPECT_THAT(read->players(), testing::ElementsAre(players::player_account{"a", "1", true},
                                                    players::player_account{"b", "2.0", false}));
  EXPECT_EQ(read->size(), std::size(all) - 1);
  for (std::uint64_t i = 1; i < std::size(all); ++i) {
    const auto* const one = read->find({"s", "anna", i, i << 60U | 7U});
    ASSERT_NE(one, nullptr) << i;
    EXPECT_EQ(*one, all[i]) << i;
  }
  EXPECT_EQ(read->find({"s", "anna", 1, 8}), nullptr) << "it was asked something else";
  EXPECT_EQ(read->find({"s", "boris", 1, 1ULL << 60U | 7U}), nullptr);
  EXPECT_EQ(read->strays(1)[static_cast<std::size_t>(trouble::late)], 3U);
}
// A run that was interrupted and went on asks anew what it did not keep.
TEST(Cassette, GoesOnInASecondPart) {
  const std::string one = R"({"session":"s","player":"anna","ask":1,"of":"0000000000000007","act":"pass"})"
                          "\n";
  const std::string again = R"({"session":"s","player":"anna","ask":1,"of":"0000000000000007","act":null})"
                            "\n";
  const auto both = read(head + one + head + again);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->players().size(), 1U);
  EXPECT_EQ(both->size(), 1U);
  EXPECT_TRUE(both->find({"s", "anna", 1, 7})->is_silence);
  EXPECT_EQ(read(head + one + again).error(), 3U) << "twice in one part";
  const std::string others = R"({"balint_cassette":1,"players":[]})"
                             "\n";
  EXPECT_EQ(read(head + one + others).error(), 3U) << "of other players";
}
TEST(Cassette, SaysWhichLineIsNoneOfACassette) {
  EXPECT_EQ(read("").error(), 1U);
  EXPECT_EQ(read("{}\n").error(), 1U);
  EXPECT_EQ(read(R"({"balint_cassette":2,"players":[]})").error(), 1U);
  const std::string answer = R"({"session":"s","player":"anna","ask":1,"of":"0123456789abcdef","act":null})";
  EXPECT_TRUE(read(head + answer + "\n"));
  EXPECT_EQ(read(head + answer + "\n" + answer).error(), 3U) << "twice";
  for (const auto* line :
       {"", "no", "{}", R"({"stray":"late","player":1,"times":1})", R"({"stray":"bored","player":0,"times":1})",
        R"({"session":"s","player":"anna","ask":1,"of":"0123456789abcdeX","act":null})",
        R"({"session":"s","player":"anna","ask":1,"of":"1","act":null})",
        R"({"session":"s s","player":"anna","ask":1,"of":"0123456789abcdef","act":null})",
        R"({"session":"s","player":"anna","ask":1,"of":"0123456789abcdef"})",
        R"({"session":"s","player":"anna","ask":1,"of":"0123456789abcdef","act":"Free text"})",
        R"({"session":"s","player":"anna","ask":1,"of":"0123456789abcdef","trouble":"none"})"})
    EXPECT_EQ(read(head + line + "\n").error(), 2U) << line;
}
TEST(Cassette, NumbersQuestionsAsFnv1aDoes) {
  EXPECT_EQ(players::number_of(""), 0xCBF29CE484222325U);
  EXPECT_EQ(players::number_of("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(players::number_of("foobar"), 0x85944171F73967E8U);
  EXPECT_EQ(players::cassette_writer::hex(0xAF63DC4C8601EC8CU), "af63dc4c8601ec8c");
}

}  // namespace cassette_test
