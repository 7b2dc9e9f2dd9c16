// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/catalogue.hpp>
#include <balint/text/wording.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

namespace catalogue_test {

using namespace balint;

std::string key(std::string_view kind, std::string_view name) { return std::string(kind) + "." + std::string(name); }

TEST(Catalogue, HasEachKeyOnceAndATextForIt) {
  std::set<std::string_view> keys;
  for (const auto& row : catalogue) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key << " stands twice";
    EXPECT_EQ(find_phrase(row.key), row.in[0]) << row.key;
    for (const auto text : row.in) EXPECT_FALSE(text.empty() && row.key != "turn") << row.key;
  }
  EXPECT_EQ(keys.size(), std::size(detail::all_sentences) + std::size(detail::all_words));
}

TEST(Catalogue, HasNoTextForAForeignKey) {
  EXPECT_EQ(find_phrase("act.rank_people"), "");
  EXPECT_EQ(find_phrase(""), "");
  EXPECT_EQ(find_phrase("~"), "");
}

template <typename P>
class CatalogueOf : public testing::Test {};
using catalogued = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(CatalogueOf, catalogued);

TYPED_TEST(CatalogueOf, HasEveryWordOfTheProtocol) {
  using P = TypeParam;
  EXPECT_NE(find_phrase(key("protocol", P::name)), "");
  for (const auto name : P::order::names) EXPECT_NE(find_phrase(key("stage", name)), "") << name;
  for (const auto kind : {"role", "roles", "is"}) {
    for (const auto name : P::offices::names) EXPECT_NE(find_phrase(key(kind, name)), "") << name;
    EXPECT_NE(find_phrase(key(kind, P::presented_by::name)), "");
  }
  for (const auto name : rules_of<P>::names) EXPECT_NE(find_phrase(key("rule", name)), "") << name;
  for (std::uint16_t i = 0; i < act_count<P>; ++i) {
    const auto name = name_of<P>(act_id<P>{i});
    EXPECT_NE(find_phrase(key("act", name)), "") << name;
    EXPECT_NE(find_phrase(key("doing", name)), "") << name;
    if (!is_act_of_a_stage<P>(act_id<P>{i})) continue;
    EXPECT_NE(find_phrase(key("acts", name)), "") << name;
    EXPECT_NE(find_phrase(key("home", name)), "") << name;
  }
}

TEST(Catalogue, HasEveryCodeVerdictAndAdvisory) {
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto c = static_cast<code>(i);
    if (c == code::unknown_target) continue;  // One text for each kind of target instead.
    EXPECT_NE(find_phrase(key(is_formation_error(c) ? "formation" : "finding", name_of(c))), "") << name_of(c);
  }
  for (std::size_t i = 0; i < advisory_count; ++i) {
    const auto name = name_of(static_cast<advisory_code>(i));
    EXPECT_NE(find_phrase(key("advisory", name)), "") << name;
    EXPECT_NE(find_phrase(key("about", name)), "") << name;
  }
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NE(find_phrase(key("verdict", name_of(static_cast<verdict>(i)))), "");
    EXPECT_NE(find_phrase(key("verdicts", name_of(static_cast<verdict>(i)))), "");
  }
}

TEST(Catalogue, NeverSaysThatSoftwareMeasuresPeople) {
  for (const auto& row : catalogue) {
    for (const auto word : {"score", "rank", "best", "winner", "fail", "Balint method", "guarantee"})
      EXPECT_EQ(row.in[0].find(word), std::string_view::npos) << row.key << ": " << row.in[0];
  }
}

// What a leader could not sign: debt, school, reproach, sending people away, and what no record shows.
TEST(Catalogue, HasNoneOfTheWordsThatALeaderWouldNotSign) {
  for (const auto& row : catalogue) {
    std::string text(row.in[0]);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    for (const auto word : {" owe",
                            " owes",
                            " owed",
                            "debt",
                            "allowed",
                            "forbid",
                            "must",
                            "should have",
                            "could have done",
                            "violat",
                            "fault of",
                            "wrong",
                            "flagged",
                            "skipped or reordered",
                            "rules were not kept",
                            "for others to do",
                            "did not take the turn",
                            "dropping out",
                            "dropped out",
                            "nearest conforming",
                            "conforming trace",
                            "take out",
                            "worth a thought",
                            "than the protocol allows",
                            "does not consent",
                            "refus",
                            "breaks a rule",
                            "something different",
                            "not presented a case",
                            "has not voted",
                            "has not proposed",
                            "has not agreed to be worked",
                            "illegal",
                            "reprimand",
                            "guilty",
                            "mistake",
                            "with a flag",
                            "is no act of",
                            "terminated by",
                            "with no supervisor present",
                            "stage is not left",
                            "earlier than the event before it"})
      EXPECT_EQ(text.find(word), std::string::npos) << row.key << " says \"" << word << "\": " << text;
  }
}

TEST(Say, ReadsAWordOfYourOwnAsItsNameWithSpaces) {
  EXPECT_EQ(say("act", "turn_away"), "turn away");
  EXPECT_EQ(say("act", "tell_story"), "the story");
  EXPECT_EQ(say("rule", "roles"), "each role keeps to its part");
  EXPECT_EQ(say("act", "drop"), "being away");
  EXPECT_EQ(say("act", "rejoin"), "being back again");
  EXPECT_EQ(say("act", "withdraw"), "leaving for good");
}

}  // namespace catalogue_test
