// SPDX-License-Identifier: MIT
// The number of an act is asked for that the protocol does not know.
// section: act_of_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>

using namespace balint;

auto number_of_an_act() {
#ifdef MISUSE
  return act_id_of<act::speculate, student_group>;
#else
  return act_id_of<act::ask, student_group>;
#endif
}
