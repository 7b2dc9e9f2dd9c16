// SPDX-License-Identifier: MIT
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/role.hpp>

#include <gtest/gtest.h>

#include <concepts>

namespace who_test {

using namespace balint;
using namespace balint::declare;

template <typename Who>
using terms = typename detail::terms_of<Who>::type;

using listener = but<role::participant, role::presenter>;

constexpr bool every_way_to_say_who_is_a_list_of_terms() {
  return std::same_as<terms<role::leader>, detail::term_list<detail::term<role::leader>>> &&
         std::same_as<terms<listener>, detail::term_list<detail::term<role::participant, role::presenter>>> &&
         std::same_as<
             terms<either<listener, role::leader>>,
             detail::term_list<detail::term<role::participant, role::presenter>, detail::term<role::leader>>> &&
         std::same_as<terms<either<>>, detail::term_list<>>;
}
static_assert(every_way_to_say_who_is_a_list_of_terms());
TEST(Who, IsAListOfRolesEachWithARoleThatRulesItOut) { EXPECT_TRUE(every_way_to_say_who_is_a_list_of_terms()); }

constexpr bool alternatives_can_be_nested() {
  return std::same_as<terms<either<either<role::leader, role::co_leader>, role::supervisor>>,
                      terms<either<role::leader, role::co_leader, role::supervisor>>>;
}
static_assert(alternatives_can_be_nested());
constexpr bool a_term_may_hold_only_while_nobody_leads() {
  using outsider = unled<role::participant>;
  return std::same_as<terms<outsider>, detail::term_list<detail::term<role::participant, void, true>>> &&
         std::same_as<terms<either<role::leader, outsider>>,
                      detail::term_list<detail::term<role::leader>, detail::term<role::participant, void, true>>> &&
         !std::same_as<terms<outsider>, terms<role::participant>>;
}
static_assert(a_term_may_hold_only_while_nobody_leads());
TEST(Unled, IsATermOfItsOwn) { EXPECT_TRUE(a_term_may_hold_only_while_nobody_leads()); }

TEST(Either, CanBeNested) { EXPECT_TRUE(alternatives_can_be_nested()); }

template <typename Who, typename Role>
constexpr bool names = detail::names_role<Role>(terms<Who>{});

constexpr bool a_term_names_its_role_only() {
  return names<listener, role::participant> && !names<listener, role::presenter> && !names<listener, role::leader> &&
         names<either<listener, role::leader>, role::leader> && !names<either<listener, role::leader>, role::deputy> &&
         !names<either<>, role::leader> && names<unled<role::participant>, role::participant> &&
         !names<unled<role::participant>, role::leader> && names<unled<role::anyone>, role::leader>;
}
static_assert(a_term_names_its_role_only());
TEST(But, NamesTheRoleAndNotTheOneThatRulesItOut) { EXPECT_TRUE(a_term_names_its_role_only()); }

}  // namespace who_test
