// SPDX-License-Identifier: MIT
// A session in a stage names its stage first.
// section: not_a_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

bool begins(const group<student_group>& people) {
#ifdef MISUSE
  const session_at<stage::presentation, student_group> now(people);
  return sizeof(now) != 0;
#else
  const session_at<student_group, stage::presentation> now(people);
  return !now.is_spent();
#endif
}
