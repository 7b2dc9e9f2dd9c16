// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/well_formed.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace well_formed_test {

using namespace balint;

// That a declaration which cannot work does not compile is shown in tests/compile_fail/.
constexpr bool the_five_can_work() {
  return well_formed<student_group>() && well_formed<staff_group>() && well_formed<led_staff_group>() &&
         well_formed<classical_group>() && well_formed<case_consultation>();
}
static_assert(the_five_can_work());
TEST(WellFormed, HoldsForTheFiveProtocols) { EXPECT_TRUE(the_five_can_work()); }

constexpr bool complaint_names_protocol_and_culprit() {
  const auto text = detail::complain("my_protocol", "vote", "is listed twice [act_twice]");
  return std::string_view(text.data(), text.size()) == "balint: in my_protocol, 'vote' is listed twice [act_twice]";
}
static_assert(complaint_names_protocol_and_culprit());
TEST(WellFormed, ComplainsWithProtocolAndCulprit) { EXPECT_TRUE(complaint_names_protocol_and_culprit()); }

// A question about a word that is not the culprit is answered with yes, and so compiles.
constexpr bool questions_hold_for_what_is_right() {
  using P = student_group;
  return detail::is_listed_once<P, stage::story>::holds && detail::has_one_place<P, act::ask>::holds &&
         detail::have_distinct_names<P, act::ask, act::answer>::holds && detail::can_be_held<P, role::leader>::holds &&
         detail::is_not_an_office<P, role::presenter>::holds && detail::lists_rule<P, rule::respect>::holds &&
         detail::has_its_target<P, act::vote>::holds && detail::is_throughout<P, act::advance>::holds &&
         detail::assesses_nobody<P, act::assess>::holds && detail::depends_on_its_stage<P, act::answer>::holds &&
         detail::can_be_met<P, act::tell_story>::holds && detail::can_get_what_it_owes<P, stage::proposals>::holds &&
         detail::can_be_ended<P, stage::story>::holds && detail::can_be_left<P, stage::story>::holds &&
         detail::is_done_inside<P, act::ask>::holds;
}
static_assert(questions_hold_for_what_is_right());
TEST(WellFormed, AsksQuestionsThatHoldForWhatIsRight) { EXPECT_TRUE(questions_hold_for_what_is_right()); }

}  // namespace well_formed_test
