// SPDX-License-Identifier: MIT
// Somebody who does not lead cuts a stage short (RUL-4).
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
  return std::move(now).cut_short_to<stage::proposals>(maria);
}
