// SPDX-License-Identifier: MIT
// A session is held by a list of persons, as they are written in braces.
// section: not_a_group
// lines: 12
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

using namespace balint;

constexpr person<student_group> members[]{person<student_group>::as<role::participant>("anna"),
                                          person<student_group>::as<role::leader>("lead")};

bool begins() {
#ifdef MISUSE
  return !session<student_group>(members).is_over();
#else
  const auto formed = form<student_group>(members).formed();
  return formed && !session<student_group>(*formed).is_over();
#endif
}
