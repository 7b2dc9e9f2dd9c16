// SPDX-License-Identifier: MIT
// A session is told an event of another protocol.
// section: not_an_event
// lines: 12
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool tells(session<student_group>& now, [[maybe_unused]] const event<staff_group>& other,
           [[maybe_unused]] person_id anna) {
#ifdef MISUSE
  return now.apply(other).has_value();
#else
  return now.apply(event<student_group>::of<act::ask>(anna)).has_value();
#endif
}
