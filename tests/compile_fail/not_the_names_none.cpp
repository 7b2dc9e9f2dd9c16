// SPDX-License-Identifier: MIT
// A message is asked for without the names of people.
// section: not_the_names
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/text/message.hpp>

#include <string>

using namespace balint;

std::string told(const finding<student_group>& found) {
#ifdef MISUSE
  return message(found);
#else
  return message(found, {});
#endif
}
