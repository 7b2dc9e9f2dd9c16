// SPDX-License-Identifier: MIT
// A person acts without a role.
// section: not_a_seat
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

bool asks(session_at<student_group, stage::story>& now, person_id anna) {
#ifdef MISUSE
  return now.record<act::ask>(anna).has_value();
#else
  return now.record<act::ask>(seat<role::participant>{anna}).has_value();
#endif
}
