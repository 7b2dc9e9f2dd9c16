// SPDX-License-Identifier: MIT
// A vote is for no case.
// section: target_of_act
// expect-computed: balint: 'vote' takes a case_id, then the time if there is one [target_of_act]
// names: vote
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

auto choose(session_at<student_group, stage::selection>& now, seat<role::participant> anna, person_id boris) {
#ifdef MISUSE
  return now.record<act::vote>(anna);
#else
  return now.record<act::vote>(anna, case_id{boris});
#endif
}
