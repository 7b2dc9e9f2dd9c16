// SPDX-License-Identifier: MIT
// A name asks: the people of a session have none.
// section: not_a_person
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool asks(session<student_group>& now, [[maybe_unused]] const roster<student_group>& people) {
#ifdef MISUSE
  return now.record<act::ask>("anna").has_value();
#else
  return now.record<act::ask>(people["anna"]).has_value();
#endif
}
