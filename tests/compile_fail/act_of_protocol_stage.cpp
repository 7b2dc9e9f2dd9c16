// SPDX-License-Identifier: MIT
// A stage is recorded as an act.
// section: act_of_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool tells(session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.record<stage::story>(anna).has_value();
#else
  return now.record<act::ask>(anna).has_value();
#endif
}
