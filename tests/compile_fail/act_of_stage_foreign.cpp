// SPDX-License-Identifier: MIT
// An act of another protocol is recorded.
// section: act_of_stage
// expect-computed: balint: in student_group, 'speculate' is not an act of the protocol: record one that it has [act_of_stage]
// names: speculate story
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

auto think(session_at<student_group, stage::story>& now, seat<role::participant> anna) {
#ifdef MISUSE
  return now.record<act::speculate>(anna);
#else
  return now.record<act::ask>(anna);
#endif
}
