// SPDX-License-Identifier: MIT
// The number of a rule is asked for that the protocol does not have.
// section: rule_of_protocol
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/concepts.hpp>

using namespace balint;

auto number_of_a_rule() {
#ifdef MISUSE
  return rule_of<student_group, rule::no_advice>;
#else
  return rule_of<student_group, rule::respect>;
#endif
}
