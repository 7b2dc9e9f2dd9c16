// SPDX-License-Identifier: MIT
// A session begins in the middle (STG-8).
// section: begin_at_the_start
// names: story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

bool begins(const group<student_group>& people) {
#ifdef MISUSE
  const session_at<student_group, stage::story> now(people);
  return now.at_run_time().is_over();
#else
  const session_at<student_group, stage::presentation> now(people);
  return now.at_run_time().is_over();
#endif
}
