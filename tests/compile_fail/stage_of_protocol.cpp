// SPDX-License-Identifier: MIT
// A session of a protocol is in a stage of another.
// section: not_a_stage
// expect: group_work
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
using now = session_at<student_group, stage::group_work>;
#else
using now = session_at<student_group, stage::proposals>;
#endif
static_assert(sizeof(now) > 0);
