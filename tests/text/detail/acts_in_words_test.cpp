// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/detail/acts_in_words.hpp>

#include <gtest/gtest.h>

namespace acts_in_words_test {

using namespace balint;
using P = student_group;
constexpr auto english = language::english;

template <typename Act>
constexpr act_id<P> id = act_id_of<Act, P>;

TEST(ActsInWords, SayActsAndWhereTheyBelong) {
  EXPECT_EQ(detail::say_act<P>(id<act::propose>, english), "a proposal");
  EXPECT_EQ(detail::say_home<P>(id<act::propose>, english), "proposals");
  EXPECT_EQ(detail::say_home<P>(id<act::advance>, english), "");
  EXPECT_EQ(detail::act_phrase<P>("home", id<act::propose>, english), "proposals are stage {number}");
  EXPECT_EQ(detail::act_phrase<P>("home", id<act::advance>, english), "it belongs to stage {number}");
}

TEST(ActsInWords, SayWhoDoesAnAct) {
  EXPECT_EQ(detail::say_roles<P>(id<act::forecast>, true, english), "participants and the leader");
  EXPECT_EQ(detail::say_roles<P>(id<act::answer>, true, english), "the presenter");
  EXPECT_EQ(detail::say_roles<P>(id<act::flag>, true, english), "anyone");
}

TEST(ActsInWords, LeaveOutWhoDoesItOnlyWhileNobodyLeads) {
  EXPECT_EQ(detail::say_roles<P>(id<act::terminate>, true, english), "the leader");
  EXPECT_EQ(detail::say_roles<P>(id<act::terminate>, false, english), "participants and the leader");
}

TEST(ActsInWords, SayWhatSomebodyIs) {
  EXPECT_EQ(detail::say_offices<P>(1U << P::offices::index<role::supervisor>, english), "the supervisor");
  EXPECT_EQ(detail::say_offices<P>(1U << P::offices::index<role::participant> | 1U << P::offices::size, english),
            "a participant and the presenter");
  EXPECT_EQ(detail::say_offices<P>(0, english), "");
}

TEST(ActsInWords, SayWhatATurnIsAndWhatComesBefore) {
  EXPECT_EQ(detail::say_turn<P>(id<act::vote>, english), "a vote or a pass");
  EXPECT_EQ(detail::say_turn<classical_group>(act_id_of<act::offer_case, classical_group>, english),
            "the offer of a case");
  EXPECT_EQ(detail::say_before<P>(id<act::ask>, english), "the story");
  EXPECT_EQ(detail::say_before<P>(id<act::select_case>, english), "everybody had a turn (a vote or a pass)");
}

TEST(ActsInWords, KnowNoEffectOfAnActThatTheProtocolDoesNotHave) {
  EXPECT_EQ(detail::effect_of<P>({static_cast<std::uint16_t>(act_count<P>)}), effect::none);
  EXPECT_EQ(detail::effect_of<P>(id<act::vote>), effect::supports_case);
}

}  // namespace acts_in_words_test
