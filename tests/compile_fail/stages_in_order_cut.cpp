// SPDX-License-Identifier: MIT
// A stage is cut short to one that does not come next.
// section: stages_in_order
// expect-computed: balint: in student_group, after 'selection' comes 'story', not 'proposals' [stages_in_order]
// names: selection proposals
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

auto go_on(session_at<student_group, stage::selection> now, seat<role::leader> maria) {
#ifdef MISUSE
  return std::move(now).cut_short_to<stage::proposals>(maria);
#else
  return std::move(now).cut_short_to<stage::story>(maria);
#endif
}
