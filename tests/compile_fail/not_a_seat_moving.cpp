// SPDX-License-Identifier: MIT
// A person moves a session on without a role.
// section: not_a_seat
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

bool ends(session_at<student_group, stage::story> now, person_id lead) {
#ifdef MISUSE
  return std::move(now).terminate(lead).has_value();
#else
  return std::move(now).terminate(seat<role::leader>{lead}).has_value();
#endif
}
