// SPDX-License-Identifier: MIT
// Streams of interleaved sessions: what is told as lines come, deliveries, lines that cannot be read, and the same
// findings as in a log of each session.
#include <gmock/gmock.h>

#include <balint/log/jsonl/monitor.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace balint;
using testing::ElementsAre;
using testing::IsEmpty;

namespace monitor_test {

constexpr std::string_view people =
    R"("people":[{"id":"anna","offices":["participant"]},{"id":"boris","offices":["participant"]},{"id":"lead","offices":["leader"]}]})";

struct notes {
  std::vector<std::string>* all;
  template <protocol P>
  void operator()(const auto& where, const finding<P>& found, const as_written& event) const {
    all->push_back(std::string(where.id()) + " line " + std::to_string(event.line) + " event " +
                   std::to_string(found.event) + ": " + std::string(name_of(found.code)) + ", " +
                   std::string(event.act) + " by " + std::string(event.by));
  }
  void ended(const auto& where) const {
    all->push_back(std::string(where.id()) + " ended: " + std::string(name_of(where.verdict())));
  }
};

class JsonlMonitor : public testing::Test {
 protected:
  std::vector<std::string> told_;
  jsonl_monitor<notes> all_{notes{&told_}};

  /// What the next line comes to: a delivery by name, or what was wrong with it.
  std::string take(const std::string& line) {
    const std::vector<char> bare(line.begin(), line.end());  // nothing is to be read beyond its end
    const auto taken = all_.take({bare.data(), bare.size()}, ++number_);
    if (!taken) return taken.error().found + ", expected " + taken.error().expected;
    return std::string(taken->session) + (taken->seq == 0 ? "" : " " + std::to_string(taken->seq)) + " " +
           std::string(name_of(taken->came));
  }
  std::string open(std::string_view id, std::string_view protocol = "student_group") {
    return take(R"({"balint":1,"protocol":")" + std::string(protocol) + R"(","session":")" + std::string(id) + "\"," +
                std::string(people));
  }
  std::string event(std::string_view id, std::string_view by, std::string_view act, std::string_view more = {}) {
    return take(R"({"session":")" + std::string(id) + R"(","by":")" + std::string(by) + R"(","act":")" +
                std::string(act) + "\"" + std::string(more) + "}");
  }

 private:
  std::uint64_t number_ = 0;
};

TEST_F(JsonlMonitor, TellsFindingsAsTheyCome) {
  EXPECT_EQ(open("a"), "a in_order");
  EXPECT_EQ(open("b"), "b in_order");
  EXPECT_EQ(event("a", "anna", "present_case"), "a in_order");
  EXPECT_EQ(event("b", "anna", "vote", R"(,"case":"boris")"), "b in_order");
  EXPECT_THAT(told_, ElementsAre("b line 4 event 1: wrong_stage, vote by anna"));
  told_.clear();
  EXPECT_EQ(event("a", "vera", "dance"), "a in_order");
  EXPECT_THAT(told_, ElementsAre("a line 5 event 2: unknown_person, dance by vera"));
  told_.clear();
  EXPECT_EQ(event("b", "lead", "terminate"), "b in_order");
  EXPECT_THAT(told_, ElementsAre("b ended: departs"));
  EXPECT_EQ(all_.sessions().live_count(), 1U);
}
TEST_F(JsonlMonitor, ReportsFaultsOfAGroupWithTheLineOfItsHeader) {
  EXPECT_EQ(event("z", "anna", "ask"), "z unknown_session");
  EXPECT_EQ(
      take(
          R"({"balint":1,"protocol":"student_group","session":"a","people":[{"id":"anna","offices":["participant"]},{"id":"boris","offices":["participant"]}]})"),
      "a in_order");
  EXPECT_THAT(told_, ElementsAre("a line 2 event 0: no_leader,  by "));
}
TEST_F(JsonlMonitor, KeepsThePseudonymsOfASession) {
  (void)open("a");
  EXPECT_TRUE(all_.sessions().visit("a", [](const auto& a) {
    EXPECT_THAT(a.context().people.all(), ElementsAre("anna", "boris", "lead"));
    EXPECT_EQ(a.context().line, 1U);
  }));
}
TEST_F(JsonlMonitor, ReportsDeliveries) {
  (void)open("a");
  EXPECT_EQ(open("a"), "a second_header");
  EXPECT_EQ(event("a", "anna", "present_case", R"(,"seq":1)"), "a 1 in_order");
  EXPECT_EQ(event("a", "anna", "present_case", R"(,"seq":1)"), "a 1 duplicate");
  EXPECT_EQ(event("a", "lead", "terminate", R"(,"seq":3)"), "a 3 gap");
  EXPECT_EQ(event("a", "boris", "pass", R"(,"seq":2)"), "a 2 late");
  EXPECT_EQ(event("a", "boris", "pass", R"(,"seq":4)"), "a 4 after_end");
  EXPECT_THAT(told_, ElementsAre("a ended: terminated", "a line 7 event 3: session_over, pass by boris"));
}
TEST_F(JsonlMonitor, GoesOnAfterALineThatCannotBeRead) {
  (void)open("a");
  EXPECT_EQ(open("b", "chess"),
            "the protocol \"chess\", expected one of student_group, staff_group, led_staff_group, classical_group, "
            "case_consultation");
  EXPECT_EQ(open("b", "case_consultation"), "the office \"leader\", expected one of participant, moderator");
  EXPECT_EQ(event("a", "anna", "vote"), "the act \"vote\" without its target, expected the target \"case\"");
  EXPECT_EQ(event("a", "anna", "ask", R"(,"text":"what was said")"),
            "the key \"text\", expected session, seq, at, by, act, case, option, rule or to");
  EXPECT_THAT(take("{"), testing::HasSubstr("expected one JSON object"));
  EXPECT_THAT(take(R"({"by":"anna","act":"ask"})"), testing::HasSubstr("an event without \"session\""));
  EXPECT_EQ(event("b", "anna", "ask"), "b unknown_session");
  EXPECT_EQ(event("a", "anna", "present_case"), "a in_order");
  EXPECT_THAT(told_, IsEmpty());
}
TEST_F(JsonlMonitor, PassesOverBlankLinesAndAByteOrderMarkAtTheStart) {
  EXPECT_EQ(take("\xEF\xBB\xBF"
                 R"({"balint":1,"protocol":"student_group","session":"a",)" +
                 std::string(people)),
            "a in_order");
  for (const auto* blank : {"", "\r", " \t"}) EXPECT_EQ(take(blank), " in_order");
  EXPECT_EQ(event("a", "anna", "present_case"), "a in_order");
  EXPECT_EQ(take("\xEF\xBB\xBF{}"), "a byte order mark, expected a JSON object");
  EXPECT_THAT(told_, IsEmpty());
}
TEST_F(JsonlMonitor, TakesNoFreeTextForAnAct_RUL3) {
  EXPECT_EQ(take(std::string("\xFF\xFE{\0", 4)), "text in UTF-16, expected text in UTF-8");
  (void)open("a");
  for (const auto* id : {"a", "b"})
    EXPECT_THAT(event(id, "anna", "tells all"), testing::AllOf(testing::StartsWith("an act that is no word"),
                                                               testing::Not(testing::HasSubstr("tells"))));
  EXPECT_EQ(event("a", "anna", "present_case", R"(,"case":null,"seq":1.0)"), "a 1 in_order");
  EXPECT_THAT(told_, IsEmpty());
}
TEST_F(JsonlMonitor, ReadsEachSessionByItsOwnProtocol) {
  (void)open("a");
  (void)open("b", "classical_group");
  EXPECT_EQ(event("b", "lead", "restate_rules"), "b in_order");
  EXPECT_THAT(told_, IsEmpty());
  EXPECT_EQ(event("a", "lead", "restate_rules"), "a in_order");
  EXPECT_THAT(told_, ElementsAre("a line 4 event 1: unknown_act, restate_rules by lead"));
}

TEST(PseudonymList, FindsPeopleByIdAndIdsByPosition) {
  using somebody = person<student_group>;
  const std::vector<somebody> everybody{somebody::as<role::participant>("p1"), somebody::as<role::participant>("p11"),
                                        somebody::as<role::leader>("p1"),
                                        somebody::as<role::leader>(std::string_view("x"))};
  const pseudonym_list ids{roster<student_group>(everybody)};
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(ids["p11"], person_id{1});
  EXPECT_EQ(ids["x"], person_id{2});
  EXPECT_EQ(ids["p"], nobody);
  EXPECT_EQ(ids[person_id{0}], "p1");
  EXPECT_EQ(pseudonym_list()["p1"], nobody);
}
TEST(PseudonymList, TellsThemApartHoweverLongTheyAre) {
  const std::string longest(40'000, 'x');
  const std::string next(40'001, 'y');
  using student = person<student_group>;
  const std::vector<student> everybody{student::as<role::participant>(longest), student::as<role::participant>(next),
                                       student::as<role::leader>("lead")};
  const pseudonym_list ids{roster<student_group>(everybody)};
  EXPECT_EQ(ids[person_id{1}], next);
  EXPECT_EQ(ids["lead"], person_id{2});
  EXPECT_EQ(ids.all().back(), "lead");
}

}  // namespace monitor_test
