// SPDX-License-Identifier: MIT
// An event names the case first, and who voted second.
// section: not_a_person
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/event.hpp>

using namespace balint;

auto voice(person_id anna, case_id one) {
#ifdef MISUSE
  return event<student_group>::of<act::vote>(one, anna);
#else
  return event<student_group>::of<act::vote>(anna, one);
#endif
}
