// SPDX-License-Identifier: MIT
// A stage is used after it was left.
// expect: consumed
// compiler: Clang
// options: -Wconsumed -Werror=consumed
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

bool go_on(session_at<student_group, stage::story> now, seat<role::leader> maria, seat<role::presenter> boris) {
#ifdef MISUSE
  const auto next = std::move(now).advance_to<stage::proposals>(maria);
  return now.record<act::tell_story>(boris) && next;
#else
  const auto told = now.record<act::tell_story>(boris);
  return told && std::move(now).advance_to<stage::proposals>(maria);
#endif
}
