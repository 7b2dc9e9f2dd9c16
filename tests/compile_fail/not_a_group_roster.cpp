// SPDX-License-Identifier: MIT
// A session is held by a roster.
// section: not_a_group
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool begins(const roster<student_group>& all) {
#ifdef MISUSE
  return !session<student_group>(all).is_over();
#else
  const auto formed = form<student_group>(all).formed();
  return formed && !session<student_group>(*formed).is_over();
#endif
}
