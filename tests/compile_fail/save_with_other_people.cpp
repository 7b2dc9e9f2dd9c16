// SPDX-License-Identifier: MIT
// A session is saved with the people of another protocol.
// section: not_the_people
// lines: 12
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/words/save.hpp>

using namespace balint;

#ifdef MISUSE
using protocol_of_people = staff_group;
#else
using protocol_of_people = student_group;
#endif

bool can_save(const session<student_group>& running, const cast<protocol_of_people>& people) {
  return save(running, people).has_value();
}
