// SPDX-License-Identifier: MIT
#include <balint/protocol/sequence.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/stage.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace sequence_test {

using namespace balint;
using namespace balint::declare;

using two_stages = sequence<
    in<stage::story, once<role::presenter, act::tell_story>,
       may<either<but<role::participant, role::presenter>, role::leader>, act::ask>>,
    in<stage::proposals, at_least_one<option_id>, each<role::participant, act::propose>, outside<role::presenter>>>;

constexpr bool stages_stand_in_their_order() {
  return two_stages::size == 2 && two_stages::index<stage::story> == 0 && two_stages::index<stage::proposals> == 1 &&
         two_stages::index<stage::selection> == two_stages::size &&
         two_stages::names == std::array<std::string_view, 2>{"story", "proposals"} &&
         two_stages::sources == std::array<std::string_view, 2>{"STG-3", "STG-4"};
}
static_assert(stages_stand_in_their_order());
TEST(Sequence, HasItsStagesInOrder) { EXPECT_TRUE(stages_stand_in_their_order()); }

constexpr bool acts_belong_to_their_stage() {
  return two_stages::has_act<stage::story, act::ask> && !two_stages::has_act<stage::proposals, act::ask> &&
         two_stages::knows<act::propose> && !two_stages::knows<act::vote> && two_stages::home<act::tell_story> == 0 &&
         two_stages::home<act::propose> == 1 && two_stages::home<act::vote> == two_stages::size;
}
static_assert(acts_belong_to_their_stage());
TEST(Sequence, KnowsToWhichStageAnActBelongs) { EXPECT_TRUE(acts_belong_to_their_stage()); }

constexpr bool roles_act_where_a_clause_lets_them() {
  return two_stages::permits<stage::story, act::ask, role::participant> &&
         two_stages::permits<stage::story, act::ask, role::leader> &&
         !two_stages::permits<stage::story, act::ask, role::presenter> &&
         !two_stages::permits<stage::proposals, act::ask, role::leader> &&
         !two_stages::permits<stage::proposals, act::propose, role::leader>;
}
static_assert(roles_act_where_a_clause_lets_them());
TEST(Sequence, PermitsWhatAClauseOfTheStageLetsARoleDo) { EXPECT_TRUE(roles_act_where_a_clause_lets_them()); }

using open_acts = throughout<may<role::leader, act::advance>, may<role::anyone, act::drop>,
                             may<either<role::leader, role::supervisor>, act::flag>>;

constexpr bool open_acts_are_permitted_by_role() {
  return open_acts::has_act<act::drop> && !open_acts::has_act<act::rejoin> &&
         open_acts::permits<act::advance, role::leader> && !open_acts::permits<act::advance, role::supervisor> &&
         open_acts::permits<act::flag, role::supervisor> && !open_acts::permits<act::flag, role::participant> &&
         open_acts::permits<act::drop, role::supervisor> && open_acts::permits<act::drop, role::presenter>;
}
static_assert(open_acts_are_permitted_by_role());
TEST(Throughout, PermitsByRoleAndAnyoneWhereItSaysAnyone) { EXPECT_TRUE(open_acts_are_permitted_by_role()); }

// `anyone` means everybody in the group, wherever it stands: in a stage and among alternatives as well.
using open_round = sequence<in<stage::closing, may<role::anyone, act::reflect>>>;
TEST(Sequence, PermitsAnyoneInAStageToo) {
  EXPECT_TRUE((open_round::permits<stage::closing, act::reflect, role::participant>));
  EXPECT_TRUE((open_round::permits<stage::closing, act::reflect, role::supervisor>));
}
TEST(Throughout, PermitsAnyoneAmongAlternativesToo) {
  using of_several = throughout<may<either<role::leader, role::anyone>, act::note>>;
  EXPECT_TRUE((of_several::permits<act::note, role::participant>));
}

constexpr bool offices_have_positions() {
  using some_offices = offices<role::participant, role::leader>;
  return some_offices::size == 2 && some_offices::index<role::participant> == 0 &&
         some_offices::index<role::leader> == 1 && some_offices::has<role::leader> &&
         !some_offices::has<role::presenter> &&
         some_offices::names == std::array<std::string_view, 2>{"participant", "leader"};
}
static_assert(offices_have_positions());
TEST(Offices, HavePositionsInTheirOrder) { EXPECT_TRUE(offices_have_positions()); }

}  // namespace sequence_test
