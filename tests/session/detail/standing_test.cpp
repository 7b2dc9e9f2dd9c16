// SPDX-License-Identifier: MIT
// Who leads now, and who is of each party: after every selection, hand-over, coming and going.
#include <balint/session/detail/engine.hpp>
#include <balint/session/detail/standing.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace standing_test {

template <typename P>
class Standing : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Standing, protocols);

template <typename P>
constexpr detail::engine<P> begun() {
  return detail::engine<P>(formed<P>().formed().value());
}

/// Whether the parties that are remembered are those that follow from the state.
template <typename P>
constexpr bool are_parties_current(const detail::engine<P>& now) {
  for (std::size_t i = 0; i < detail::parties_of<P>.count; ++i) {
    if (now.of_party(static_cast<std::uint8_t>(i)) != now.fitting(detail::parties_of<P>.terms[i])) return false;
  }
  return now == detail::engine<P>(now.people(), now.remembered());
}

TYPED_TEST(Standing, BeginsWithEverybodyPresentAndTheLeaderLeading) {
  using P = TypeParam;
  constexpr auto begins = [] {
    const detail::standing<P> now(formed<P>().formed().value());
    return now.is_present(anna) && now.is_present(lead) && !now.is_present(nobody) && now.acting_leader() == lead &&
           now.open_cases() == 0;
  };
  BALINT_CHECK(begins());
}

TYPED_TEST(Standing, IsCurrentAfterEveryActOfAWholeSession) {
  using P = TypeParam;
  constexpr auto current = [] {
    auto machine = begun<P>();
    bool holds = are_parties_current(machine);
    for (const auto& e : trace<P>().whole()) {
      machine.accept(e);
      holds = holds && are_parties_current(machine);
    }
    return holds;
  };
  BALINT_CHECK(current());
}

TYPED_TEST(Standing, IsCurrentAfterEveryComingAndGoing) {
  using P = TypeParam;
  constexpr auto current = [] {
    auto machine = begun<P>();
    bool holds = true;
    const auto after = [&](const event<P>& e) {
      machine.accept(e);
      holds = holds && are_parties_current(machine);
    };
    machine.present(boris);
    holds = are_parties_current(machine);
    after(event<P>::template of<act::drop>(lead));
    after(event<P>::template of<act::drop>(boris));
    after(event<P>::template of<act::rejoin>(boris));
    after(event<P>::template of<act::rejoin>(lead));
    after(event<P>::template of<act::hand_over>(lead, clara));
    after(event<P>::template of<act::withdraw>(clara));
    after(event<P>::template of<act::withdraw>(boris));
    return holds;
  };
  BALINT_CHECK(current());
}

TEST(Standing, IsCurrentAfterADeclinedCase_GRP7) {
  using P = student_group;
  constexpr auto current = [] {
    detail::engine<P> machine(formed<P>().formed().value(), entering<P, stage::selection>()->snapshot().state);
    machine.accept(event<P>::template of<act::select_case>(lead, case_id{boris}));
    const bool before = are_parties_current(machine) && machine.remembered().presenter == boris.index;
    machine.accept(event<P>::template of<act::decline_case>(boris));
    return before && are_parties_current(machine) && machine.open_cases() == 0b101;
  };
  BALINT_CHECK(current());
}

TEST(Standing, LetsTheDeputyLeadWhileTheLeaderIsAway_RUL5) {
  using P = student_group;
  constexpr auto leads = [] {
    auto machine = begun<P>();
    machine.accept(event<P>::template of<act::drop>(lead));
    const bool stands_in = machine.acting_leader() == deputy;
    machine.accept(event<P>::template of<act::drop>(deputy));
    const bool nobody_leads = machine.acting_leader() == nobody;
    machine.accept(event<P>::template of<act::rejoin>(lead));
    return stands_in && nobody_leads && machine.acting_leader() == lead;
  };
  BALINT_CHECK(leads());
}

TEST(Standing, LetsTheFirstStandInLeadWhoIsNotThePresenter) {
  using P = case_consultation;
  constexpr auto first = [](bool is_presenter) {
    auto machine = begun<P>();
    if (is_presenter) machine.present(anna);
    machine.accept(event<P>::template of<act::drop>(lead));
    return machine.acting_leader();
  };
  BALINT_CHECK(first(false) == anna);
  BALINT_CHECK(first(true) == boris);
}

TEST(Standing, LetsALeaderLeadWhoseCaseItIs) {
  using P = case_consultation;
  constexpr auto leader = [] {
    auto machine = begun<P>();
    machine.present(lead);
    return machine.acting_leader();
  };
  BALINT_CHECK(leader() == lead);
}

TEST(Standing, KnowsWhoFitsABaseAndWhomItRulesOut) {
  using P = student_group;
  constexpr auto fits = [](std::string_view act, bool with_presenter) {
    auto machine = begun<P>();
    if (with_presenter) machine.present(boris);
    return machine.fitting(detail::table_of<P>.acts[find_act<P>(act).index].who);
  };
  BALINT_CHECK(fits("vote", false) == 0b001111 && fits("select_case", false) == 0b001000 &&
               fits("note", false) == 0b100000);
  BALINT_CHECK(fits("drop", false) == 0b111111 && fits("tell_story", false) == 0);
  BALINT_CHECK(fits("tell_story", true) == 0b000010 && fits("ask", true) == 0b001101 && fits("vote", true) == 0b001111);
  BALINT_CHECK(begun<P>().fitting(0) == 0);
}

TEST(Standing, ComparesWhatIsRemembered) {
  using P = classical_group;
  constexpr auto differs = [] {
    auto machine = begun<P>();
    const auto before = machine;
    machine.accept(event<P>::template of<act::drop>(anna));
    return before == begun<P>() && !(machine == before);
  };
  BALINT_CHECK(differs());
}

}  // namespace standing_test
