// SPDX-License-Identifier: MIT
// Reading JSON Lines logs: sessions, people, events and their targets.
#include <gmock/gmock.h>

#include <algorithm>

#include <balint/log/jsonl/source.hpp>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using support::header;
using support::reading;
using testing::HasSubstr;

namespace source_test {

using students = student_group;

std::string event_line(std::string_view rest) { return "{" + std::string(rest) + "}\n"; }

/// The one event of a log of one session.
support::read_event only(std::string_view rest) {
  const reading log(header() + event_line(rest));
  EXPECT_TRUE(log.is_read());
  return log.sessions.at(0).events.at(0);
}

TEST(JsonlReader, OfAnEmptyFileReadsNoSession) {
  const reading none("");
  EXPECT_EQ(none.result, 0U);
  EXPECT_TRUE(none.sessions.empty());
}

TEST(JsonlReader, ReadsSessionsOneAfterAnother) {
  const reading log(header("student_group", "s1") + event_line(R"("by":"anna","act":"present_case")") +
                    header("student_group", "s2") + header("student_group", "s3") +
                    event_line(R"("by":"lead","act":"refocus")") + event_line(R"("by":"lead","act":"terminate")"));
  ASSERT_EQ(log.result, 3U);
  ASSERT_EQ(log.sessions.size(), 3U);
  EXPECT_EQ(log.sessions[0].name, "s1");
  EXPECT_EQ(log.sessions[0].line, 1U);
  EXPECT_EQ(log.sessions[1].line, 3U);
  EXPECT_EQ(log.sessions[2].line, 4U);
  EXPECT_EQ(log.sessions[0].events.size(), 1U);
  EXPECT_EQ(log.sessions[1].events.size(), 0U);
  EXPECT_EQ(log.sessions[2].events.size(), 2U);
  EXPECT_EQ(log.sessions[2].events[1].line, 6U);
  for (const auto& session : log.sessions) {
    EXPECT_EQ(session.ends, 1);
    EXPECT_TRUE(session.is_whole);
  }
}

TEST(JsonlReader, PassesOverBlankLinesAndAByteOrderMarkAtTheStart) {
  const auto one = event_line(R"("by":"anna","act":"present_case")");
  const auto two = event_line(R"("by":"boris","act":"pass")");
  for (const std::string start : {"", "\xEF\xBB\xBF", "\n", "\xEF\xBB\xBF\r\n \t\n"}) {
    const reading log(start + header() + "\n" + one + "\r\n   \n" + two + "\n\n" + header("student_group", "s2") + one +
                      "\n \n" + two + "\t");
    ASSERT_EQ(log.result, 2U) << log.error().message();
    ASSERT_EQ(log.sessions[0].events.size(), 2U);
    ASSERT_EQ(log.sessions[1].events.size(), 2U);
    EXPECT_EQ(log.sessions[1].events[1].by, "boris");
    const auto before = static_cast<std::uint64_t>(std::count(start.begin(), start.end(), '\n'));
    EXPECT_EQ(log.sessions[0].events[0].line, before + 3);
    EXPECT_EQ(log.sessions[0].events[1].line, before + 6);
    EXPECT_EQ(log.sessions[1].line, before + 9);
    EXPECT_EQ(log.sessions[1].events[1].line, before + 13);
  }
  EXPECT_EQ(reading("\xEF\xBB\xBF").result, 0U);
  EXPECT_EQ(reading("\n\n").result, 0U);
}

TEST(JsonlReader, ReadsSessionsOfDifferentProtocols) {
  const auto consultation =
      R"({"balint":1,"protocol":"case_consultation","session":"s2","people":[{"id":"m","offices":["participant","moderator"]}]})" +
      std::string("\n");
  const auto classical =
      R"({"balint":1,"protocol":"classical_group","session":"s3","people":[{"id":"c","offices":["co_leader"]}]})" +
      std::string("\n");
  const reading log(header() + consultation + event_line(R"("by":"m","act":"take_case")") + classical +
                    header("staff_group", "s4"));
  ASSERT_EQ(log.result, 4U);
  EXPECT_EQ(log.sessions[1].protocol, "case_consultation");
  EXPECT_EQ(log.sessions[1].events[0].act_index, (act_id_of<act::take_case, case_consultation>.index));
  EXPECT_EQ(log.sessions[2].protocol, "classical_group");
  EXPECT_EQ(log.sessions[3].protocol, "staff_group");
}

TEST(JsonlReader, ReadsThePeopleOfAHeader) {
  const support::text_file file(
      R"({"people":[{"profession":"psychologist","grades":true,"less_experienced":true,"consent":false,"offices":["supervisor","participant"],"id":"A.b-c_9"},)"
      R"({"id":"d","offices":["leader"]}],"session":"x","protocol":"staff_group","balint":1})");
  jsonl_reader<> reader(file.get(), "log.jsonl");
  bool looked = false;
  const auto result = reader.read([&looked]<typename P>(const session_header<P>& h) {
    looked = true;
    EXPECT_EQ(h.session, "x");
    EXPECT_EQ(h.people.size(), 2U);
    const auto& first = h.people[0];
    EXPECT_EQ(first.id, "A.b-c_9");
    EXPECT_EQ(first.profession, "psychologist");
    EXPECT_EQ(first.agrees, consent::refused);
    EXPECT_TRUE(first.grades && first.less_experienced);
    if constexpr (std::same_as<P, staff_group>) {
      EXPECT_EQ(first.offices, (office_set<P>::template of<role::supervisor, role::participant>()));
    }
    EXPECT_EQ(h.people[1].agrees, consent::not_declared);
    EXPECT_FALSE(h.people[1].grades || h.people[1].less_experienced);
    EXPECT_TRUE(h.people[1].profession.empty());
    struct silent {
      void event(const logged_event<P>&) {}
      void end(bool) {}
    };
    return silent{};
  });
  EXPECT_EQ(result, 1U);
  EXPECT_TRUE(looked);
}

TEST(JsonlReader, ReadsEachKindOfTarget) {
  EXPECT_EQ(only(R"("by":"anna","act":"ask")").target, 0);
  EXPECT_EQ(only(R"("by":"anna","act":"vote","case":"clara")").target, 2);
  EXPECT_EQ(only(R"("by":"anna","act":"assess","option":12)").target, 12);
  EXPECT_EQ(only(R"("by":"lead","act":"flag","rule":"from_memory")").target,
            (rule_of<students, rule::from_memory>.index));
  EXPECT_EQ(only(R"("by":"lead","act":"hand_over","to":"boris")").target, 1);
}

TEST(JsonlReader, ReadsKeysInAnyOrderAndWithSpace) {
  const auto e = only(R"( "case" : "clara" ,	"act":"vote", "by":"anna" , "at":"1970-01-01T00:00:01Z" )");
  EXPECT_EQ(e.who, person_id{0});
  EXPECT_EQ(e.target, 2);
  EXPECT_EQ(e.at, instant{1000});
}

TEST(JsonlReader, ReadsEscapedTexts) {
  const auto e = only(R"("b\u0079":"\u0061nna","act":"\u0061sk")");
  EXPECT_EQ(e.by, "anna");
  EXPECT_EQ(e.who, person_id{0});
  EXPECT_EQ(e.act, "ask");
}

TEST(JsonlReader, AnEventWithoutATimeHasNone) { EXPECT_EQ(only(R"("by":"anna","act":"ask")").at, unstated); }

TEST(JsonlReader, TakesAMissingFinalNewline) {
  const reading log(header() + R"({"by":"anna","act":"ask"})");
  EXPECT_EQ(log.result, 1U);
  EXPECT_EQ(log.sessions[0].events.size(), 1U);
}

TEST(JsonlReader, TakesCarriageReturnsBeforeLineEnds) {
  auto head = header();
  head.insert(head.size() - 1, "\r");
  const reading log(head + "{\"by\":\"anna\",\"act\":\"ask\"}\r\n");
  EXPECT_EQ(log.result, 1U);
  EXPECT_EQ(log.sessions[0].events.size(), 1U);
}

// ---- what only a judge can say --------------------------------------------------------------------------------------

TEST(JsonlReader, UnknownPerson_IsReadAsNobodyWithTheIdAsWritten) {
  const auto e = only(R"("by":"stranger","act":"ask")");
  EXPECT_EQ(e.who, nobody);
  EXPECT_EQ(e.by, "stranger");
}

TEST(JsonlReader, UnknownAct_IsReadWithItsNameAndAnyTarget) {
  const auto e = only(R"("by":"anna","act":"speculate","case":"clara")");
  EXPECT_GE(e.act_index, act_count<students>);
  EXPECT_EQ(e.act, "speculate");
}

TEST(JsonlReader, UnknownAct_TheSameNameIsTheSameActAndAnotherIsNot) {
  const reading log(header() + event_line(R"("by":"anna","act":"sing")") + event_line(R"("by":"anna","act":"dance")") +
                    event_line(R"("by":"anna","act":"sing")"));
  const auto& events = log.sessions.at(0).events;
  EXPECT_EQ(events.at(0).act_index, events.at(2).act_index);
  EXPECT_NE(events.at(0).act_index, events.at(1).act_index);
}

TEST(JsonlReader, UnknownTarget_ACaseARuleAPersonOrAnOptionThatIsNone) {
  EXPECT_EQ(only(R"("by":"anna","act":"vote","case":"stranger")").target, detail::unknown_target);
  EXPECT_EQ(only(R"("by":"lead","act":"hand_over","to":"stranger")").target, detail::unknown_target);
  EXPECT_GE(only(R"("by":"lead","act":"flag","rule":"no_smoking")").target, rules_of<students>::size);
  EXPECT_EQ(only(R"("by":"anna","act":"assess","option":0)").target, 0);
  EXPECT_EQ(only(R"("by":"anna","act":"assess","option":-1)").target, detail::unknown_target);
  EXPECT_EQ(only(R"("by":"anna","act":"assess","option":70000)").target, detail::unknown_target);
  EXPECT_EQ(only(R"("by":"anna","act":"assess","option":9223372036854775807)").target, detail::unknown_target);
}

TEST(JsonlReader, UnknownRuleOfAnotherProtocol) {
  EXPECT_GE(only(R"("by":"lead","act":"flag","rule":"no_advice")").target, rules_of<students>::size);
}

/// A visitor that judges what it reads.
struct judging {
  std::vector<std::pair<code, std::uint64_t>>* found;
  template <typename P>
  struct handler {
    struct sink {
      std::vector<std::pair<code, std::uint64_t>>* found;
      void operator()(const finding<P>& f) const { found->emplace_back(f.code, f.event); }
    };
    judge<P, sink> all;
    void event(const logged_event<P>& e) { all.apply(e.event); }
    void end(bool) {}
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    return {judge<P, typename handler<P>::sink>(form<P>(h.people), {found})};
  }
};

TEST(JsonlReader, WhatOnlyAJudgeCanSayReachesTheJudge) {
  const support::text_file file(
      header() + event_line(R"("by":"anna","act":"sing")") + event_line(R"("by":"stranger","act":"drop")") +
      event_line(R"("by":"lead","act":"flag","rule":"no_smoking")") + event_line(R"("by":"boris","act":"propose")") +
      event_line(R"("by":"lead","act":"assess","option":0)") + event_line(R"("by":"lead","act":"refocus")") +
      event_line(R"("by":"boris","act":"forecast","option":70000)") +
      event_line(R"("by":"lead","act":"hand_over","to":"stranger")"));
  std::vector<std::pair<code, std::uint64_t>> found;
  jsonl_reader<> reader(file.get(), "log.jsonl");
  ASSERT_EQ(reader.read(judging{&found}), 1U);
  // The forecast is of the stage of the assessment before it: it is counted onto that finding.
  EXPECT_THAT(found, testing::ElementsAre(testing::Pair(code::unknown_act, 1), testing::Pair(code::unknown_person, 2),
                                          testing::Pair(code::unknown_target, 3), testing::Pair(code::wrong_stage, 4),
                                          testing::Pair(code::wrong_stage, 5), testing::Pair(code::wrong_stage, 5),
                                          testing::Pair(code::unknown_target, 8)));
}

TEST(JsonlReader, CountsTheBytesItRead) {
  const auto text = header() + event_line(R"("by":"anna","act":"ask")");
  const support::text_file file(text);
  jsonl_reader<> reader(file.get(), "log.jsonl");
  std::vector<support::read_session> sessions;
  ASSERT_TRUE(reader.read(support::session_keeper{&sessions}));
  EXPECT_EQ(reader.bytes(), text.size());
}

TEST(JsonlReader, ReadsAGroupOfMoreThan64) {
  std::string people;
  for (int i = 0; i < 70; ++i)
    people += (i == 0 ? "" : ",") + std::string(R"({"id":"p)") + std::to_string(i) + R"(","offices":["participant"]})";
  const reading log(R"({"balint":1,"protocol":"student_group","session":"s","people":[)" + people + "]}\n" +
                    event_line(R"("by":"p69","act":"ask")"));
  ASSERT_EQ(log.result, 1U);
  EXPECT_EQ(log.sessions[0].people, 70U);
  EXPECT_EQ(log.sessions[0].events[0].who, nobody);
}

// A group that meets again is not read again, and nobody can tell.
TEST(JsonlReader, ReadsAGroupThatMeetsAgainAsAnyOther) {
  const auto event = event_line(R"("by":"anna","act":"sing")") + event_line(R"("by":"lead","act":"refocus")");
  std::string text;
  for (const auto* session : {"s1", "s2", "s3", "s4"}) text += header("student_group", session) + event;
  text += header("staff_group", "s5") + event + header("student_group", "s6") + event;
  const reading log(text);
  ASSERT_EQ(log.result, 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto& session = log.sessions[i];
    EXPECT_EQ(session.name, "s" + std::to_string(i + 1));
    EXPECT_EQ(session.line, 3 * i + 1);
    EXPECT_EQ(session.people, 4U);
    EXPECT_EQ(session.protocol, i == 4 ? "staff_group" : "student_group");
    ASSERT_EQ(session.events.size(), 2U);
    EXPECT_EQ(session.events[0].act_index, i == 4 ? act_count<staff_group> : act_count<students>);
    EXPECT_EQ(session.events[0].who, person_id{0});
    EXPECT_EQ(session.events[1].who, person_id{3});
  }
}
TEST(JsonlReader, SaysWhatIsWrongWithTheHeaderOfAGroupThatMeetsAgain) {
  const auto twice = header("student_group", "s1") + header("student_group", "s2");
  for (const std::string session : {"Anna's class", "", "\\u00e9"}) {
    const reading alone(header("student_group", session));
    const reading again(twice + header("student_group", session));
    ASSERT_FALSE(alone.is_read());
    ASSERT_FALSE(again.is_read());
    EXPECT_EQ(again.error().found, alone.error().found);
    EXPECT_EQ(again.error().expected, alone.error().expected);
    EXPECT_EQ(again.error().column, alone.error().column);
    EXPECT_EQ(again.error().line, 3U);
    EXPECT_EQ(again.error().sessions_read, 2U);
  }
}

}  // namespace source_test
