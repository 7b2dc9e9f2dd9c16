// SPDX-License-Identifier: MIT
// A session is held by a group of another protocol.
// section: not_a_group
// lines: 12
#include <balint/group/group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool begins(const group<staff_group>& people) {
#ifdef MISUSE
  return !session<student_group>(people).is_over();
#else
  return !session<staff_group>(people).is_over();
#endif
}
