// SPDX-License-Identifier: MIT
// A group is formed of names, and nobody holds an office.
// section: not_the_people
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

bool forms() {
#ifdef MISUSE
  return form<student_group>({"anna", "boris"}).is_formed();
#else
  return form<student_group>(
             {person<student_group>::as<role::participant>("anna"), person<student_group>::as<role::leader>("boris")})
      .is_formed();
#endif
}
