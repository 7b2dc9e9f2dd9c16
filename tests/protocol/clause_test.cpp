// SPDX-License-Identifier: MIT
#include <balint/protocol/clause.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>

#include <gtest/gtest.h>

#include <concepts>

namespace clause_test {

using namespace balint;
using namespace balint::declare;

template <typename Clause, quota Due, typename Rule>
constexpr bool owes = Clause::due == Due && std::same_as<typename Clause::rule, Rule> &&
                      std::same_as<typename Clause::who, role::leader> && std::same_as<typename Clause::act, act::ask>;

constexpr bool quotas_have_their_usual_rules() {
  return owes<once<role::leader, act::ask>, quota::once, rule::stage_order> &&
         owes<some<role::leader, act::ask>, quota::some, rule::everyone_takes_part> &&
         owes<each<role::leader, act::ask>, quota::each, rule::everyone_takes_part> &&
         owes<each_at_least_once<role::leader, act::ask>, quota::each_at_least_once, rule::everyone_takes_part> &&
         owes<per_option<role::leader, act::ask>, quota::per_option, rule::every_option_weighed> &&
         may<role::leader, act::ask>::due == quota::may;
}
static_assert(quotas_have_their_usual_rules());
TEST(Clause, BreaksTheUsualRuleOfItsQuotaWhenLeftOpen) { EXPECT_TRUE(quotas_have_their_usual_rules()); }

constexpr bool upholding_names_another_rule() {
  using behind = once<role::presenter, act::accept_case, after<act::select_case>, upholds<rule::voluntary>>;
  using before = once<role::presenter, act::accept_case, upholds<rule::voluntary>, after<act::select_case>>;
  return std::same_as<behind::rule, rule::voluntary> && std::same_as<before::rule, rule::voluntary>;
}
static_assert(upholding_names_another_rule());
TEST(Upholds, NamesAnotherRuleAtAnyPosition) { EXPECT_TRUE(upholding_names_another_rule()); }

template <typename Thing>
concept can_be_needed = requires { typename at_least_one<Thing>::thing; };
static_assert(can_be_needed<case_id> && can_be_needed<option_id> && !can_be_needed<person_id> &&
              !can_be_needed<rule_id>);
TEST(AtLeastOne, IsOfCasesOrOptionsOnly) {
  EXPECT_TRUE(can_be_needed<option_id>);
  EXPECT_FALSE(can_be_needed<person_id>);
}

static_assert(detail::is_clause<may<role::leader, act::ask>> && !detail::is_clause<outside<role::presenter>> &&
              !detail::is_clause<at_least_one<case_id>>);
TEST(Clause, IsTheOnlyItemOfAStageWithAnAct) {
  EXPECT_TRUE((detail::is_clause<may<role::leader, act::ask>>));
  EXPECT_FALSE(detail::is_clause<outside<role::presenter>>);
}

}  // namespace clause_test
