// SPDX-License-Identifier: MIT
// A session is asked whether it is in a role.
// section: not_a_stage
// names: leader student_group
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool asks(const session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.is_in<role::leader>() || now.is_legal<act::vote>(anna);
#else
  return now.is_in<stage::story>() || now.is_legal<act::vote>(anna);
#endif
}
