// SPDX-License-Identifier: MIT
#include <balint/protocol/session_advisories.hpp>

#include <gtest/gtest.h>

namespace session_advisories_test {

using namespace balint;
using namespace balint::declare;

// What the conditions ask about a session that is past.
struct past_session {
  time_span lasted{};
  bool closed = true, timed = true, refocused = false;
  person_set passed{}, alone{};
  constexpr person_set passers() const { return passed; }
  constexpr person_set authors_alone() const { return alone; }
  constexpr bool is_closed() const { return closed; }
  constexpr bool is_timed() const { return timed; }
  constexpr time_span length() const { return lasted; }
  constexpr bool was_refocused() const { return refocused; }
};
constexpr time_span just(time_span than, int by) { return {than.milliseconds + by}; }

constexpr bool passes_are_noticed() {
  return !notice_passes::in(past_session{}).broken &&
         notice_passes::in(past_session{.passed = person_set{0b110}}).broken &&
         notice_passes::in(past_session{.passed = person_set{0b110}}).who == person_set{0b110} &&
         notice_passes::advises == advisory_code::passed;
}
static_assert(passes_are_noticed());
TEST(NoticePasses, A7_NamesThoseWhoPassed) { EXPECT_TRUE(passes_are_noticed()); }

constexpr bool own_options_are_noticed() {
  return !notice_own_options::in(past_session{}).broken &&
         notice_own_options::in(past_session{.alone = person_set{1}}).broken &&
         notice_own_options::in(past_session{.alone = person_set{1}}).who == person_set{1} &&
         notice_own_options::advises == advisory_code::own_option_only;
}
static_assert(own_options_are_noticed());
TEST(NoticeOwnOptions, A12_NamesTheAuthors) { EXPECT_TRUE(own_options_are_noticed()); }

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

constexpr bool missed_refocus(past_session past) { return refocus_in<60>::in(past).broken; }
constexpr bool an_hour_needs_a_refocus() {
  return !missed_refocus({.lasted = just(time_span::minutes(60), -1)}) &&
         missed_refocus({.lasted = time_span::minutes(60)}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .refocused = true}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .closed = false}) &&
         !missed_refocus({.lasted = time_span::minutes(60), .timed = false}) &&
         refocus_in<60>::advises == advisory_code::no_refocus;
}
static_assert(an_hour_needs_a_refocus());
TEST(RefocusIn, RSK2_IsMissedFromSixtyMinutesOn) { EXPECT_TRUE(an_hour_needs_a_refocus()); }

}  // namespace session_advisories_test
