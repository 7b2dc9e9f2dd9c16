// SPDX-License-Identifier: MIT
// A session of any protocol is visited with a function for one of them.
// section: not_for_each_protocol
// lines: 12
#include <balint/protocols/all.hpp>
#include <balint/words/any_session.hpp>

using namespace balint;

std::size_t options_of(any_session<>& one) {
#ifdef MISUSE
  return one.visit([](session<student_group>& running, const cast<student_group>&) { return running.option_count(); });
#else
  return one.visit([](auto& running, const auto&) { return running.option_count(); });
#endif
}
