// SPDX-License-Identifier: MIT
// A session goes back.
// section: stages_in_order
// expect-computed: balint: in student_group, after 'proposals' comes 'assessment', not 'story' [stages_in_order]
// names: proposals story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto go_on(session_at<student_group, stage::proposals> now, seat<role::leader> maria) {
#ifdef MISUSE
  return std::move(now).advance_to<stage::story>(maria);
#else
  return std::move(now).advance_to<stage::assessment>(maria);
#endif
}
