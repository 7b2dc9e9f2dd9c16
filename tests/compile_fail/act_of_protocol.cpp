// SPDX-License-Identifier: MIT
// A run-time session is given an act that its protocol does not know.
// section: act_of_protocol
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

auto think(session<student_group>& now, person_id anna) {
#ifdef MISUSE
  return now.record<act::speculate>(anna);
#else
  return now.record<act::ask>(anna);
#endif
}
