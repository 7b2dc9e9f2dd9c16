// SPDX-License-Identifier: MIT
// What takes effect whether or not it was accepted: what a judge needs beside the acts.
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/transitions.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace balint::declare;
using namespace support;

namespace transitions_test {

template <typename P>
constexpr detail::engine<P> begun() {
  return detail::engine<P>(formed<P>().formed().value());
}

TEST(Transitions, BringBackWhoeverDropped) {
  constexpr auto back = [](bool brought) {
    auto machine = begun<student_group>();
    machine.accept(event<student_group>::of<act::drop>(lead));
    if (brought) machine.bring_back(lead);
    return machine.acting_leader();
  };
  BALINT_CHECK(back(true) == lead && back(false) == deputy);
}

TEST(Transitions, MakesSomebodyThePresenterWithoutASelection) {
  constexpr auto taken = [] {
    auto machine = begun<student_group>();
    machine.enter(2);
    machine.present(boris);
    return machine.why_not(event<student_group>::of<act::tell_story>(boris)) == detail::no_refusal &&
           machine.why_not(event<student_group>::of<act::tell_story>(anna)) == code::wrong_role;
  };
  BALINT_CHECK(taken());
}

TEST(Transitions, SuppliesACaseThatIsMissingFromTheRecord) {
  constexpr auto supplied = [] {
    auto machine = begun<student_group>();
    machine.supply_case(anna.index);
    return machine.is_open_case(anna.index) && !machine.is_open_case(boris.index) &&
           machine.may_have_case(boris.index) && !machine.may_have_case(watcher.index) &&
           machine.why_not(event<student_group>::of<act::present_case>(anna)) == code::repeated;
  };
  BALINT_CHECK(supplied());
}

TEST(Transitions, ExcusesTheVotersWhoArePresentForGood) {
  constexpr auto owing = [](bool come_back) {
    auto machine = begun<student_group>();
    machine.accept(event<student_group>::of<act::present_case>(anna));
    machine.enter(1);
    machine.accept(event<student_group>::of<act::drop>(clara));
    machine.excuse_voters();
    if (come_back) machine.accept(event<student_group>::of<act::rejoin>(clara));
    const auto owed = machine.first_owed();
    return owed.act == act_id_of<act::vote, student_group> ? owed.by.bits() : 0;
  };
  BALINT_CHECK(owing(false) == 0 && owing(true) == 0b100);
}

}  // namespace transitions_test
