// SPDX-License-Identifier: MIT
// Somebody is called by a text that is gone at the end of the line.
// expect: delete
#include <balint/group/person.hpp>
#include <balint/protocols/student_group.hpp>

#include <string>

using namespace balint;

std::string name_of_row(int row);

person<student_group> somebody(const std::string& kept) {
#ifdef MISUSE
  (void)kept;
  return person<student_group>::as<role::participant>(name_of_row(1));
#else
  return person<student_group>::as<role::participant>(kept);
#endif
}
