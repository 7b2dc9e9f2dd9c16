// SPDX-License-Identifier: MIT
/// @file
/// An application's own tests with the matchers of balint::testing: does what happens in its rooms conform?
#include "room.hpp"

#include <balint/testing/matchers.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace {

using namespace balint;
using ::testing::Not;

std::vector<person<student_group>> three_people() {
  using somebody = person<student_group>;
  return {somebody::as<role::participant>("anna", consent::given),
          somebody::as<role::participant>("boris", consent::given), somebody::as<role::leader>("lead")};
}

/// What was recorded in a room, as the matchers take it.
recorded_trace<student_group> recorded_in(const room& where) {
  return trace_of<student_group>(where.people(), where.happened());
}

/// Anna and Boris go through all six stages with Anna's case; whatever else they try on the way is theirs.
void meet(room& r) {
  r.does<act::present_case>("anna");
  r.does<act::pass>("boris");
  r.does<act::advance>("lead");
  r.does<act::vote>("anna", "anna");
  r.does<act::vote>("boris", "anna");
  r.does<act::select_case>("lead", "anna");
  r.does<act::accept_case>("anna");
  r.does<act::advance>("lead");
  r.does<act::tell_story>("anna");
  r.does<act::ask>("boris");
  r.does<act::advance>("lead");
  r.does<act::propose>("boris");
  r.does<act::advance>("lead");
  r.does<act::assess>("boris", option_id{1});
  r.does<act::forecast>("boris", option_id{1});
  r.does<act::advance>("lead");
  r.does<act::self_assess>("anna");
  r.does<act::close>("lead");
}

//! [matchers]
TEST(Room, LetsAMeetingConform) {
  room r(three_people());
  meet(r);
  EXPECT_THAT(recorded_in(r), conforms_to<student_group>());
}

TEST(Room, KeepsOutWhatIsNotTheirTurn) {
  room r(three_people());
  EXPECT_TRUE(r.does<act::present_case>("anna"));
  EXPECT_FALSE(r.does<act::advance>("lead"));  // Boris has not had a turn
  EXPECT_FALSE(r.does<act::tell_story>("anna"));
  EXPECT_THAT(recorded_in(r), has_verdict(verdict::in_progress));
}

TEST(Room, LetsTheLeaderEndIt) {
  room r(three_people());
  EXPECT_TRUE(r.does<act::terminate>("lead"));
  EXPECT_THAT(recorded_in(r), has_verdict(verdict::terminated));
}

TEST(OldRecords, SkippedTheSelection) {
  const auto people = three_people();
  const std::vector old{event<student_group>::of<act::present_case>({0}),
                        event<student_group>::of<act::present_case>({1}), event<student_group>::of<act::advance>({2}),
                        event<student_group>::of<act::tell_story>({0})};
  EXPECT_THAT(trace_of<student_group>(people, old), has_finding(code::wrong_stage, 4));
  EXPECT_THAT(trace_of<student_group>(people, old), Not(has_finding(code::wrong_role)));
}
//! [matchers]

}  // namespace
