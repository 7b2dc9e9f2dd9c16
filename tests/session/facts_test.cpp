// SPDX-License-Identifier: MIT
// The advisories about a session; none of them values anybody.
#include <balint/session/facts.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace facts_test {

using students = student_group;

constexpr bool has(const auto& advisories, advisory_code code) {
  for (const auto& one : advisories) {
    if (one.code == code) return true;
  }
  return false;
}

/// A session that lasts so many milliseconds, up to but without its end.
constexpr scene<students> lasting(time_span length, bool refocused) {
  scene<students> s;
  s.did(watcher, act::note{}, instant{5});
  if (refocused) s.did(lead, act::refocus{});
  while (s.is_sound() && !s->is_in<stage::self_assessment>()) s.left();
  return s.fulfilled().did(watcher, act::note{}, instant{5 + length.milliseconds});
}
constexpr auto advisories_of_closed(time_span length, bool refocused) {
  return advisories_of(lasting(length, refocused).did(lead, act::close{}).now());
}

TEST(Facts, OfASessionThatBeginsAreNone) {
  BALINT_CHECK(advisories_of(scene<students>().now()).empty());
  BALINT_CHECK(advisories_of(scene<classical_group>().now()).empty());
  BALINT_CHECK(advisories_of(scene<case_consultation>().now()).empty());
}

TEST(Facts, Passed_NamesWhoPassedInAnyStage_A7) {
  constexpr auto passed = [] {
    auto s = scene<students>().did(clara, act::pass{}).did(anna, act::present_case{}).did(boris, act::present_case{});
    return advisories_of(s.did(lead, act::advance{}).now());
  };
  BALINT_CHECK(passed().size() == 1 && passed()[0].code == advisory_code::passed);
  BALINT_CHECK(passed()[0].who.size() == 1 && passed()[0].who.contains(clara));
}

TEST(Facts, Passed_HoldsForACaseConsultationToo_A7) {
  constexpr auto passed = [] {
    return advisories_of(entering<case_consultation, stage::suggestions>().did(clara, act::pass{}).now());
  };
  BALINT_CHECK(passed().size() == 1 && passed()[0].who.contains(clara));
}

TEST(Facts, OwnOptionOnly_NamesTheAuthorWhoAloneWeighedIt_A12) {
  constexpr auto weighed = [](bool by_other) {
    auto s = entering<students, stage::assessment>();  // Boris proposed option 1, Clara option 2.
    s.did(boris, act::assess{}, option_id{1}).did(boris, act::forecast{}, option_id{1});
    s.did(boris, act::assess{}, option_id{2}).did(clara, act::forecast{}, option_id{2});
    if (by_other) s.did(clara, act::assess{}, option_id{1});
    return advisories_of(s.now());
  };
  BALINT_CHECK(weighed(false).size() == 1 && weighed(false)[0].code == advisory_code::own_option_only);
  BALINT_CHECK(weighed(false)[0].who.size() == 1 && weighed(false)[0].who.contains(boris));
  BALINT_CHECK(weighed(true).empty());
}

TEST(Facts, OwnOptionOnly_AnOptionNobodyWeighedIsAnotherMatter_A12) {
  BALINT_CHECK(advisories_of(entering<students, stage::assessment>().now()).empty());
}

TEST(Facts, SessionLength_IsBetweenTwoAndThreeHours_CAD1) {
  BALINT_CHECK(!has(advisories_of_closed(time_span::minutes(120), true), advisory_code::session_length));
  BALINT_CHECK(!has(advisories_of_closed(time_span::minutes(180), true), advisory_code::session_length));
  BALINT_CHECK(
      has(advisories_of_closed({time_span::minutes(120).milliseconds - 1}, true), advisory_code::session_length));
  BALINT_CHECK(
      has(advisories_of_closed({time_span::minutes(180).milliseconds + 1}, true), advisory_code::session_length));
}

TEST(Facts, SessionLength_IsNoMatterOfASessionWithoutTimesOrThatGoesOn_CAD1) {
  BALINT_CHECK(!has(advisories_of(fulfilled<students, stage::self_assessment>().did(lead, act::close{}).now()),
                    advisory_code::session_length));
  BALINT_CHECK(!has(advisories_of(lasting(time_span::minutes(10), true).now()), advisory_code::session_length));
  BALINT_CHECK(!has(advisories_of(lasting(time_span::minutes(10), true).did(lead, act::terminate{}).now()),
                    advisory_code::session_length));
}

TEST(Facts, NoRefocus_InAClosedSessionOfAnHourOrMore_RSK2) {
  BALINT_CHECK(has(advisories_of_closed(time_span::minutes(60), false), advisory_code::no_refocus));
  BALINT_CHECK(!has(advisories_of_closed(time_span::minutes(60), true), advisory_code::no_refocus));
  BALINT_CHECK(!has(advisories_of_closed({time_span::minutes(60).milliseconds - 1}, false), advisory_code::no_refocus));
  BALINT_CHECK(!has(advisories_of(lasting(time_span::minutes(90), false).now()), advisory_code::no_refocus));
}

TEST(Facts, ComeInTheOrderOfTheProtocol) {
  constexpr auto all = [] { return advisories_of_closed(time_span::minutes(200), false); };
  BALINT_CHECK(all().size() == 3);
  BALINT_CHECK(all()[0].code == advisory_code::session_length && all()[0].was == 200 && all()[0].to == 180);
  BALINT_CHECK(all()[1].code == advisory_code::no_refocus && all()[2].code == advisory_code::not_live);
  BALINT_CHECK(all()[2].was == 200 && all()[2].to == 60);
}

TEST(Facts, SessionLength_RunsFromTheOpening_CAD1) {
  constexpr auto opened = [] {
    scene<students> s;
    s.did(lead, act::open{}, instant{0});
    while (s.is_sound() && !s->is_in<stage::self_assessment>()) s.left();
    return advisories_of(s.fulfilled().did(lead, act::close{}, instant{time_span::minutes(100).milliseconds}).now());
  };
  BALINT_CHECK(has(opened(), advisory_code::session_length) && opened()[0].was == 100);
}

TEST(Facts, Passed_CountsPassesOfAllStages_A7) {
  constexpr auto passed = [] {
    auto s = scene<students>().did(clara, act::pass{}).did(anna, act::present_case{}).did(boris, act::present_case{});
    return advisories_of(s.did(lead, act::advance{}).did(clara, act::pass{}).did(boris, act::pass{}).now())[0];
  };
  BALINT_CHECK(passed().code == advisory_code::passed && passed().was == 3 && passed().who.bits() == 0b0110U);
}

TEST(Facts, LeaderAndPresenterProposed_CountOptions_STG4) {
  constexpr auto proposed = [] {
    return advisories_of(entering<students, stage::proposals>()
                             .did(lead, act::propose{})
                             .did(lead, act::propose{})
                             .did(anna, act::propose{})
                             .did(boris, act::propose{})
                             .now());
  };
  BALINT_CHECK(proposed().size() == 2);
  BALINT_CHECK(proposed()[0].code == advisory_code::leader_proposed && proposed()[0].was == 2);
  BALINT_CHECK(proposed()[1].code == advisory_code::presenter_proposed && proposed()[1].was == 1);
}

TEST(Facts, LeaderProposed_IsNotAskedOfALeaderWhoOwesAnOption_VAR2) {
  BALINT_CHECK(advisories_of(entering<staff_group, stage::proposals>().did(lead, act::propose{}).now()).empty());
}

TEST(Facts, LeaderWeighed_OnlyIfTheLeaderGrades_A23) {
  constexpr auto weighed = [](bool grades) {
    auto people = formed<students>().formed().value();
    if (grades) detail::group_access::mark_grading(people, lead);
    scene<students> s(people);
    while (s.is_sound() && !s->is_in<stage::assessment>()) s.left();
    return has(advisories_of(s.did(lead, act::forecast{}, option_id{1}).now()), advisory_code::leader_weighed);
  };
  BALINT_CHECK(weighed(true) && !weighed(false));
}

TEST(Facts, CutShort_NamesTheStages_RUL4) {
  constexpr auto cut = [] {
    return advisories_of(scene<students>().did(anna, act::present_case{}).did(lead, act::cut_short{}).now());
  };
  BALINT_CHECK(cut().size() == 1 && cut()[0].code == advisory_code::cut_short && cut()[0].stages == 0b000001U);
}

TEST(Facts, SupervisorAway_CountsMinutesOfAStaffGroup_VAR3) {
  constexpr auto minute = [](std::int64_t n) { return instant{time_span::minutes(n).milliseconds}; };
  constexpr auto away = [minute]<typename P>(P) {
    return advisories_of(scene<P>()
                             .did(anna, act::present_case{}, minute(0))
                             .did(watcher, act::drop{}, minute(5))
                             .did(boris, act::present_case{}, minute(12))
                             .did(watcher, act::rejoin{}, minute(20))
                             .did(clara, act::present_case{}, minute(30))
                             .now());
  };
  BALINT_CHECK(away(staff_group{}).size() == 1 && away(staff_group{})[0].code == advisory_code::supervisor_away);
  BALINT_CHECK(away(staff_group{})[0].was == 15);
  BALINT_CHECK(away(student_group{}).empty() && away(led_staff_group{}).empty());
}

TEST(Facts, NotLive_IsAboutTheLongestSilence_REM1) {
  constexpr auto minute = [](std::int64_t n) { return instant{time_span::minutes(n).milliseconds}; };
  constexpr auto silent = [minute](std::int64_t longest) {
    return advisories_of(scene<students>()
                             .did(anna, act::present_case{}, minute(0))
                             .did(boris, act::present_case{}, minute(longest))
                             .did(watcher, act::note{})
                             .did(clara, act::present_case{}, minute(longest + 10))
                             .now());
  };
  BALINT_CHECK(silent(61).size() == 1 && silent(61)[0].code == advisory_code::not_live && silent(61)[0].was == 61);
  BALINT_CHECK(silent(60).empty());
}

TEST(Facts, ShowLengthAndTimesAndRefocus) {
  constexpr auto facts = [] {
    return session_facts<students>(lasting(time_span::minutes(30), true).now().snapshot().state);
  };
  BALINT_CHECK(facts().length() == time_span::minutes(30));
  BALINT_CHECK(facts().is_timed() && facts().was_refocused() && !facts().is_closed());
  BALINT_CHECK(facts().passers().empty() && facts().authors_alone().empty());
}

}  // namespace facts_test
