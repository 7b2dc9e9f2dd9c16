// SPDX-License-Identifier: MIT
// What a visitor gives back is of one type for some protocols and of another one for others.
// section: not_for_each_protocol
// lines: 12
#include <balint/protocols/all.hpp>
#include <balint/words/any_session.hpp>

#include <cstdint>

using namespace balint;

struct visitor {
#ifdef MISUSE
  std::size_t operator()(session<student_group>& running, const cast<student_group>&) { return running.option_count(); }
  std::uint8_t operator()(auto&, const auto&) { return 0; }
#else
  std::size_t operator()(session<student_group>& running, const cast<student_group>&) { return running.option_count(); }
  std::size_t operator()(auto&, const auto&) { return 0; }
#endif
};
std::size_t options_of(any_session<>& one) { return one.visit(visitor{}); }
