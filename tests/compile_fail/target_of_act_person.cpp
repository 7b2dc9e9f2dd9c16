// SPDX-License-Identifier: MIT
// A person is assessed (RUL-2).
// section: target_of_act
// expect-computed: balint: 'assess' takes an option_id, then the time if there is one [target_of_act]
// names: assess person_id
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto weigh(session_at<student_group, stage::assessment>& now, seat<role::participant> anna, person_id boris) {
  return now.record<act::assess>(anna, boris);
#else
auto weigh(session_at<student_group, stage::assessment>& now, seat<role::participant> anna, option_id first) {
  return now.record<act::assess>(anna, first);
#endif
}
