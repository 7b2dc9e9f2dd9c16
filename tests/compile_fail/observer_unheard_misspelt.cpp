// SPDX-License-Identifier: MIT
// The only callback of an observer is misspelt.
// section: observer_unheard
// names: diary student_group
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

struct diary {
#ifdef MISUSE
  void on_acepted(const event<student_group>&) {}
#else
  void on_accepted(const event<student_group>&) {}
#endif
};

bool begins(const group<student_group>& people) {
  const session<student_group, diary> now(people);
  return !now.is_over();
}
