// SPDX-License-Identifier: MIT
// A participant hands over the lead (RUL-5).
// section: role_may_act
// expect-computed: balint: in student_group, stage 'story', role 'participant' may not 'hand_over': pass the seat of another role [role_may_act]
// names: hand_over participant story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto leave(session_at<student_group, stage::story>& now, seat<role::participant> anna, person_id ivan) {
#else
auto leave(session_at<student_group, stage::story>& now, seat<role::leader> anna, person_id ivan) {
#endif
  return now.record<act::hand_over>(anna, ivan);
}
