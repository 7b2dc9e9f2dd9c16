// SPDX-License-Identifier: MIT
// A session is begun without looking whether the group was formed.
// expect: error
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

#include <span>

using namespace balint;

bool begins(std::span<const person<student_group>> people) {
#ifdef MISUSE
  const session<student_group> now(form<student_group>(people));
  return !now.is_over();
#else
  const auto all = form<student_group>(people).formed();
  return all && !session<student_group>(*all).is_over();
#endif
}
