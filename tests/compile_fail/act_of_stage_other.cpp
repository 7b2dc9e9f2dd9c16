// SPDX-License-Identifier: MIT
// An act of another stage is recorded.
// section: act_of_stage
// expect-computed: balint: in student_group, 'assess' belongs to 'assessment', not to 'proposals' [act_of_stage]
// names: assess proposals
#include <balint/protocols/student_group.hpp>
#include <balint/session/session_at.hpp>

using namespace balint;

#ifdef MISUSE
auto weigh(session_at<student_group, stage::proposals>& now, seat<role::participant> anna) {
#else
auto weigh(session_at<student_group, stage::assessment>& now, seat<role::participant> anna) {
#endif
  return now.record<act::assess>(anna, option_id{1});
}
