// SPDX-License-Identifier: MIT
// A session is asked about an event that may be none.
// section: not_an_event
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool asks(const session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.can(event<student_group>::of(act_id_of<act::ask, student_group>, anna)).has_value();
#else
  const auto asked = event<student_group>::of(act_id_of<act::ask, student_group>, anna);
  return asked && now.can(*asked).has_value();
#endif
}
