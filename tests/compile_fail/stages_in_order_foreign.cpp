// SPDX-License-Identifier: MIT
// A session goes on to a stage of another protocol.
// section: stages_in_order
// expect-computed: balint: in student_group, after 'story' comes 'proposals', not 'group_work' [stages_in_order]
// names: story group_work
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto go_on(session_at<student_group, stage::story> now, seat<role::leader> maria) {
#ifdef MISUSE
  return std::move(now).advance_to<stage::group_work>(maria);
#else
  return std::move(now).advance_to<stage::proposals>(maria);
#endif
}
