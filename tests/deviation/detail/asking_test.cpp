// SPDX-License-Identifier: MIT
#include <balint/deviation/detail/asking.hpp>
#include <tests/deviation/labelling.hpp>

#include <gtest/gtest.h>

namespace asking_test {

namespace detail = balint::deviation::detail;
namespace dev = balint::deviation;
using P = balint::student_group;

TEST(Asking, IsOfTheDeclaration) {
  EXPECT_TRUE(detail::has_act<P>(balint::effect::passes));
  EXPECT_FALSE(detail::has_act<balint::classical_group>(balint::effect::passes));
  EXPECT_FALSE(detail::has_act<P>(balint::effect::takes_lead));
  EXPECT_EQ(detail::weighing_stage<P>(), 4);
  EXPECT_EQ(detail::weighing_stage<balint::classical_group>(), balint::detail::none);
  EXPECT_EQ(detail::duty_of<P>(balint::act_id_of<balint::act::ask, P>), nullptr);
  EXPECT_EQ(detail::duty_of<P>(balint::act_id_of<balint::act::vote, P>)->due, balint::quota::each);
}
TEST(Asking, IsOfTheSession) {
  const auto people = support::formed<P>().formed().value();
  const auto whole = support::trace<P>().whole();
  const dev::chronicle<P> c(people, std::span<const balint::event<P>>(whole.begin(), whole.size()));
  EXPECT_TRUE(detail::is_selected_once(c));
  EXPECT_TRUE(detail::is_left_whole(c, 0));
  EXPECT_TRUE(detail::is_owed_turn(c, 0));
  EXPECT_FALSE(detail::is_owed_turn(c, 3));
  EXPECT_TRUE(detail::owes_something(c, 0, 0));
  EXPECT_FALSE(detail::owes_something(c, 4, 0));  // no option yet
  EXPECT_EQ(detail::votes_for(c, support::anna, whole.size()), 3U);
  EXPECT_EQ(detail::time_before(c, 4), balint::unstated);
  EXPECT_TRUE(detail::is_only_weighing(c, c.entered(4)));
}

}  // namespace asking_test
