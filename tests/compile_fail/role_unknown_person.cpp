// SPDX-License-Identifier: MIT
// A person has an office that the protocol does not give.
// section: role_unknown
// names: student_group moderator
#include <balint/group/person.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

auto somebody() {
#ifdef MISUSE
  return person<student_group>::as<role::moderator>("anna");
#else
  return person<student_group>::as<role::leader>("anna");
#endif
}
