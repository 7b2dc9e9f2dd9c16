// SPDX-License-Identifier: MIT
// One session becomes two.
// expect: delete
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto fork(session_at<student_group, stage::story>& now) {
#ifdef MISUSE
  return now;
#else
  return std::move(now);
#endif
}
