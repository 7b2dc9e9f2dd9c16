// SPDX-License-Identifier: MIT
#include <balint/protocol/session_advisories.hpp>

#include <gtest/gtest.h>

#include <cstdint>

namespace session_advisories_test {

using namespace balint;
using namespace balint::declare;

// What the conditions ask about a session that is past.
struct past_session {
  time_span lasted{}, silence{}, alone_for{};
  bool closed = true, timed = true, refocused = false, grading_leader = false;
  person_set passed{}, alone{};
  std::int64_t turns = 0, own = 0, of_leader = 0, of_presenter = 0;
  std::uint64_t cut = 0;
  constexpr person_set passers() const { return passed; }
  constexpr std::int64_t passes() const { return turns; }
  constexpr person_set authors_alone() const { return alone; }
  constexpr std::int64_t options_weighed_by_author_alone() const { return own; }
  constexpr std::int64_t options_of_leader() const { return of_leader; }
  constexpr std::int64_t options_of_presenter() const { return of_presenter; }
  constexpr bool leader_weighed() const { return grading_leader; }
  constexpr std::uint64_t cut_short() const { return cut; }
  constexpr bool is_closed() const { return closed; }
  constexpr bool is_timed() const { return timed; }
  constexpr time_span length() const { return lasted; }
  constexpr time_span longest_silence() const { return silence; }
  constexpr time_span unattended() const { return alone_for; }
  constexpr bool was_refocused() const { return refocused; }
};
constexpr time_span just(time_span than, int by) { return {than.milliseconds + by}; }

constexpr bool passes_are_noticed() {
  constexpr past_session two{.passed = person_set{0b110}, .turns = 3};
  return !notice_passes::in(past_session{}).broken && notice_passes::in(two).broken &&
         notice_passes::in(two).who == person_set{0b110} && notice_passes::in(two).was == 3 &&
         notice_passes::advises == advisory_code::passed;
}
static_assert(passes_are_noticed());
TEST(NoticePasses, A7_CountsTheTurnsLetGoBy) { EXPECT_TRUE(passes_are_noticed()); }

constexpr bool own_options_are_noticed() {
  constexpr past_session own{.alone = person_set{1}, .own = 2};
  return !notice_own_options::in(past_session{}).broken && notice_own_options::in(own).broken &&
         notice_own_options::in(own).who == person_set{1} && notice_own_options::in(own).was == 2 &&
         notice_own_options::advises == advisory_code::own_option_only;
}
static_assert(own_options_are_noticed());
TEST(NoticeOwnOptions, A12_NamesTheAuthorsAndCountsTheOptions) { EXPECT_TRUE(own_options_are_noticed()); }

constexpr bool options_that_step_4_does_not_ask_for_are_noticed() {
  constexpr past_session some{.of_leader = 2, .of_presenter = 3};
  return !notice_options_of_leader::in(past_session{}).broken && notice_options_of_leader::in(some).broken &&
         notice_options_of_leader::in(some).was == 2 && notice_options_of_leader::in(some).who.empty() &&
         notice_options_of_leader::advises == advisory_code::leader_proposed &&
         !notice_options_of_presenter::in(past_session{}).broken && notice_options_of_presenter::in(some).was == 3 &&
         notice_options_of_presenter::advises == advisory_code::presenter_proposed;
}
static_assert(options_that_step_4_does_not_ask_for_are_noticed());
TEST(NoticeOptions, STG4_CountsThoseOfTheLeaderAndOfThePresenter) {
  EXPECT_TRUE(options_that_step_4_does_not_ask_for_are_noticed());
}

constexpr bool a_grading_leader_who_weighs_is_noticed() {
  return !notice_grading_leader::in(past_session{}).broken &&
         notice_grading_leader::in(past_session{.grading_leader = true}).broken &&
         notice_grading_leader::advises == advisory_code::leader_weighed;
}
static_assert(a_grading_leader_who_weighs_is_noticed());
TEST(NoticeGradingLeader, A23_IsALeaderWhoWeighs) { EXPECT_TRUE(a_grading_leader_who_weighs_is_noticed()); }

constexpr bool cut_stages_are_named() {
  return !notice_cut_stages::in(past_session{}).broken && notice_cut_stages::in(past_session{.cut = 0b1010}).broken &&
         notice_cut_stages::in(past_session{.cut = 0b1010}).stages == 0b1010 &&
         notice_cut_stages::advises == advisory_code::cut_short;
}
static_assert(cut_stages_are_named());
TEST(NoticeCutStages, RUL4_NamesTheStages) { EXPECT_TRUE(cut_stages_are_named()); }

constexpr bool broken_length(time_span lasted, bool closed = true, bool timed = true) {
  return recommended_minutes<120, 180>::in(past_session{.lasted = lasted, .closed = closed, .timed = timed}).broken;
}
constexpr bool two_to_three_hours_are_recommended() {
  return broken_length(just(time_span::minutes(120), -1)) && !broken_length(time_span::minutes(120)) &&
         !broken_length(time_span::minutes(180)) && broken_length(just(time_span::minutes(180), 1)) &&
         !broken_length(time_span::minutes(5), false) && !broken_length(time_span::minutes(5), true, false) &&
         recommended_minutes<120, 180>::advises == advisory_code::session_length;
}
static_assert(two_to_three_hours_are_recommended());
TEST(RecommendedMinutes, CAD1_IncludeBothEndsAndNeedAClosedTimedSession) {
  EXPECT_TRUE(two_to_three_hours_are_recommended());
}
constexpr bool the_length_has_its_numbers() {
  const breach found = recommended_minutes<120, 180>::in(past_session{.lasted = time_span::minutes(95)});
  return found.was == 95 && found.from == 120 && found.to == 180;
}
static_assert(the_length_has_its_numbers());
TEST(RecommendedMinutes, CAD1_SaysHowLongItWas) { EXPECT_TRUE(the_length_has_its_numbers()); }

constexpr bool missed_refocus(past_session past) { return refocus_in<60>::in(past).broken; }
constexpr bool an_hour_needs_a_refocus() {
  return !missed_refocus({.lasted = just(time_span::minutes(60), -1)}) &&
         missed_refocus({.lasted = time_span::minutes(60)}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .refocused = true}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .closed = false}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .timed = false}) &&
         refocus_in<60>::in(past_session{.lasted = time_span::minutes(61)}).was == 61 &&
         refocus_in<60>::advises == advisory_code::no_refocus;
}
static_assert(an_hour_needs_a_refocus());
TEST(RefocusIn, RSK2_IsMissedFromSixtyMinutesOn) { EXPECT_TRUE(an_hour_needs_a_refocus()); }

constexpr bool a_long_silence_or_a_long_record_is_not_live() {
  using condition = live_within<60, 360>;
  constexpr past_session silent{.lasted = time_span::minutes(100), .silence = time_span::minutes(75)};
  constexpr past_session whole_day{.lasted = time_span::minutes(400), .silence = time_span::minutes(60)};
  return condition::in(silent).broken && condition::in(silent).was == 75 && condition::in(silent).to == 60 &&
         condition::in(whole_day).broken && condition::in(whole_day).was == 400 && condition::in(whole_day).to == 360 &&
         !condition::in(past_session{.lasted = time_span::minutes(360), .silence = time_span::minutes(60)}).broken &&
         condition::in(past_session{.silence = just(time_span::minutes(60), 1), .closed = false}).broken &&
         condition::in(past_session{.lasted = just(time_span::minutes(360), 1), .closed = false}).broken &&
         condition::advises == advisory_code::not_live;
}
static_assert(a_long_silence_or_a_long_record_is_not_live());
TEST(LiveWithin, REM1_IsMissedByASilenceOrALength) { EXPECT_TRUE(a_long_silence_or_a_long_record_is_not_live()); }

constexpr bool time_without_a_supervisor_is_counted() {
  return !attended_throughout::in(past_session{}).broken &&
         attended_throughout::in(past_session{.alone_for = time_span::minutes(12)}).was == 12 &&
         attended_throughout::in(past_session{.alone_for = {1}}).broken &&
         attended_throughout::advises == advisory_code::supervisor_away;
}
static_assert(time_without_a_supervisor_is_counted());
TEST(AttendedThroughout, VAR3_CountsTheMinutes) { EXPECT_TRUE(time_without_a_supervisor_is_counted()); }

}  // namespace session_advisories_test
