// SPDX-License-Identifier: MIT
// A session of a protocol is in a stage of another.
// expect: has_stage
// expect: group_work
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

#include <type_traits>

using namespace balint;

#ifdef MISUSE
using now = session_at<student_group, stage::group_work>;
#else
using now = session_at<student_group, stage::proposals>;
#endif
static_assert(!std::is_copy_constructible_v<now>);
