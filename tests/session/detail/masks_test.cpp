// SPDX-License-Identifier: MIT
// What follows from the tables of a declaration: sets of acts, and parties.
#include <balint/session/detail/masks.hpp>
#include <gtest/gtest.h>

#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <initializer_list>
#include <iterator>

using namespace balint;

namespace masks_test {

template <typename P>
class Masks : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Masks, protocols);

/// The acts of these names, as a set.
template <typename P>
constexpr std::uint64_t acts(std::initializer_list<std::string_view> names) {
  std::uint64_t set = 0;
  for (const auto name : names) {
    if (find_act<P>(name).index >= act_count<P>) return ~std::uint64_t{0};
    set |= detail::bit(find_act<P>(name).index);
  }
  return set;
}

template <typename P>
constexpr bool stages_and_rows_agree() {
  const auto& m = detail::masks_of<P>;
  for (std::size_t act = 0; act < act_count<P>; ++act) {
    for (std::size_t stage = 0; stage < P::order::size; ++stage) {
      if (((m.in_stage[stage] >> act) & 1U) != ((detail::table_of<P>.acts[act].stages >> stage) & 1U)) return false;
    }
  }
  return std::size(m.in_stage) == P::order::size;
}
TYPED_TEST(Masks, SayOfEachStageWhatItsRowsSay) {
  static_assert(stages_and_rows_agree<TypeParam>());
  EXPECT_TRUE(stages_and_rows_agree<TypeParam>());
}

template <typename P>
constexpr bool each_act_is_of_one_party() {
  for (std::size_t act = 0; act < act_count<P>; ++act) {
    std::size_t parties = 0;
    for (std::size_t i = 0; i < detail::parties_of<P>.count; ++i) {
      if (((detail::masks_of<P>.of_party[i] >> act) & 1U) == 0) continue;
      ++parties;
      if (detail::parties_of<P>.terms[i] != detail::table_of<P>.acts[act].who) return false;
    }
    if (parties != 1) return false;
  }
  return true;
}
TYPED_TEST(Masks, GiveEachActToTheOnePartyThatMayDoIt) {
  static_assert(each_act_is_of_one_party<TypeParam>());
  EXPECT_TRUE(each_act_is_of_one_party<TypeParam>());
}

template <typename P>
constexpr bool parties_are_different_and_complete() {
  const auto& all = detail::parties_of<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (all.terms[i] == all.terms[k]) return false;
    }
  }
  for (const auto& row : detail::table_of<P>.acts) {
    if (row.party >= all.count || all.terms[row.party] != row.who) return false;
    if (row.attending >= all.count || all.terms[row.attending] != row.attended) return false;
  }
  for (const auto& duty : detail::table_of<P>.duties) {
    if (duty.party >= all.count || all.terms[duty.party] != duty.who) return false;
  }
  return true;
}
TYPED_TEST(Masks, KnowEveryPartyOnce) {
  static_assert(parties_are_different_and_complete<TypeParam>());
  EXPECT_TRUE(parties_are_different_and_complete<TypeParam>());
}

template <typename P>
constexpr bool coming_and_going_are_the_same_everywhere() {
  const auto& m = detail::masks_of<P>;
  return m.comes_or_goes == acts<P>({"withdraw", "rejoin"}) && m.rejoins == acts<P>({"rejoin"});
}
TYPED_TEST(Masks, LetTheAbsentComeBackAndWithdrawAndNothingElse_REM2) {
  static_assert(coming_and_going_are_the_same_everywhere<TypeParam>());
  EXPECT_TRUE(coming_and_going_are_the_same_everywhere<TypeParam>());
}

template <typename P>
constexpr bool six_stages_as_written_down() {
  const auto& m = detail::masks_of<P>;
  return m.passes == acts<P>({"pass"}) && m.makes_option == acts<P>({"propose"}) &&
         m.on_case == acts<P>({"vote", "select_case"}) && m.on_option == acts<P>({"assess", "forecast"}) &&
         m.conditional ==
             acts<P>({"select_case", "accept_case", "decline_case", "tell_story", "ask", "answer", "self_assess"}) &&
         m.searched == (acts<P>({"select_case", "open", "advance", "cut_short", "close", "hand_over"}) |
                        (act_of<act::take_lead, P> ? acts<P>({"take_lead"}) : 0)) &&
         m.selection == acts<P>({"select_case", "accept_case"}) &&
         m.moves == acts<P>({"advance", "cut_short", "close"}) && std::size(m.once_each) == 3 &&
         m.once_each[0] == acts<P>({"present_case"}) && m.once_each[1] == acts<P>({"vote"}) && m.once_each[2] == 0 &&
         m.home_of_slot[0] == 0 && m.home_of_slot[1] == 1 && m.home_of_slot[2] == 3;
}
TEST(Masks, OfTheSixStagesAreAsWrittenDown) {
  static_assert(six_stages_as_written_down<student_group>());
  static_assert(six_stages_as_written_down<staff_group>());
  static_assert(six_stages_as_written_down<led_staff_group>());
  EXPECT_TRUE(six_stages_as_written_down<student_group>() && six_stages_as_written_down<staff_group>() &&
              six_stages_as_written_down<led_staff_group>());
}

constexpr bool classical_as_written_down() {
  using P = classical_group;
  const auto& m = detail::masks_of<P>;
  return m.passes == 0 && m.makes_option == 0 && m.on_option == 0 && m.on_case == acts<P>({"select_case"}) &&
         m.conditional == acts<P>({"select_case", "tell_story", "answer", "invite_back", "respond"}) &&
         m.searched == acts<P>({"select_case", "open", "advance", "cut_short", "close", "hand_over"}) &&
         m.moves == acts<P>({"advance", "cut_short", "close"}) && m.selection == acts<P>({"select_case"}) &&
         m.once_each[0] == 0;
}
TEST(Masks, OfTheClassicalGroupAreAsWrittenDown) {
  static_assert(classical_as_written_down());
  EXPECT_TRUE(classical_as_written_down());
}

constexpr bool consultation_as_written_down() {
  using P = case_consultation;
  const auto& m = detail::masks_of<P>;
  return m.passes == acts<P>({"pass"}) && m.makes_option == 0 && m.on_option == 0 && m.on_case == 0 &&
         m.conditional == acts<P>({"take_case", "tell_story", "state_question", "answer", "comment", "decide"}) &&
         m.searched == acts<P>({"take_case", "open", "advance", "cut_short", "close", "hand_over"}) &&
         m.moves == acts<P>({"advance", "cut_short", "close"}) && m.selection == acts<P>({"take_case"}) &&
         std::size(m.once_each) == 2 && m.once_each[0] == 0 && m.once_each[1] == acts<P>({"share"}) &&
         m.home_of_slot[0] == 5 && m.home_of_slot[1] == 7;
}
TEST(Masks, OfTheCaseConsultationAreAsWrittenDown) {
  static_assert(consultation_as_written_down());
  EXPECT_TRUE(consultation_as_written_down());
}

}  // namespace masks_test
