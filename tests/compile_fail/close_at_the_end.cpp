// SPDX-License-Identifier: MIT
// A session is closed before its last stage.
// section: close_at_the_end
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto finish(session_at<student_group, stage::story> now, seat<role::leader> maria) {
#ifdef MISUSE
  return std::move(now).close(maria);
#else
  return std::move(now).terminate(maria);
#endif
}
