// SPDX-License-Identifier: MIT
// A session is moved on at a number.
// section: not_a_time
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <utility>

using namespace balint;

bool goes_on(session_at<student_group, stage::presentation> now, seat<role::leader> lead) {
#ifdef MISUSE
  return std::move(now).advance_to<stage::selection>(lead, 60).has_value();
#else
  return std::move(now).advance_to<stage::selection>(lead, instant{60}).has_value();
#endif
}
