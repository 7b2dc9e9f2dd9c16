// SPDX-License-Identifier: MIT
// A judge begins with a group, of which it is not known what stood against it.
// section: not_a_group
// lines: 12
#include <balint/conformance/judge.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

bool begins(const formation<student_group>& all) {
#ifdef MISUSE
  return all.is_formed() && judge<student_group>(*all.formed()).position() == 0;
#else
  return judge<student_group>(all).position() == 0;
#endif
}
