// SPDX-License-Identifier: MIT
// The number of a stage is asked for, and the stage is a role.
// section: not_a_stage
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>

using namespace balint;

auto number_of_a_stage() {
#ifdef MISUSE
  return stage_id_of<role::leader, student_group>;
#else
  return stage_id_of<stage::story, student_group>;
#endif
}
