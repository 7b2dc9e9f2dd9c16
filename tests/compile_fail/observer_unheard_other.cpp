// SPDX-License-Identifier: MIT
// A callback of an observer takes something else.
// section: observer_unheard
// names: diary student_group
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

struct diary {
#ifdef MISUSE
  void on_accepted(const event<student_group>&) {}
  void on_ended(stage_id<student_group>) {}
#else
  void on_accepted(const event<student_group>&) {}
  void on_ended(ending) {}
#endif
};

bool begins(const group<student_group>& people) {
  const session<student_group, diary> now(people);
  return !now.is_over();
}
