// SPDX-License-Identifier: MIT
// An event is put together by hand, so that its target is any number.
// expect: target
#include <balint/protocols/student_group.hpp>
#include <balint/session/event.hpp>

using namespace balint;

auto voice(person_id anna, person_id boris) {
#ifdef MISUSE
  event<student_group> e = event<student_group>::of<act::vote>(anna, case_id{boris});
  e.target = 7;
  return e;
#else
  return event<student_group>::of<act::vote>(anna, case_id{boris});
#endif
}
