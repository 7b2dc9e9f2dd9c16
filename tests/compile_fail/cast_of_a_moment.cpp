// SPDX-License-Identifier: MIT
// Names are lent by a cast that is gone at the end of the line.
// expect: delete
#include <balint/protocols/student_group.hpp>
#include <balint/words/cast.hpp>

#include <span>
#include <string_view>

using namespace balint;

cast<student_group> the_people();

std::string_view first_name() {
#ifdef MISUSE
  return the_people().name_of({0});
#else
  static const auto people = the_people();
  return people.name_of({0});
#endif
}
