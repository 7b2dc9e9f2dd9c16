// SPDX-License-Identifier: MIT
// What a declaration says to no purpose. The messages about it are in tests/compile_fail/.
#include <balint/protocol/detail/pointless.hpp>
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace pointless_test {

using namespace balint;
using namespace balint::declare;

template <typename P>
constexpr bool says_all_to_a_purpose() {
  return detail::office_without_a_name_of_its_own<P>() == P::offices::size &&
         detail::rule_listed_twice<P>() == rules_of<P>::size && detail::stage_without_acts<P>() == P::order::size &&
         detail::stage_that_is_a_role<P>(typename P::order{}) == P::order::size &&
         detail::act_with_a_clause_twice<P>() == detail::acts_of<P>.count &&
         detail::act_with_a_condition_in_vain<P>() == detail::acts_of<P>.count &&
         detail::act_never_done<P>() == detail::acts_of<P>.count &&
         detail::act_owed_by_a_vacant_office<P>() == detail::acts_of<P>.count;
}
constexpr bool the_five_say_all_to_a_purpose() {
  return says_all_to_a_purpose<student_group>() && says_all_to_a_purpose<staff_group>() &&
         says_all_to_a_purpose<led_staff_group>() && says_all_to_a_purpose<classical_group>() &&
         says_all_to_a_purpose<case_consultation>();
}
static_assert(the_five_say_all_to_a_purpose());
TEST(Pointless, NothingInTheFiveProtocols) { EXPECT_TRUE(the_five_say_all_to_a_purpose()); }

// A small declaration, of which each test replaces a part.
struct talk {
  static constexpr std::string_view name = "talk";
  using offices = declare::offices<role::participant, role::leader, role::deputy>;
  using lead = led_by<role::leader, role::deputy>;
  using presented_by = role::presenter;
  using formation = conditions<somebody<role::participant>>;
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
  using throughout = declare::throughout<may<role::leader, act::terminate>>;
};
template <typename... Items>
struct talk_of : talk {
  using order = sequence<in<stage::closing, each<role::participant, act::reflect>, Items...>>;
};
/// The name of the act that can never be done, or nothing.
template <typename... Items>
constexpr std::string_view never_done() {
  using P = talk_of<Items...>;
  constexpr auto at = detail::act_never_done<P>();
  return at < detail::acts_of<P>.count ? detail::acts_of<P>.names[at] : std::string_view{};
}
constexpr bool acts_that_wait_in_vain_are_found() {
  return never_done<may<role::leader, act::ask, after<act::reflect>>>().empty() &&
         never_done<may<role::leader, act::ask, after<act::ask>>>() == "ask" &&
         never_done<may<role::leader, act::ask, after_all<act::reflect>>>().empty() &&
         never_done<may<role::leader, act::ask, until<act::ask>>>().empty() &&
         never_done<may<role::leader, act::ask, after<act::reflect>, until<act::reflect>>>() == "ask" &&
         never_done<may<role::leader, act::answer, until<act::reflect>>,
                    may<role::leader, act::ask, after<act::answer>, until<act::reflect>>>()
             .empty() &&
         never_done<may<role::leader, act::answer, after<act::reflect>>,
                    may<role::leader, act::ask, after<act::answer>, until<act::reflect>>>() == "ask" &&
         never_done<may<role::leader, act::assess>>() == "assess" &&
         never_done<may<role::leader, act::vote>>() == "vote" &&
         never_done<may<role::presenter, act::answer>>() == "answer" &&
         never_done<may<unled<role::participant>, act::take_lead>>().empty() &&
         never_done<may<role::anyone, act::rejoin>>() == "rejoin";
}
static_assert(acts_that_wait_in_vain_are_found());
TEST(Pointless, ActsThatWaitInVain) { EXPECT_TRUE(acts_that_wait_in_vain_are_found()); }

template <typename... Conditions>
struct formed_by : talk {
  using formation = conditions<Conditions...>;
};
template <typename... Conditions>
constexpr auto filled = detail::offices_filled<formed_by<Conditions...>>(conditions<Conditions...>{});
struct a_scribe_of_ones_own {
  using fills = role::participant;
};
constexpr bool offices_are_made_sure_of() {
  return filled<> == 0 && filled<at_least<2, role::participant>> == 1 && filled<somebody<role::leader>> == 2 &&
         filled<supervised_by<role::leader>> == 2 && filled<no_rival<role::leader>> == 0 &&
         filled<somebody<role::deputy>> == 6 && filled<a_scribe_of_ones_own> == 1 &&
         filled<somebody<role::leader>, comes_from_within<role::leader, role::participant>> == 3 &&
         filled<comes_from_within<role::leader, role::participant>> == 0 &&
         filled<comes_from_within<role::deputy, role::participant>, comes_from_within<role::leader, role::deputy>,
                somebody<role::leader>> == 7;
}
static_assert(offices_are_made_sure_of());
TEST(Pointless, OfficesThatAFormationMakesSureOf) { EXPECT_TRUE(offices_are_made_sure_of()); }

using around =
    conditions<comes_from_outside<role::leader, role::participant>, comes_from_within<role::leader, role::participant>>;
constexpr bool contradictions_are_found() {
  return detail::contradicts<comes_from_outside<role::leader, role::participant>, around> &&
         detail::contradicts<comes_from_outside<role::leader, role::leader>, conditions<>> &&
         detail::contradicts<comes_from_within<role::leader, role::leader>, conditions<>> &&
         detail::contradicts<comes_from_within<role::leader, role::participant>,
                             conditions<holds_no_other_office<role::leader>>> &&
         !detail::contradicts<comes_from_within<role::leader, role::participant>,
                              conditions<holds_no_other_office<role::deputy>>> &&
         !detail::contradicts<somebody<role::leader>, around> && detail::is_out_of_range<at_least<65, role::leader>> &&
         !detail::is_out_of_range<at_least<64, role::leader>> && !detail::is_out_of_range<somebody<role::leader>>;
}
static_assert(contradictions_are_found());
TEST(Pointless, ConditionsOnTheGroupThatContradictEachOther) { EXPECT_TRUE(contradictions_are_found()); }

}  // namespace pointless_test
