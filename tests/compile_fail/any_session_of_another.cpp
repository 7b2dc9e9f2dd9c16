// SPDX-License-Identifier: MIT
// A session becomes one of any of some protocols, of which its own is none.
// section: not_for_each_protocol
// lines: 12
#include <balint/protocols/all.hpp>
#include <balint/words/any_session.hpp>

using namespace balint;

#ifdef MISUSE
using mine = any_session<protocol_list<staff_group>>;
#else
using mine = any_session<protocol_list<staff_group, student_group>>;
#endif

bool can_be_any(const session<student_group>& running, const cast<student_group>& people) {
  return mine::of(people, running).has_value();
}
