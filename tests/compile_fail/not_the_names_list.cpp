// SPDX-License-Identifier: MIT
// The names of people are given to a message as a list, without braces.
// section: not_the_names
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/text/message.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace balint;

std::string told(const refusal<student_group>& no, const std::vector<std::string_view>& names) {
#ifdef MISUSE
  return message(no, names);
#else
  return message(no, {names});
#endif
}
