// SPDX-License-Identifier: MIT
// What was said is recorded (RUL-3).
// section: target_of_act
// expect-computed: balint: 'tell_story' takes no target, then the time if there is one [target_of_act]
// names: tell_story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

auto tell(session_at<student_group, stage::story>& now, seat<role::presenter> boris) {
#ifdef MISUSE
  return now.record<act::tell_story>(boris, "Yesterday, in the seventh form, ...");
#else
  return now.record<act::tell_story>(boris);
#endif
}
