// SPDX-License-Identifier: MIT
// A group is formed of persons of another protocol.
// section: not_the_people
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>

#include <span>

using namespace balint;

bool forms(std::span<const person<staff_group>> people) {
#ifdef MISUSE
  return form<student_group>(people).is_formed();
#else
  return form<staff_group>(people).is_formed();
#endif
}
