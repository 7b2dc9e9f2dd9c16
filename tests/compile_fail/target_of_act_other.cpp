// SPDX-License-Identifier: MIT
// A case is given where an option is wanted.
// section: target_of_act
// expect-computed: balint: 'assess' takes an option_id, then the time if there is one [target_of_act]
// names: assess case_id
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

auto weigh(session_at<student_group, stage::assessment>& now, seat<role::participant> anna) {
#ifdef MISUSE
  return now.record<act::assess>(anna, case_id{1});
#else
  return now.record<act::assess>(anna, option_id{1});
#endif
}
