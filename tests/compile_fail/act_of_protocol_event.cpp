// SPDX-License-Identifier: MIT
// An event is made of an act that its protocol does not know.
// section: act_of_protocol
// names: student_group
#include <balint/protocols/student_group.hpp>
#include <balint/session/event.hpp>

using namespace balint;

auto think(person_id anna) {
#ifdef MISUSE
  return event<student_group>::of<act::speculate>(anna);
#else
  return event<student_group>::of<act::ask>(anna);
#endif
}
