// SPDX-License-Identifier: MIT
// A session is of a stage.
// section: not_a_protocol
// names: story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

bool begins([[maybe_unused]] const group<student_group>& people) {
#ifdef MISUSE
  const session<stage::story> now(people);
  return sizeof(now) != 0;
#else
  const session<student_group> now(people);
  return !now.is_over();
#endif
}
