// SPDX-License-Identifier: MIT
// A session is asked whether somebody can do a stage.
// section: act_of_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool asks(const session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.can<stage::story>(anna).has_value();
#else
  return now.can<act::ask>(anna).has_value();
#endif
}
