// SPDX-License-Identifier: MIT
// A session is begun with a group that nobody formed.
// expect: group
#include <balint/group/form.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>

#include <span>

using namespace balint;

bool begins([[maybe_unused]] std::span<const person<student_group>> people) {
#ifdef MISUSE
  return !session<student_group>(group<student_group>{}).is_over();
#else
  const auto all = form<student_group>(people).formed();
  return all && !session<student_group>(*all).is_over();
#endif
}
