// SPDX-License-Identifier: MIT
#include <balint/alignment/search/detail/search_traits.hpp>
#include <gtest/gtest.h>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace search_traits_test {

using pedagogical = detail::search_traits<student_group>;
using classical = detail::search_traits<classical_group>;
using consultation = detail::search_traits<case_consultation>;

TEST(SearchTraits, FindTheLastStageOfEachKindOfThings) {
  BALINT_CHECK(pedagogical::last_case == 1);
  BALINT_CHECK(pedagogical::last_option == 3);
  BALINT_CHECK(pedagogical::last_weighing == 4);
  BALINT_CHECK(pedagogical::last_each == 3);
  BALINT_CHECK(consultation::last_each == 7);
  BALINT_CHECK(pedagogical::last_passable == 5);
  BALINT_CHECK(consultation::last_passable == 7);
}
TEST(SearchTraits, KnowWhatIsForTheLead) {
  BALINT_CHECK(pedagogical::is_for_the_lead(find_act<student_group>("select_case").index));
  BALINT_CHECK(!pedagogical::is_for_the_lead(find_act<student_group>("tell_story").index));
  BALINT_CHECK(classical::is_for_the_lead(find_act<classical_group>("invite_back").index));
}
TEST(SearchTraits, CountTheStagesInWhichEachOwesATurn) {
  BALINT_CHECK(pedagogical::turns_after(0) == 3);
  BALINT_CHECK(pedagogical::turns_after(1) == 2);
  BALINT_CHECK(pedagogical::turns_after(4) == 0);
  BALINT_CHECK(classical::turns_after(0) == 0);
}
TEST(SearchTraits, CountWhatAnOptionIsOwed) {
  BALINT_CHECK(pedagogical::weighings == 2);
  BALINT_CHECK(classical::weighings == 0);
}
TEST(SearchTraits, KnowWhichActsDecideSomething) {
  BALINT_CHECK(pedagogical::is_choice(act_id_of<act::advance, student_group>.index));
  BALINT_CHECK(pedagogical::is_choice(act_id_of<act::select_case, student_group>.index));
  BALINT_CHECK(!pedagogical::is_choice(act_id_of<act::vote, student_group>.index));
  BALINT_CHECK(!pedagogical::is_choice(act_id_of<act::ask, student_group>.index));
}
TEST(SearchTraits, KnowWhoOwesAnActOfAnEffect) {
  BALINT_CHECK(pedagogical::owed_by_each(1, effect::supports_case) != 0);
  BALINT_CHECK(pedagogical::owed_by_each(3, effect::makes_option) != 0);
  BALINT_CHECK(pedagogical::owed_by_each(1, effect::makes_option) == 0);
  BALINT_CHECK(classical::owed_by_each(1, effect::makes_case) == 0);
}
TEST(SearchTraits, KnowWhatLaterStagesAskFor) {
  const auto story = act_id_of<act::tell_story, student_group>.index;
  BALINT_CHECK(((pedagogical::asked_for[2] >> story) & 1U) != 0);
  BALINT_CHECK(((pedagogical::asked_for[3] >> story) & 1U) == 0);
}
TEST(SearchTraits, CoverTheProtocolsThatShip) {
  BALINT_CHECK(pedagogical::is_covered);
  BALINT_CHECK(detail::search_traits<staff_group>::is_covered);
  BALINT_CHECK(classical::is_covered);
  BALINT_CHECK(consultation::is_covered);
}

}  // namespace search_traits_test
