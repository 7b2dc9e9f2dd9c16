// SPDX-License-Identifier: MIT
// A number votes.
// section: not_a_person
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool votes(session<student_group>& now, person_id boris) {
#ifdef MISUSE
  return now.record<act::vote>(0, case_id{boris}).has_value();
#else
  return now.record<act::vote>(person_id{0}, case_id{boris}).has_value();
#endif
}
