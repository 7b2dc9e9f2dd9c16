// SPDX-License-Identifier: MIT
// The presenter proposes in the presenter's own case (STG-4).
// section: role_may_act
// expect-computed: balint: in student_group, stage 'proposals', role 'presenter' may not 'propose': pass the seat of another role [role_may_act]
// names: propose presenter proposals
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto suggest(session_at<student_group, stage::proposals>& now, seat<role::presenter> boris) {
#else
auto suggest(session_at<student_group, stage::proposals>& now, seat<role::participant> boris) {
#endif
  return now.record<act::propose>(boris);
}
