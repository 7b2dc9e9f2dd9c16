// SPDX-License-Identifier: MIT
// A typed session is held by what form gave, formed or not.
// section: not_a_group
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

bool begins(const formation<student_group>& all) {
#ifdef MISUSE
  return !session_at<student_group, stage::presentation>(all).is_spent();
#else
  return all.is_formed() && !session_at<student_group, stage::presentation>(*all.formed()).is_spent();
#endif
}
