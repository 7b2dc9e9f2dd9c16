// SPDX-License-Identifier: MIT
#include <balint/simulation/choice.hpp>
#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

namespace choice_test {

using P = balint::student_group;
using choice = balint::simulation::choice<P>;
using balint::case_id;
constexpr auto vote = balint::act_id_of<balint::act::vote, P>;
constexpr auto close = balint::act_id_of<balint::act::close, P>;

TEST(Choice, IsSilenceUnlessAnActIsNamed) {
  static_assert(choice{}.is_silence() && choice::silence() == choice{});
  static_assert(!choice{{0}}.is_silence());
  EXPECT_NE((choice{vote, case_id{{0}}}), (choice{vote, case_id{{1}}}));
}
TEST(Choice, FitsWhereTheActTakesWhatItIsDoneTo) {
  static_assert(choice{vote, case_id{{1}}}.fits() && choice{close}.fits() && choice{{999}, case_id{{1}}}.fits());
  static_assert(!choice{vote}.fits() && !choice{vote, balint::option_id{1}}.fits() &&
                !choice{close, case_id{{1}}}.fits());
  const auto e = balint::simulation::detail::event_of<P>({3}, {vote, case_id{{1}}});
  EXPECT_EQ(e, (balint::event<P>::of<balint::act::vote>({3}, case_id{{1}})));
  EXPECT_TRUE((balint::simulation::detail::event_of<P>({3}, {vote, balint::option_id{1}}).target().is_unknown()));
}

}  // namespace choice_test
