// SPDX-License-Identifier: MIT
// The time comes before the target.
// section: target_of_act
// expect-computed: balint: 'vote' takes a case_id, then the time if there is one [target_of_act]
// names: vote case_id
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

auto choose(session_at<student_group, stage::selection>& now, seat<role::participant> anna, person_id boris, instant at) {
#ifdef MISUSE
  return now.record<act::vote>(anna, at, case_id{boris});
#else
  return now.record<act::vote>(anna, case_id{boris}, at);
#endif
}
