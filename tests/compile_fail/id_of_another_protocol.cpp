// SPDX-License-Identifier: MIT
// The id of an act of one protocol is looked up in another.
// expect: staff_group
#include <balint/protocol/lookup.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

bool is_vote(act_id<student_group> done) {
#ifdef MISUSE
  return done == act_id_of<act::vote, staff_group>;
#else
  return done == act_id_of<act::vote, student_group>;
#endif
}
