// SPDX-License-Identifier: MIT
// The number of an act is asked for with the protocol first.
// section: not_a_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>

using namespace balint;

auto number_of_vote() {
#ifdef MISUSE
  return act_id_of<student_group, act::vote>;
#else
  return act_id_of<act::vote, student_group>;
#endif
}
