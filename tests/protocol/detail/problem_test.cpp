// SPDX-License-Identifier: MIT
// The first complaint about a declaration. What each says is in tests/compile_fail/.
#include <balint/protocol/detail/problem.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <concepts>

namespace problem_test {

using namespace balint;
using namespace balint::declare;

struct of_nothing : student_group {
  using order = sequence<>;
};
struct of_a_number : student_group {
  using order = sequence<int>;
};
// Wrong in more than one way: what stands in the wrong place is told first.
struct of_several : student_group {
  using offices = declare::offices<role::participant, role::participant>;
  using order = sequence<>;
  using formation = conditions<int>;
};
constexpr bool the_first_problem_is_found() {
  return std::same_as<detail::problem_of<student_group>, detail::complaint> &&
         std::same_as<detail::problem_of<of_nothing>, detail::has_a_stage<of_nothing, sequence<>>> &&
         std::same_as<detail::problem_of<of_a_number>, detail::is_a_stage<of_a_number, int>> &&
         std::same_as<detail::problem_of<of_several>, detail::is_a_condition_on_the_group<of_several, int>>;
}
static_assert(the_first_problem_is_found());
TEST(Problem, IsTheFirstOfADeclaration) { EXPECT_TRUE(the_first_problem_is_found()); }

}  // namespace problem_test
