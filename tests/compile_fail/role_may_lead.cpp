// SPDX-License-Identifier: MIT
// Somebody who does not lead moves the session on (RUL-5).
// section: role_may_lead
// names: participant
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

#ifdef MISUSE
auto go_on(session_at<student_group, stage::story> now, seat<role::participant> maria) {
#else
auto go_on(session_at<student_group, stage::story> now, seat<role::leader> maria) {
#endif
  return std::move(now).advance_to<stage::proposals>(maria);
}
