// SPDX-License-Identifier: MIT
// A run-time session is given another target than the act takes.
// section: target_of_act
// expect-computed: balint: 'forecast' takes an option_id, then the time if there is one [target_of_act]
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

auto weigh(session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.record<act::forecast>(anna, case_id{anna});
#else
  return now.record<act::forecast>(anna, option_id{1});
#endif
}
