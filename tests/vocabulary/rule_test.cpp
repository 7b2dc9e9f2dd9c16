// SPDX-License-Identifier: MIT
#include <balint/vocabulary/rule.hpp>

#include <tests/vocabulary/words.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace rule_test {

using namespace balint;

using all_rules = words::list<rule::respect, rule::no_criticism, rule::confidentiality, rule::leader_may_terminate,
                              rule::leader_enforces, rule::from_memory, rule::own_case, rule::no_single_solution,
                              rule::voluntary, rule::closed_group, rule::stage_order, rule::everyone_takes_part,
                              rule::every_option_weighed, rule::joint_selection, rule::roles,
                              rule::less_experienced_share, rule::supervisor_present, rule::live, rule::no_advice>;

constexpr bool rules_are_words() {
  return all_rules::have_own_names() && all_rules::are_named_like_their_types() && all_rules::are_empty_types() &&
         words::have_sources(all_rules{});
}
static_assert(rules_are_words());
TEST(Rules, AreWordsWithANameAndASourceOfTheirOwn) { EXPECT_TRUE(rules_are_words()); }

struct listed {
  std::string_view name, source;
  friend constexpr bool operator==(listed, listed) = default;
};
constexpr std::array<listed, 18> the_catalogue{{
    {"respect", "RUL-1"},
    {"no_criticism", "RUL-2"},
    {"confidentiality", "RUL-3"},
    {"leader_may_terminate", "RUL-4"},
    {"leader_enforces", "RUL-6"},
    {"from_memory", "STG-10"},
    {"own_case", "PUR-2"},
    {"no_single_solution", "PUR-3"},
    {"voluntary", "GRP-7"},
    {"closed_group", "GRP-3"},
    {"stage_order", "STG-8"},
    {"everyone_takes_part", "STG-1/STG-4"},
    {"every_option_weighed", "STG-5"},
    {"joint_selection", "STG-2"},
    {"roles", "RUL-5/VAR-1"},
    {"less_experienced_share", "GRP-9"},
    {"supervisor_present", "VAR-3"},
    {"live", "REM-1"},
}};

constexpr bool the_catalogue_is_as_written() {
  if (rule::catalogue::size != the_catalogue.size()) return false;
  for (std::size_t i = 0; i < the_catalogue.size(); ++i) {
    if (listed{rule::catalogue::names[i], rule::catalogue::sources[i]} != the_catalogue[i]) return false;
  }
  return true;
}
static_assert(the_catalogue_is_as_written());
TEST(Catalogue, HasTheRulesOfTheProtocolWithTheirSources) {
  EXPECT_TRUE(the_catalogue_is_as_written());
  EXPECT_EQ(rule::catalogue::size, the_catalogue.size());
}

// Respect, criticism, confidentiality, memory, and that a case is one's own, are beyond software; people flag them.
constexpr bool only_five_rules_are_held_by_a_person() {
  for (std::size_t i = 0; i < rule::catalogue::size; ++i) {
    const auto name = rule::catalogue::names[i];
    const bool by_person = name == "respect" || name == "no_criticism" || name == "confidentiality" ||
                           name == "from_memory" || name == "own_case";
    if ((rule::catalogue::holding[i] == held::by_person) != by_person) return false;
  }
  return true;
}
static_assert(only_five_rules_are_held_by_a_person());
TEST(Catalogue, LeavesFiveRulesToPeople) { EXPECT_TRUE(only_five_rules_are_held_by_a_person()); }

// What is recommended and what the times of a record suggest are never a refusal: an advisory says so.
constexpr bool two_rules_are_held_by_an_advisory() {
  for (std::size_t i = 0; i < rule::catalogue::size; ++i) {
    const auto name = rule::catalogue::names[i];
    const bool by_advisory = name == "less_experienced_share" || name == "live";
    if ((rule::catalogue::holding[i] == held::by_advisory) != by_advisory) return false;
  }
  return true;
}
static_assert(two_rules_are_held_by_an_advisory());
TEST(Catalogue, GRP9_REM1_HoldsTwoRulesByAnAdvisory) { EXPECT_TRUE(two_rules_are_held_by_an_advisory()); }

constexpr bool what_no_act_can_break_is_held_by_type() {
  return rule::no_single_solution::holds == held::by_type && rule::stage_order::holds == held::by_machine;
}
static_assert(what_no_act_can_break_is_held_by_type());
TEST(Catalogue, PUR3_NoActChoosesAnOptionSoTheRuleIsHeldByType) {
  EXPECT_TRUE(what_no_act_can_break_is_held_by_type());
}

using longer = rule::catalogue::with<rule::no_advice>;
constexpr bool a_longer_list_keeps_the_positions() {
  return longer::size == rule::catalogue::size + 1 && longer::index<rule::respect> == 0 &&
         longer::index<rule::live> == 17 && longer::index<rule::no_advice> == 18 && longer::has<rule::no_advice> &&
         !rule::catalogue::has<rule::no_advice> && longer::names.back() == "no_advice" &&
         longer::sources.back() == "domain 3.1" && longer::holding.back() == held::by_person;
}
static_assert(a_longer_list_keeps_the_positions());
TEST(RuleList, KeepsThePositionsWhenARuleIsAdded) { EXPECT_TRUE(a_longer_list_keeps_the_positions()); }

template <typename List, typename Rule>
concept has_position = requires { List::template index<Rule>; };
static_assert(has_position<longer, rule::no_advice> && !has_position<rule::catalogue, rule::no_advice>);
TEST(RuleList, HasNoPositionForARuleThatIsNotListed) { EXPECT_FALSE((has_position<rule::catalogue, rule::no_advice>)); }

}  // namespace rule_test
