// SPDX-License-Identifier: MIT
// A session is in a role.
// section: not_a_stage
// names: leader
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

bool begins(const group<student_group>& people) {
#ifdef MISUSE
  const session_at<student_group, role::leader> now(people);
  return sizeof(now) != 0;
#else
  const session_at<student_group, stage::presentation> now(people);
  return !now.is_spent();
#endif
}
