// SPDX-License-Identifier: MIT
// The presenter weighs an option for the presenter's own case (STG-5).
// section: role_may_act
// expect-computed: balint: in student_group, stage 'assessment', role 'presenter' may not 'assess': pass the seat of another role [role_may_act]
// names: assess presenter assessment
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto weigh(session_at<student_group, stage::assessment>& now, seat<role::presenter> boris) {
#else
auto weigh(session_at<student_group, stage::assessment>& now, seat<role::participant> boris) {
#endif
  return now.record<act::assess>(boris, option_id{1});
}
