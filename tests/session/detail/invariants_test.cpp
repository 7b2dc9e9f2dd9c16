// SPDX-License-Identifier: MIT
// What holds of every state, by name: for each invariant, a state that breaks it.
#include <balint/session/detail/invariants.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace invariants_test {

using students = student_group;
using state = session_state<students>;

template <typename Act>
constexpr std::uint64_t bit_of = detail::bit(act_id_of<Act, students>.index);
constexpr std::uint64_t stranger = std::uint64_t{1} << 6U;

template <typename P>
constexpr std::string_view first_broken(const session_state<P>& s, const group<P>& people) {
  return detail::invariants<P>{s, people}.first_broken();
}
/// What breaks first where the state of a session is changed by hand.
template <typename F>
constexpr std::string_view broken(const scene<students>& from, F forge) {
  auto s = from->snapshot().state;
  forge(s);
  return first_broken(s, from->people());
}
template <typename F>
constexpr std::string_view broken_in_story(F forge) {
  return broken(entering<students, stage::story>(), forge);
}
template <typename F>
constexpr std::string_view broken_in_assessment(F forge) {
  return broken(entering<students, stage::assessment>(), forge);
}

template <typename P>
class Invariants : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Invariants, protocols);

TYPED_TEST(Invariants, HoldAtEveryStepOfASession) {
  using P = TypeParam;
  session<P> s(formed<P>().formed().value());
  EXPECT_EQ(first_broken(s.snapshot().state, s.people()), "");
  for (const auto& e : trace<P>().whole()) {
    ASSERT_TRUE(s.apply(e));
    EXPECT_EQ(first_broken(s.snapshot().state, s.people()), "") << name_of<P>(e.act);
  }
}

// Votes that are void, excused turns, a lead that was taken and stages cut short are states a session can be in.
template <typename P>
std::string_view broken_on_the_way(scene<P> s) {
  EXPECT_TRUE(s.is_sound());
  return first_broken(s->snapshot().state, s->people());
}
TEST(Invariants, HoldWhereVotesAreVoidAndStagesCutShort) {
  auto declined = entering<students, stage::selection>();
  for (const auto who : {anna, boris, clara}) declined.did(who, act::vote{}, case_id{anna});
  declined.did(lead, act::select_case{}, case_id{anna}).did(anna, act::decline_case{});
  EXPECT_EQ(broken_on_the_way(declined), "");
  EXPECT_EQ(broken_on_the_way(declined.did(boris, act::vote{}, case_id{clara})), "");
  EXPECT_EQ(broken_on_the_way(scene<students>().did(anna, act::present_case{}).did(lead, act::cut_short{})), "");
  EXPECT_EQ(broken_on_the_way(scene<students>().did(lead, act::open{})), "");
  EXPECT_EQ(broken_on_the_way(entering<students, stage::self_assessment>().did(anna, act::pass{})), "");
  EXPECT_EQ(broken_on_the_way(
                scene<staff_group>().did(lead, act::drop{}).did(deputy, act::drop{}).did(boris, act::take_lead{})),
            "");
}

TEST(InvariantsOfNumbers, AreBroken) {
  BALINT_CHECK(broken_in_story([](state& s) { s.stage = 6; }) == "the_stage_exists");
  BALINT_CHECK(broken_in_story([](state& s) { s.ended = 3; }) == "the_ending_exists");
  BALINT_CHECK(broken_in_story([](state& s) { s.worked |= 1U << 6U; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_story([](state& s) { s.cut |= 1U << 6U; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_story([](state& s) { s.begun = 2; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_story([](state& s) { s.leader_weighed = 2; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_story([](state& s) { s.spare[0] = 1; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_story([](state& s) { s.spare[1] = 1; }) == "unused_bits_are_zero");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.options = 257; }) == "options_are_within_the_limit");
  BALINT_CHECK(broken_in_story([](state& s) { s.present |= stranger; }) == "people_are_of_the_group");
  BALINT_CHECK(broken_in_story([](state& s) { s.did[1] |= stranger; }) == "people_are_of_the_group");
  BALINT_CHECK(broken_in_story([](state& s) { s.presenter = 6; }) == "people_are_of_the_group");
  BALINT_CHECK(broken_in_story([](state& s) { s.happened |= detail::bit(act_count<students>); }) ==
               "acts_and_rules_are_of_the_protocol");
  BALINT_CHECK(broken_in_story([](state& s) { s.open_flags |= detail::bit(rules_of<students>::size); }) ==
               "acts_and_rules_are_of_the_protocol");
  BALINT_CHECK(broken_in_story([](state& s) { s.last_at = instant{5}; }) == "times_run_forward");
  constexpr auto entered = [](std::int64_t at) {
    return broken_in_story([at](state& s) {
      s.first_at = instant{5};
      s.last_at = instant{7};
      s.entered_at = instant{at};
    });
  };
  BALINT_CHECK(entered(5).empty() && entered(7).empty() && entered(before_all.since_epoch).empty());
  BALINT_CHECK(entered(4) == "times_run_forward" && entered(8) == "times_run_forward");
}

TEST(InvariantsOfPeople, AreBroken) {
  constexpr auto gone = [] { return entering<students, stage::story>().did(boris, act::withdraw{}); };
  constexpr auto passed = [] { return scene<students>().did(boris, act::pass{}); };
  constexpr auto handed = [] { return scene<students>().did(lead, act::hand_over{}, deputy); };
  BALINT_CHECK(broken(gone(), [](state& s) { s.present |= 1U << boris.index; }) == "nobody_present_has_withdrawn");
  BALINT_CHECK(broken(gone(), [](state& s) { s.cases_out = 0; }) == "a_withdrawn_case_is_out");
  BALINT_CHECK(broken(passed(), [](state& s) { s.worked = 0; }) == "stages_with_passes_were_worked_in");
  BALINT_CHECK(broken_in_story([](state& s) { s.present &= ~std::uint64_t{1}; }) == "the_absent_left");
  BALINT_CHECK(broken(scene<students>().did(boris, act::drop{}), [](state& s) { s.happened &= ~bit_of<act::drop>; }) ==
               "the_absent_left");
  BALINT_CHECK(broken(scene<students>().did(boris, act::drop{}), [](state& s) { s.gone = s.present ^ s.gone; }) ==
               "nobody_present_has_withdrawn");
  BALINT_CHECK(broken_in_story([](state& s) { s.passed[1] |= 1U; }) == "passes_were_made");
  BALINT_CHECK(broken_in_story([](state& s) { s.passed[1] |= stranger; }) == "people_are_of_the_group");
  BALINT_CHECK(broken_in_story([](state& s) { s.excused[1] |= stranger; }) == "people_are_of_the_group");
  BALINT_CHECK(broken_in_story([](state& s) { s.leaders = 1U << deputy.index; }) == "leaders_hold_the_office");
  BALINT_CHECK(broken(handed(), [](state& s) { s.leaders |= 1U << lead.index; }) == "leaders_hold_the_office");
  BALINT_CHECK(broken_in_story([](state& s) { s.open_flags = 1; }) == "open_flags_were_raised");
}

TEST(InvariantsOfActs, AreBroken) {
  BALINT_CHECK(broken_in_story([](state& s) { s.happened |= bit_of<act::self_assess>; }) ==
               "acts_are_of_stages_reached");
  BALINT_CHECK(broken_in_story([](state& s) { s.did[0] = 0; }) == "acts_that_each_owes_have_doers");
  BALINT_CHECK(broken_in_story([](state& s) { s.cases = 0; }) == "cases_were_presented");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.options = 0; }) == "options_were_proposed");
  BALINT_CHECK(broken_in_story([](state& s) { s.happened &= ~bit_of<act::advance>; }) ==
               "later_stages_were_advanced_to");
  BALINT_CHECK(broken_in_story([](state& s) { s.happened |= bit_of<act::terminate>; }) == "the_end_was_recorded");
  BALINT_CHECK(broken_in_story([](state& s) {
                 s.happened |= bit_of<act::close>;
                 s.ended = static_cast<std::uint8_t>(ending::closed);
               }) == "the_end_was_recorded");
  BALINT_CHECK(broken_in_story([](state& s) { s.presenter = nobody.index; }) == "the_presenter_was_selected");
  BALINT_CHECK(broken(scene<students>(), [](state& s) { s.presenter = 0; }) == "the_presenter_was_selected");
  BALINT_CHECK(broken_in_story([](state& s) {
                 s.happened &= ~bit_of<act::select_case>;
                 s.presenter = nobody.index;
               }) == "the_presenter_was_selected");
}

TEST(InvariantsOfVotesAndOptions, AreBroken) {
  BALINT_CHECK(broken_in_story([](state& s) { s.votes[lead.index] = 1; }) == "votes_have_voters");
  BALINT_CHECK(broken_in_story([](state& s) { s.votes[anna.index] = 65; }) == "votes_are_for_cases");
  BALINT_CHECK(broken_in_story([](state& s) { s.votes[anna.index] = 5; }) == "votes_are_for_cases");
  BALINT_CHECK(broken_in_story([](state& s) { s.votes[anna.index] = 0; }) == "votes_have_voters");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.authors[0] = 6; }) == "options_have_authors");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.authors[2] = 1; }) == "options_have_authors");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.weighed[0][0] = 0b100U; }) == "only_options_are_weighed");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.weighed[1][3] = 1; }) == "only_options_are_weighed");
  BALINT_CHECK(broken_in_assessment([](state& s) { s.weighed_by_other[0] = 0b100U; }) == "only_options_are_weighed");
}

// A session says which of them it was.
constexpr restore_error answer_to_a_forged_vote() {
  const auto from = entering<students, stage::story>();
  auto forged = from->snapshot();
  forged.state.votes[anna.index] = 65;
  return session<students>::restore(from->people(), forged).error();
}
TEST(Restore, SaysWhichInvariantIsBroken) {
  BALINT_CHECK(answer_to_a_forged_vote().why == snapshot_error::impossible);
  BALINT_CHECK(answer_to_a_forged_vote().invariant == "votes_are_for_cases");
}
constexpr restore_error answer_to_another_version() {
  const auto from = scene<students>();
  auto forged = from->snapshot();
  ++forged.version;
  return session<students>::restore(from->people(), forged).error();
}
TEST(Restore, NamesNoInvariantWhereTheStateIsNotLookedAt) {
  BALINT_CHECK(answer_to_another_version() == snapshot_error::other_version);
  BALINT_CHECK(answer_to_another_version().invariant.empty());
}

}  // namespace invariants_test
