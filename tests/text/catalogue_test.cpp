// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/catalogue.hpp>

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace catalogue_test {

using namespace balint;

std::string key(std::string_view kind, std::string_view name) { return std::string(kind) + "." + std::string(name); }

TEST(Catalogue, HasEachKeyOnceAndATextForIt) {
  std::set<std::string_view> keys;
  for (const auto& row : catalogue) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key << " stands twice";
    for (const auto text : row.in) EXPECT_FALSE(text.empty()) << row.key;
  }
}

TEST(Catalogue, HasNoTextForAForeignKey) { EXPECT_EQ(find_phrase("act.rank_people"), ""); }

template <typename P>
class CatalogueOf : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(CatalogueOf, protocols);

TYPED_TEST(CatalogueOf, HasEveryWordOfTheProtocol) {
  using P = TypeParam;
  for (const auto name : P::order::names) EXPECT_NE(find_phrase(key("stage", name)), "") << name;
  for (const auto name : P::offices::names) EXPECT_NE(find_phrase(key("role", name)), "") << name;
  EXPECT_NE(find_phrase(key("role", P::presented_by::name)), "");
  for (const auto name : rules_of<P>::names) EXPECT_NE(find_phrase(key("rule", name)), "") << name;
  for (std::uint16_t i = 0; i < act_count<P>; ++i)
    EXPECT_NE(find_phrase(key("act", name_of<P>(act_id{i}))), "") << name_of<P>(act_id{i});
}

TEST(Catalogue, HasEveryCodeAndVerdict) {
  for (std::size_t i = 0; i < code_count; ++i) {
    const auto c = static_cast<code>(i);
    if (c == code::unknown_target) continue;  // One text for each kind of target instead.
    EXPECT_NE(find_phrase(key(is_formation_error(c) ? "formation" : "refusal", name_of(c))), "") << name_of(c);
  }
  for (std::size_t i = 0; i < advisory_count; ++i) {
    EXPECT_NE(find_phrase(key("advisory", name_of(static_cast<advisory_code>(i)))), "");
  }
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NE(find_phrase(key("verdict", name_of(static_cast<verdict>(i)))), "");
}

TEST(Catalogue, NeverSaysThatSoftwareMeasuresPeople) {
  for (const auto& row : catalogue) {
    for (const auto text : row.in) {
      for (const auto word : {"score", "rank", "best", "winner", "fail", "Balint method", "guarantee"}) {
        EXPECT_EQ(text.find(word), std::string_view::npos) << row.key << ": " << text;
      }
    }
  }
}

TEST(Say, ReadsAWordOfYourOwnAsItsNameWithSpaces) {
  EXPECT_EQ(say("act", "turn_away"), "turn away");
  EXPECT_EQ(say("act", "tell_story"), "the story");
}

}  // namespace catalogue_test
