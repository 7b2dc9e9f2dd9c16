// SPDX-License-Identifier: MIT
// A stage is cut short by recording an act.
// section: leave_by_moving
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto go_on(session_at<student_group, stage::story> now, seat<role::leader> maria) {
#ifdef MISUSE
  return now.record<act::cut_short>(maria);
#else
  return std::move(now).cut_short_to<stage::proposals>(maria);
#endif
}
