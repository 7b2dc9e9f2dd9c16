// SPDX-License-Identifier: MIT
// A session is held by what form gave, formed or not.
// section: not_a_group
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool begins(const formation<student_group>& all) {
#ifdef MISUSE
  return !session<student_group>(all).is_over();
#else
  return all.is_formed() && !session<student_group>(*all.formed()).is_over();
#endif
}
