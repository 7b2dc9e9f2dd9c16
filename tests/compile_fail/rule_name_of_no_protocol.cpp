// SPDX-License-Identifier: MIT
// The name of a rule is asked for without its protocol.
// section: not_a_protocol
// lines: 12
#include <balint/protocol/lookup.hpp>
#include <balint/protocols/student_group.hpp>

using namespace balint;

std::string_view name_of_a_rule(rule_id rule) {
#ifdef MISUSE
  return name_of(rule);
#else
  return name_of<student_group>(rule);
#endif
}
