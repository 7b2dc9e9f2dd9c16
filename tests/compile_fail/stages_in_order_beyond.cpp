// SPDX-License-Identifier: MIT
// A session goes on after its last stage.
// section: stages_in_order
// expect-computed: balint: in student_group, after 'self_assessment' comes the close, not 'presentation' [stages_in_order]
// names: self_assessment presentation
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto go_on(session_at<student_group, stage::self_assessment> now, seat<role::leader> maria) {
#ifdef MISUSE
  return std::move(now).advance_to<stage::presentation>(maria);
#else
  return std::move(now).close(maria);
#endif
}
