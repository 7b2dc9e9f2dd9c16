// SPDX-License-Identifier: MIT
// An event of an act is made without what the act is done to.
// section: target_of_act
// expect-computed: balint: 'vote' takes a case_id, then the time if there is one [target_of_act]
// names: vote
#include <balint/protocols/student_group.hpp>
#include <balint/session/event.hpp>

using namespace balint;

auto voice(person_id anna, person_id boris) {
#ifdef MISUSE
  return static_cast<void>(boris), event<student_group>::of<act::vote>(anna);
#else
  return event<student_group>::of<act::vote>(anna, case_id{boris});
#endif
}
