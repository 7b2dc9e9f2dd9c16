// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string_view>

namespace concepts_test {

using namespace balint;
using namespace balint::declare;

struct no_protocol {
  static constexpr std::string_view name = "no_protocol";
};
static_assert(protocol<student_group> && protocol<staff_group> && protocol<classical_group> &&
              protocol<case_consultation> && !protocol<no_protocol> && !protocol<int>);
TEST(Protocol, IsADeclarationWithEveryPart) {
  EXPECT_TRUE(protocol<student_group>);
  EXPECT_FALSE(protocol<no_protocol>);
}

// Every pair of stages of a sequence, and its ends, against their positions.
template <typename P, typename... Ins>
constexpr bool one_stage_follows_another(sequence<Ins...>) {
  std::size_t from = 0;
  const auto holds_from = [&]<typename From>() {
    std::size_t to = 0;
    const auto holds_to = [&]<typename To>() { return follows<P, From, To> == (from + 1 == to++); };
    const bool ends = first_stage<P, From> == (from == 0) && last_stage<P, From> == (from + 1 == sizeof...(Ins));
    const bool holds = has_stage<P, From> && ends && (holds_to.template operator()<typename Ins::stage>() && ...);
    ++from;
    return holds;
  };
  return (holds_from.template operator()<typename Ins::stage>() && ...);
}
template <typename P>
constexpr bool stages_follow_each_other() {
  return one_stage_follows_another<P>(typename P::order{});
}
static_assert(stages_follow_each_other<student_group>() && stages_follow_each_other<staff_group>() &&
              stages_follow_each_other<classical_group>() && stages_follow_each_other<case_consultation>());
TEST(Follows, STG8_HoldsForNeighboursInTheirOrderOnly) {
  EXPECT_TRUE(stages_follow_each_other<student_group>());
  EXPECT_TRUE(stages_follow_each_other<staff_group>());
  EXPECT_TRUE(stages_follow_each_other<classical_group>());
  EXPECT_TRUE(stages_follow_each_other<case_consultation>());
}

constexpr bool stages_of_other_protocols_are_none_of_this_one() {
  return !has_stage<student_group, stage::questions> && !has_stage<classical_group, stage::proposals> &&
         !follows<student_group, stage::story, stage::questions> &&
         follows<classical_group, stage::story, stage::questions> && !first_stage<student_group, stage::convening> &&
         !last_stage<student_group, stage::closing> && !act_of_stage<act::ask, student_group, stage::questions> &&
         !permits<student_group, stage::questions, act::ask, role::leader>;
}
static_assert(stages_of_other_protocols_are_none_of_this_one());
TEST(HasStage, KeepsStagesOfOtherProtocolsOut) { EXPECT_TRUE(stages_of_other_protocols_are_none_of_this_one()); }

constexpr bool acts_belong_to_protocols() {
  return act_of<act::propose, student_group> && !act_of<act::propose, classical_group> &&
         act_of<act::speculate, classical_group> && !act_of<act::speculate, staff_group> &&
         act_of<act::note, student_group> && !act_of<act::note, case_consultation> && !act_of<act::note, no_protocol>;
}
static_assert(acts_belong_to_protocols());
TEST(ActOf, HoldsForActsOfAStageAndActsThroughout) { EXPECT_TRUE(acts_belong_to_protocols()); }

constexpr bool acts_are_recorded_in_their_stage() {
  return act_of_stage<act::ask, student_group, stage::story> &&
         !act_of_stage<act::ask, student_group, stage::selection> &&
         act_of_stage<act::terminate, student_group, stage::presentation> &&
         act_of_stage<act::terminate, student_group, stage::self_assessment> &&
         !act_of_stage<act::speculate, student_group, stage::story>;
}
static_assert(acts_are_recorded_in_their_stage());
TEST(ActOfStage, HoldsInTheStageOfTheActOrThroughout) { EXPECT_TRUE(acts_are_recorded_in_their_stage()); }

constexpr bool rules_have_ids_in_a_protocol() {
  return rule_of<student_group, rule::respect> == rule_id{0} && rule_of<student_group, rule::live> == rule_id{17} &&
         rule_of<classical_group, rule::no_advice> == rule_id{18} && !has_rule<student_group, rule::no_advice>;
}
static_assert(rules_have_ids_in_a_protocol());
TEST(RuleOf, NumbersTheRulesOfTheProtocol) { EXPECT_TRUE(rules_have_ids_in_a_protocol()); }

}  // namespace concepts_test
