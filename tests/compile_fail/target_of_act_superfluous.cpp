// SPDX-License-Identifier: MIT
// Somebody presents another's case (PUR-2).
// section: target_of_act
// expect-computed: balint: 'present_case' takes no target, then the time if there is one [target_of_act]
// names: present_case case_id
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto begin(session_at<student_group, stage::presentation>& now, seat<role::participant> anna, person_id boris) {
  return now.record<act::present_case>(anna, case_id{boris});
#else
auto begin(session_at<student_group, stage::presentation>& now, seat<role::participant> boris) {
  return now.record<act::present_case>(boris);
#endif
}
