// SPDX-License-Identifier: MIT
// Making an event from words: what each act takes.
#include <balint/session/recording.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace recording_test {

using students = student_group;

TEST(EventOf, AnActWithoutTarget) {
  constexpr auto e = event_of<students, act::present_case>(boris);
  BALINT_CHECK(e.by == boris && e.act == act_id_of<act::present_case, students> && e.target == 0 && e.at == unstated);
}

TEST(EventOf, AnActOnACase) { BALINT_CHECK(event_of<students, act::vote>(anna, case_id{clara}).target == clara.index); }

TEST(EventOf, AnActOnAnOption) { BALINT_CHECK(event_of<students, act::assess>(anna, option_id{256}).target == 256); }

TEST(EventOf, AnActOnARule) {
  constexpr auto memory = rule_of<students, rule::from_memory>;
  BALINT_CHECK(event_of<students, act::flag>(watcher, memory).target == memory.index);
}

TEST(EventOf, AnActOnAPerson) { BALINT_CHECK(event_of<students, act::hand_over>(lead, deputy).target == deputy.index); }

TEST(EventOf, NobodyIsNoTarget) {
  BALINT_CHECK(event_of<students, act::hand_over>(lead, nobody).target == event<students>::unknown_target);
  BALINT_CHECK(event_of<students, act::vote>(anna, case_id{nobody}).target == event<students>::unknown_target);
}

TEST(EventOf, TheTimeComesLast) {
  BALINT_CHECK(event_of<students, act::ask>(anna, instant{7}).at == instant{7});
  BALINT_CHECK(event_of<students, act::vote>(anna, case_id{boris}, instant{7}).at == instant{7});
  BALINT_CHECK(event_of<students, act::vote>(anna, case_id{boris}, instant{7}).target == boris.index);
}

TEST(Takes, ItsOwnTargetAndATimeBehindIt) {
  BALINT_CHECK(takes<act::vote, case_id>);
  BALINT_CHECK(takes<act::vote, case_id, instant>);
  BALINT_CHECK(takes<act::ask>);
  BALINT_CHECK(takes<act::ask, instant>);
}

TEST(Takes, NoOtherTargetAndNoOtherOrder_RUL2) {
  BALINT_CHECK(!takes<act::vote>);
  BALINT_CHECK(!takes<act::vote, instant>);
  BALINT_CHECK(!takes<act::vote, instant, case_id>);
  BALINT_CHECK(!takes<act::assess, person_id>);
  BALINT_CHECK(!takes<act::forecast, case_id>);
  BALINT_CHECK(!takes<act::ask, person_id>);
  BALINT_CHECK(!takes<act::hand_over, case_id>);
  BALINT_CHECK(!takes<act::ask, instant, instant>);
}

}  // namespace recording_test
