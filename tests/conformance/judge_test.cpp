// SPDX-License-Identifier: MIT
// The judge: groups that cannot be formed, the sink, advisories, and whole traces.
#include <algorithm>
#include <balint/conformance/judge.hpp>
#include <string>
#include <vector>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace judge_test {

using students = student_group;
using staff = staff_group;
constexpr rule_id respect = rule_of<students, rule::respect>;

// ---- flags ----------------------------------------------------------------------------------------------------------

TEST(Judge, AnAnsweredFlagIsNoFinding_RUL6) {
  BALINT_CHECK(judged(trace<students>().add(watcher, act::flag{}, respect).add(lead, act::remind{}, respect).whole())
                   .is(verdict::conforming));
}

TEST(Judge, AFlagLeftOpenIsFoundOnceAtTheFirstMove_RUL6) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::flag{}, respect).whole())
                   .is(verdict::departs, {{5, code::flag_open, "leader_enforces", 1, "presentation"}}));
}

// ---- groups that cannot be formed -----------------------------------------------------------------------------------

TEST(Judge, FormationErrorsAreFindingsAt0InTheirOrder) {
  constexpr auto errors = [] {
    auto people = people_of<staff>();
    people[0].agrees = consent::refused;
    people[5].offices = office_set<staff>::of<role::supervisor, role::deputy>();
    people[5].profession = "teacher";
    return judged<staff>(trace<staff>(), form<staff>(people));
  };
  BALINT_CHECK(errors().is(verdict::departs, {{0, code::supervisor_takes_part, "roles"},
                                              {0, code::supervisor_profession, "supervisor_present"},
                                              {0, code::not_voluntary, "voluntary"}}));
}

TEST(Judge, SeveralLeaders_TheFirstPresentInTheRosterActs_RUL5) {
  constexpr auto two = [](bool first_drops) {
    auto people = people_of<students>();
    people[4].offices = office_set<students>::of<role::leader>();
    trace<students> t;
    if (first_drops) t.add(lead, act::drop{});
    return judged<students>(t.stage(0).add(deputy, act::advance{}), form<students>(people));
  };
  BALINT_CHECK(two(false).is(verdict::departs, {{0, code::several_leaders, "roles"}, {4, code::wrong_role, "roles"}}));
  BALINT_CHECK(two(true).is(verdict::departs, {{0, code::several_leaders, "roles"}}));
}

TEST(Judge, DuplicatePerson_TheOfficesAreUnited) {
  constexpr auto twice = [] {
    auto people = people_of<students>();
    people[5].id = "lead";
    return judged<students>(trace<students>().add(lead, act::note{}).whole(), form<students>(people));
  };
  BALINT_CHECK(twice().by.sink().size() == 2);
  BALINT_CHECK(twice().by.sink()[0].code == code::duplicate_person &&
               twice().by.sink()[1].code == code::supervisor_takes_part);
}

TEST(Judge, NoLeader_NobodyMayGoOn) {
  constexpr auto unled = [] {
    auto people = people_of<students>();
    people[3].offices = office_set<students>::of<role::supervisor>();
    people[4].offices = office_set<students>::of<role::supervisor>();
    return judged<students>(trace<students>().stage(0).add(lead, act::advance{}), form<students>(people));
  };
  BALINT_CHECK(unled().is(verdict::departs, {{0, code::no_leader, "roles"}, {4, code::wrong_role, "roles"}}));
}

TEST(Judge, TooManyPeople_NoEventIsJudged) {
  std::vector<std::string> names;
  for (int i = 0; i < 65; ++i) names.push_back("p" + std::to_string(i));
  std::vector<person<students>> people;
  for (const auto& name : names) people.push_back(person<students>::as<role::participant>(name, consent::given));
  people[0].offices = office_set<students>::of<role::leader>();
  judged<students> crowd(trace<students>().add(nobody, act::vote{}, case_id{anna}).add(lead, act::close{}),
                         form<students>(people));
  EXPECT_TRUE(crowd.is(verdict::departs, {{0, code::too_many_people, "closed_group"}}));
  EXPECT_EQ(crowd.by.position(), 2U);
  // What is worth a thought is that of the group alone.
  const auto of_the_group = form<students>(people).advisories;
  EXPECT_TRUE(std::ranges::equal(crowd.by.advisories(), of_the_group));
  EXPECT_FALSE(of_the_group.empty());
}

TEST(Judge, AGroupOf64IsJudged) {
  std::vector<std::string> names;
  for (int i = 0; i < 64; ++i) names.push_back("p" + std::to_string(i));
  std::vector<person<students>> people;
  for (const auto& name : names) people.push_back(person<students>::as<role::participant>(name, consent::given));
  people[0].offices = office_set<students>::of<role::leader>();
  judged<students> crowd(trace<students>().add(person_id{63}, act::present_case{}).add(person_id{63}, act::note{}),
                         form<students>(people));
  EXPECT_TRUE(crowd.is(verdict::departs, {{2, code::wrong_role, "roles"}}));
}

TEST(Judge, AGroupWithErrorsIsJudgedOn) {
  constexpr auto refused = [] {
    auto people = people_of<students>();
    people[2].agrees = consent::refused;
    return judged<students>(trace<students>().whole(), form<students>(people));
  };
  BALINT_CHECK(refused().is(verdict::departs, {{0, code::not_voluntary, "voluntary"}}));
  BALINT_CHECK(refused().by.session().end() == ending::closed);
}

// ---- the sink -------------------------------------------------------------------------------------------------------

TEST(Judge, CountsFaultsOfTheRecordApart) {
  constexpr auto faults = [] {
    return judged(trace<students>().add(anna, act::rejoin{}).add(boris, act::rejoin{}).whole());
  };
  BALINT_CHECK(faults().is(verdict::conforming, {{1, code::not_absent, "", 2}}) && faults().by.record_faults() == 2);
}

TEST(Judge, NeedsNoSink) {
  constexpr auto verdict_alone = [] {
    judge<students> all(formed<students>());
    for (const auto& e : trace<students>().whole()) all.apply(e);
    return all.verdict();
  };
  BALINT_CHECK(verdict_alone() == verdict::conforming);
}

TEST(Judge, TellsTheSinkTheSessionAsItWasJustBefore) {
  constexpr auto seen = [] {
    stage_id<students> stage{};
    const auto look = [&stage](const finding<students>&, const session<students>& now) { stage = now.stage(); };
    judge<students, decltype(look)> all(formed<students>(), look);
    for (const auto& e : trace<students>().stages(0, 2).add(lead, act::refocus{}).add(lead, act::advance{}))
      all.apply(e);
    return stage == stage_id_of<stage::story, students> && all.session().is_in<stage::proposals>();
  };
  BALINT_CHECK(seen());
}

TEST(Judge, JudgesAWholeTraceIntoACallersSink) {
  constexpr auto counted = [] {
    int n = 0;
    const auto v = judge_trace(formed<students>(), trace<students>().add(anna, act::refocus{}).whole(),
                               [&n](const finding<students>&) { ++n; });
    return n == 1 && v == verdict::departs;
  };
  BALINT_CHECK(counted());
  BALINT_CHECK(judge_trace(formed<students>(), trace<students>().whole()) == verdict::conforming);
}

TEST(Judge, CountsEveryEvent) {
  BALINT_CHECK(judged(trace<students>().add(anna, act::refocus{}).add(nobody, act::drop{})).by.position() == 2);
}

// ---- advisories -----------------------------------------------------------------------------------------------------

TEST(Judge, AdvisoriesAreOfTheGroupThenOfTheSession) {
  constexpr auto judgement = [] { return judged(trace<students>().add(clara, act::pass{})); };
  BALINT_CHECK(judgement().by.advisories().size() == 2);
  BALINT_CHECK(judgement().by.advisories()[0].code == advisory_code::group_size);
  BALINT_CHECK(judgement().by.advisories()[1].code == advisory_code::passed);
  BALINT_CHECK(judgement().by.verdict() == verdict::in_progress);
}

/// The advisory that a session was not live, if there is one.
template <balint::protocol P>
constexpr advisory not_live_of(const judged<P>& all) {
  for (const auto& one : all.by.advisories()) {
    if (one.code == advisory_code::not_live) return one;
  }
  return {.code = advisory_code::group_size};
}
constexpr instant minutes(std::int64_t n) { return {n * 60'000}; }

TEST(Judge, SaysAfterWhichEventTheLongestSilenceEnded_REM1) {
  constexpr auto silent = [](std::int64_t long_enough) {
    return not_live_of(judged(trace<students>()
                                  .add(anna, act::present_case{}, minutes(0))
                                  .add(lead, act::refocus{})
                                  .add(boris, act::present_case{}, minutes(long_enough))
                                  .add(clara, act::present_case{}, minutes(long_enough + 30))));
  };
  BALINT_CHECK(silent(61).code == advisory_code::not_live && silent(61).was == 61 && silent(61).event == 3);
  BALINT_CHECK(silent(60).code != advisory_code::not_live);
}

TEST(Judge, AsksForTheSilenceBetweenAcceptedEvents_REM1) {
  constexpr auto silent = [](const event<students>& between) {
    return not_live_of(judged(trace<students>()
                                  .add(anna, act::present_case{}, minutes(100))
                                  .add(between)
                                  .add(boris, act::present_case{}, minutes(161))));
  };
  // Refused; taking effect without being accepted; without its time.
  BALINT_CHECK(silent(event<students>::of<act::refocus>(anna, minutes(130))).event == 3);
  BALINT_CHECK(silent(event<students>::of<act::propose>(boris, minutes(130))).event == 3);
  BALINT_CHECK(silent(event<students>::of<act::refocus>(lead, minutes(90))).event == 3);
  // Accepted; judged again, and then accepted.
  BALINT_CHECK(silent(event<students>::of<act::refocus>(lead, minutes(130))).code != advisory_code::not_live);
  constexpr auto dropped = [] {
    return not_live_of(judged(trace<students>()
                                  .add(anna, act::present_case{}, minutes(100))
                                  .add(watcher, act::drop{})
                                  .add(watcher, act::note{}, minutes(130))
                                  .add(boris, act::present_case{}, minutes(161))));
  };
  BALINT_CHECK(dropped().code != advisory_code::not_live);
}

TEST(Judge, NamesNoEventWhereTheRecordAsAWholeIsTooLong_REM1) {
  constexpr auto whole_day = [] {
    trace<students> t;
    for (std::int64_t hour = 0; hour < 7; ++hour) t.add(lead, act::refocus{}, minutes(hour * 60));
    return not_live_of(judged(t.add(lead, act::refocus{}, minutes(361))));
  };
  BALINT_CHECK(whole_day().code == advisory_code::not_live && whole_day().was == 361 && whole_day().event == 0);
}

// ---- the judge is the session ---------------------------------------------------------------------------------------

template <typename P>
class JudgeOf : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(JudgeOf, protocols);

TYPED_TEST(JudgeOf, ATraceThatTheSessionAcceptsHasNoFinding) {
  using P = TypeParam;
  constexpr auto same = [] {
    judge<P> all(formed<P>());
    scene<P> s;
    for (const auto& e : trace<P>().whole()) {
      all.apply(e);
      if (!(s.did(e)->snapshot() == all.session().snapshot())) return false;
    }
    return s.is_sound() && all.verdict() == verdict::conforming;
  };
  BALINT_CHECK(same());
}

TYPED_TEST(JudgeOf, AnyEventsAtAllAreJudged) {
  using P = TypeParam;
  std::uint32_t random = 4711;
  for (int game = 0; game < 200; ++game) {
    std::size_t told = 0;
    const auto count = [&told](const finding<P>&) { ++told; };
    judge<P, decltype(count)> all(formed<P>(), count);
    for (int step = 0; step < 60; ++step) {
      random = random * 1664525U + 1013904223U;
      const auto e = detail::raw_event<P>({.by = {static_cast<std::uint8_t>((random >> 8U) % 8)},
                                           .act = {static_cast<std::uint16_t>((random >> 12U) % (act_count<P> + 2))},
                                           .target = static_cast<std::uint16_t>((random >> 20U) % 8)});
      all.apply(e);
    }
    EXPECT_GT(told, 0U);
    EXPECT_FALSE(is_clean(all.verdict()));
  }
}

// A hand-made list that no log could carry is a fault of the record: it says nothing about the group.
TEST(Judge, TakesAFaultyEntryForAFaultOfTheRecord_RUL3) {
  constexpr auto judged_with = [](std::string_view id) {
    auto people = people_of<students>();
    people[0].id = id;
    judge<students> all(form<students>(people));
    for (const auto& e : trace<students>().whole()) all.apply(e);
    return std::pair{all.verdict(), all.record_faults()};
  };
  BALINT_CHECK(judged_with("anna") == std::pair{verdict::conforming, std::uint64_t{0}});
  BALINT_CHECK(judged_with("Anna I") == std::pair{verdict::conforming, std::uint64_t{1}});
}

}  // namespace judge_test
