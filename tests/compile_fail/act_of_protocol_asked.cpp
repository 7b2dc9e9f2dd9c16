// SPDX-License-Identifier: MIT
// A session is asked about an act that its protocol lacks.
// section: act_of_protocol
// names: reflect student_group
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool asks(const session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.is_legal<act::reflect>(anna);
#else
  return now.is_legal<act::vote>(anna);
#endif
}
