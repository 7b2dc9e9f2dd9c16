// SPDX-License-Identifier: MIT
// A session is asked about a role that its protocol does not know.
// section: role_unknown
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool guides(const session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.holds<role::moderator>(anna);
#else
  return now.holds<role::leader>(anna);
#endif
}
