// SPDX-License-Identifier: MIT
// The supervisor takes part in a stage (SUP-2).
// section: role_may_act
// expect-computed: balint: in student_group, stage 'proposals', role 'supervisor' may not 'propose': pass the seat of another role [role_may_act]
// names: propose supervisor proposals
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto suggest(session_at<student_group, stage::proposals>& now, seat<role::supervisor> olga) {
#else
auto suggest(session_at<student_group, stage::proposals>& now, seat<role::participant> olga) {
#endif
  return now.record<act::propose>(olga);
}
