// SPDX-License-Identifier: MIT
// A judge is of a role.
// section: not_a_protocol
// names: leader
#include <balint/conformance/judge.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

bool begins(const formation<student_group>& people) {
#ifdef MISUSE
  const judge<role::leader> by(people);
  return sizeof(by) != 0;
#else
  const judge<student_group> by(people);
  return by.position() == 0;
#endif
}
