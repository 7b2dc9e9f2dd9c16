// SPDX-License-Identifier: MIT
// A session is asked what is legal for a number.
// section: not_a_person
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool may(const session<student_group>& now) {
#ifdef MISUSE
  return now.is_legal<act::ask>(0);
#else
  return now.is_legal<act::ask>(person_id{0});
#endif
}
