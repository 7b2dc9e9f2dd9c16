// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string_view>

namespace lookup_test {

using namespace balint;

template <typename P>
constexpr bool names_and_ids_agree() {
  for (std::uint16_t i = 0; i < act_count<P>; ++i) {
    if (find_act<P>(name_of<P>(act_id<P>{i})) != act_id<P>{i}) return false;
  }
  for (std::uint8_t i = 0; i < rules_of<P>::size; ++i) {
    if (find_rule<P>(name_of<P>(rule_id{i})) != rule_id{i} || source_of<P>(rule_id{i}).empty()) return false;
  }
  return true;
}
static_assert(names_and_ids_agree<student_group>() && names_and_ids_agree<classical_group>());
TEST(Names, AndIdsOfActsAndRulesAgree) {
  EXPECT_TRUE(names_and_ids_agree<student_group>());
  EXPECT_TRUE(names_and_ids_agree<staff_group>());
  EXPECT_TRUE(names_and_ids_agree<led_staff_group>());
  EXPECT_TRUE(names_and_ids_agree<classical_group>());
  EXPECT_TRUE(names_and_ids_agree<case_consultation>());
}

constexpr bool known_names_are_found() {
  return act_count<student_group> == 27 && act_count<staff_group> == 28 &&
         find_act<student_group>("present_case") == act_id_of<act::present_case, student_group> &&
         name_of<student_group>(act_id_of<act::note, student_group>) == "note" &&
         name_of<student_group>(stage_id_of<stage::proposals, student_group>) == "proposals" &&
         stage_id_of<stage::proposals, student_group> == stage_id<student_group>{3} &&
         name_of<student_group>(find_rule<student_group>("voluntary")) == "voluntary" &&
         source_of<student_group>(find_rule<student_group>("voluntary")) == "GRP-7";
}
static_assert(known_names_are_found());
TEST(Names, OfAProtocolAreFound) { EXPECT_TRUE(known_names_are_found()); }

constexpr bool unknown_names_are_known_to_be_unknown() {
  using P = student_group;
  return find_act<P>("speculate").index == act_count<P> && find_act<P>("").index == act_count<P> &&
         find_act<P>("Vote").index == act_count<P> && name_of<P>(find_act<P>("speculate")) == "unknown act" &&
         name_of<P>(act_id<P>{0xFFFF}) == "unknown act" && find_rule<P>("no_advice").index == rules_of<P>::size &&
         name_of<P>(find_rule<P>("no_advice")) == "unknown rule" && source_of<P>(rule_id{0xFF}).empty() &&
         name_of<P>(stage_id<P>{6}) == "unknown stage" && target_of<P>(act_id<P>{0xFFFF}) == target_kind::none;
}
static_assert(unknown_names_are_known_to_be_unknown());
TEST(Names, OfOtherProtocolsAreUnknown) { EXPECT_TRUE(unknown_names_are_known_to_be_unknown()); }

constexpr bool numbers_beyond_the_last_have_no_name() {
  using P = student_group;
  for (std::uint8_t beyond = 0; beyond < 100; ++beyond) {
    const stage_id<P> stage{static_cast<std::uint8_t>(P::order::size + beyond)};
    const rule_id rule{static_cast<std::uint8_t>(rules_of<P>::size + beyond)};
    const act_id<P> act{static_cast<std::uint16_t>(act_count<P> + beyond)};
    if (name_of<P>(stage) != "unknown stage" || name_of<P>(rule) != "unknown rule" || name_of<P>(act) != "unknown act")
      return false;
    if (!source_of<P>(rule).empty() || !source_of<P>(act).empty() || is_act_of_a_stage<P>(act)) return false;
    if (target_of<P>(act) != target_kind::none) return false;
  }
  return true;
}
static_assert(numbers_beyond_the_last_have_no_name());
TEST(Names, EndWithTheLast) { EXPECT_TRUE(numbers_beyond_the_last_have_no_name()); }

constexpr bool acts_have_their_source() {
  using P = student_group;
  return source_of<P>(find_act<P>("tell_story")) == "STG-3" && source_of<P>(find_act<P>("terminate")) == "RUL-4" &&
         source_of<P>(find_act<P>("speculate")).empty() &&
         source_of<classical_group>(find_act<classical_group>("speculate")) == "domain 3.1";
}
static_assert(acts_have_their_source());
TEST(SourceOf, NamesTheRequirementOfAnAct) { EXPECT_TRUE(acts_have_their_source()); }

constexpr bool targets_are_as_written() {
  const auto target = [](std::string_view act) { return target_of<student_group>(find_act<student_group>(act)); };
  return target("vote") == target_kind::case_of && target("select_case") == target_kind::case_of &&
         target("assess") == target_kind::option && target("forecast") == target_kind::option &&
         target("flag") == target_kind::rule && target("remind") == target_kind::rule &&
         target("hand_over") == target_kind::person && target("propose") == target_kind::none &&
         target("accept_case") == target_kind::none;
}
static_assert(targets_are_as_written());
TEST(TargetOf, NamesWhatAnActIsDoneTo) { EXPECT_TRUE(targets_are_as_written()); }

constexpr bool acts_of_stages_and_acts_throughout_are_told_apart() {
  using P = student_group;
  return is_act_of_a_stage<P>(find_act<P>("vote")) && !is_act_of_a_stage<P>(find_act<P>("advance")) &&
         !is_act_of_a_stage<P>(find_act<P>("speculate")) && !is_act_of_a_stage<P>(act_id<P>{0xFFFF});
}
static_assert(acts_of_stages_and_acts_throughout_are_told_apart());
TEST(IsActOfAStage, HoldsForNoActThroughoutAndNoUnknownAct) {
  EXPECT_TRUE(acts_of_stages_and_acts_throughout_are_told_apart());
}

constexpr bool acts_know_their_stage() {
  using P = student_group;
  return stage_of<P>(find_act<P>("present_case")) == stage_id<P>{0} &&
         stage_of<P>(find_act<P>("forecast")) == stage_id<P>{4} &&
         name_of<P>(stage_of<P>(find_act<P>("self_assess"))) == "self_assessment";
}
static_assert(acts_know_their_stage());
TEST(StageOf, NamesTheStageAnActBelongsTo) { EXPECT_TRUE(acts_know_their_stage()); }

template <typename P>
constexpr bool other_acts_have_no_stage() {
  return stage_of<P>(find_act<P>("advance")).index >= P::order::size &&
         stage_of<P>(act_id<P>{act_count<P>}).index >= P::order::size &&
         name_of<P>(stage_of<P>(act_id<P>{0xFFFF})) == "unknown stage";
}
static_assert(other_acts_have_no_stage<student_group>() && other_acts_have_no_stage<case_consultation>());
TEST(StageOf, AnswersForAnActWithoutAStageAndForOneThatIsNone) {
  EXPECT_TRUE(other_acts_have_no_stage<student_group>() && other_acts_have_no_stage<case_consultation>());
}

template <typename P, typename Id>
concept names = requires(Id id) { name_of<P>(id); };
static_assert(names<student_group, act_id<student_group>> && !names<student_group, act_id<staff_group>> &&
              !names<student_group, stage_id<staff_group>>);
TEST(NameOf, TakesIdsOfItsOwnProtocolOnly) { EXPECT_FALSE((names<student_group, act_id<staff_group>>)); }

}  // namespace lookup_test
