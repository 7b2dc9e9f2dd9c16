// SPDX-License-Identifier: MIT
// A session is asked whether a number can ask.
// section: not_a_person
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool may(const session<student_group>& now) {
#ifdef MISUSE
  return now.can<act::ask>(0).has_value();
#else
  return now.can<act::ask>(person_id{0}).has_value();
#endif
}
