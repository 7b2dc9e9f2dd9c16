// SPDX-License-Identifier: MIT
// What a person reads of refusals and findings, situation by situation.
#include <balint/balint.hpp>
#include <balint/text/message.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace message_test {

using namespace balint;
using P = student_group;
using ::testing::ElementsAre;

constexpr std::array<std::string_view, 7> ids{"lead", "p1", "p2", "p3", "p4", "dep", "sup"};
constexpr pseudonyms names{.ids = ids, .outsider = "p99"};
constexpr person_id lead{0}, p1{1}, p2{2}, p3{3}, p4{4}, dep{5}, sup{6};

template <protocol Q>
formation<Q> people() {
  using who = person<Q>;
  auto leader = who::template as<role::leader>("lead");
  if constexpr (std::same_as<Q, staff_group>) leader = who::template as<role::leader, role::participant>("lead");
  const std::array all{leader,
                       who::template as<role::participant>("p1"),
                       who::template as<role::participant>("p2"),
                       who::template as<role::participant>("p3"),
                       who::template as<role::participant>("p4"),
                       who::template as<role::deputy>("dep"),
                       who::template as<role::supervisor>("sup")};
  return form<Q>(all);
}

/// A trace judged, with what each finding says.
template <protocol Q = P>
class told {
 public:
  told() : judge_(people<Q>(), sink{this}) {}

  template <typename Act, typename... On>
  told& did(person_id by, On... on) {
    judge_.apply(event<Q>::template of<Act>(by, on...));
    return *this;
  }
  told& apply(const event<Q>& e) {
    judge_.apply(e);
    return *this;
  }
  /// Everybody presents a case, and the leader moves on.
  told& presented() {
    for (const auto who : turns()) did<act::present_case>(who);
    return did<act::advance>(lead);
  }
  /// p1's case is selected, and the leader moves on to the story.
  told& selected() {
    presented();
    for (const auto who : turns()) did<act::vote>(who, case_id{p1});
    return did<act::select_case>(lead, case_id{p1}).template did<act::accept_case>(p1).template did<act::advance>(lead);
  }
  /// The story is told, and the leader moves on to the proposals.
  told& heard() { return selected().template did<act::tell_story>(p1).template did<act::advance>(lead); }
  /// Everybody proposes, and the leader moves on to the assessment.
  told& proposed() {
    heard();
    for (const auto who : turns()) {
      if (who != p1) did<act::propose>(who);
    }
    return did<act::advance>(lead);
  }

  [[nodiscard]] std::vector<std::string> said(pseudonyms by = names, naming how = naming::counted) const {
    std::vector<std::string> all;
    for (const auto& f : found_) all.push_back(message<Q>(f, by, how));
    return all;
  }
  [[nodiscard]] std::vector<std::string> instead() const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < found_.size(); ++i) all.push_back(instead_message<Q>(found_[i], legal_[i], names));
    return all;
  }

 private:
  struct sink {
    told* self;
    void operator()(const finding<Q>& f, const session<Q>& then) const {
      collect(self->found_)(f);
      if (f.times == 1) self->legal_.push_back(then.legal_acts(f.what.by));
    }
  };
  static std::vector<person_id> turns() {
    if constexpr (std::same_as<Q, staff_group>) return {p1, p2, p3, p4, lead};
    return {p1, p2, p3, p4};
  }

  std::vector<finding<Q>> found_;
  std::vector<act_set<Q>> legal_;
  judge<Q, sink> judge_;
};

TEST(Finding, StageIncompleteSaysBeforeWhatTheSessionWentOn) {
  EXPECT_THAT(told().did<act::present_case>(p1).did<act::pass>(p2).did<act::advance>(lead).said(),
              ElementsAre("lead moved on before p3 and p4 had a turn (a case or a pass)"));
  EXPECT_THAT(
      told().did<act::pass>(p1).did<act::pass>(p2).did<act::pass>(p3).did<act::pass>(p4).did<act::advance>(lead).said(),
      ElementsAre("lead moved on before any case was on record"));
  EXPECT_THAT(told()
                  .presented()
                  .did<act::pass>(p1)
                  .did<act::pass>(p2)
                  .did<act::pass>(p3)
                  .did<act::pass>(p4)
                  .did<act::advance>(lead)
                  .said(),
              ElementsAre("lead moved on before the selection of a case was on record"));
  EXPECT_THAT(
      told().proposed().did<act::assess>(p2, option_id{1}).did<act::cut_short>(lead).did<act::close>(lead).said(),
      ElementsAre("nothing of the stage self-assessment is on record before the session went on"));
}

TEST(Finding, StageIncompleteCountsTheOptionsThatNobodyWeighed) {
  EXPECT_THAT(
      told().proposed().did<act::assess>(p2, option_id{1}).did<act::advance>(lead).said(),
      ElementsAre("lead moved on before every option was weighed: 2 options have no assessment by a participant "
                  "on record, the first is option 2"));
  EXPECT_THAT(told()
                  .proposed()
                  .did<act::assess>(p2, option_id{1})
                  .did<act::assess>(p2, option_id{2})
                  .did<act::advance>(lead)
                  .said(),
              ElementsAre("lead moved on before every option was weighed: option 3 has no assessment by a participant "
                          "on record"));
}

TEST(Finding, AStageThatWasLeftOutIsSaidToBeMissingFromTheRecord) {
  EXPECT_THAT(told().presented().did<act::refocus>(lead).did<act::advance>(lead).said(),
              ElementsAre("nothing of the stage selection is on record before the session went on"));
}

TEST(Finding, AStageThatTookPlaceElsewhereIsSaidToHaveDoneSo) {
  told trace;
  trace.selected();
  for (const auto who : {p2, p3, p4}) trace.did<act::propose>(who);
  trace.did<act::tell_story>(p1);
  const auto said = trace.said();
  ASSERT_FALSE(said.empty());
  EXPECT_EQ(said[0],
            "a proposal by p2 came during the story; proposals are stage 4; proposals came 2 more times during "
            "the story");
  told elsewhere;
  elsewhere.selected().did<act::tell_story>(p1).did<act::propose>(p2).did<act::ask>(p2).did<act::propose>(p3);
  elsewhere.did<act::ask>(p2).did<act::propose>(p4).did<act::ask>(p3).did<act::advance>(lead).did<act::advance>(lead);
  EXPECT_EQ(elsewhere.said().back(), "what is on record of the stage proposals took place in other stages");
}

TEST(Finding, WrongStageSaysWhenItCameAndWhichStageItIs) {
  EXPECT_THAT(told().selected().did<act::propose>(p3).did<act::tell_story>(p1).said(),
              ElementsAre("a proposal by p3 came during the story; proposals are stage 4"));
  EXPECT_THAT(told().heard().did<act::propose>(p2).did<act::ask>(p2).did<act::ask>(p3).did<act::ask>(p4).said(),
              ElementsAre("a question by p2 came during the proposals; questions are stage 3; questions came 2 more "
                          "times during the proposals"));
  EXPECT_THAT(told().heard().did<act::propose>(p2).did<act::ask>(p2).did<act::answer>(p1).said(),
              ElementsAre("a question by p2 came during the proposals; questions are stage 3; acts of the story came "
                          "once more during the proposals"));
  EXPECT_THAT(told().did<act::close>(p1).said(),
              ElementsAre("closing the session by p1 came during the presentation; a session is closed after the "
                          "self-assessment"));
}

TEST(Finding, WrongRoleSaysWhoDoesItAndWhatSomebodyIs) {
  EXPECT_THAT(told().proposed().did<act::forecast>(sup, option_id{1}).said(),
              ElementsAre("forecasting is done by participants and the leader; sup is the supervisor"));
  EXPECT_THAT(told().did<act::advance>(dep).said(),
              testing::Contains("moving on is done by the leader; dep is a deputy"));
  EXPECT_THAT(told().selected().did<act::answer>(p3).said(),
              ElementsAre("answering is done by the presenter; p3 is a participant"));
}

TEST(Finding, WrongRoleOfThePresenterSaysThatThePresenterListens) {
  EXPECT_THAT(told().proposed().did<act::assess>(p1, option_id{1}).said(),
              ElementsAre("p1, whose case it is, listens while the others assess"));
  EXPECT_THAT(told().proposed().did<act::forecast>(p1, option_id{1}).said(),
              ElementsAre("p1, whose case it is, listens while the others forecast"));
  EXPECT_THAT(told().selected().did<act::tell_story>(p1).did<act::ask>(p1).said(),
              ElementsAre("p1, whose case it is, listens while the others ask and p1 answers"));
}

TEST(Finding, WrongRoleOfThePresenterSaysThatThePresenterDoesNotLead) {
  EXPECT_THAT(told<staff_group>().selected().did<act::drop>(lead).did<act::take_lead>(p1).said(),
              testing::Contains("p1 is the presenter; the presenter does not lead"));
}

TEST(Finding, WrongRoleWhileNobodyPresentsSaysThatNoCaseIsOnRecord) {
  EXPECT_THAT(
      told().presented().did<act::accept_case>(p1).said(),
      ElementsAre("agreeing to be the presenter is done by the presenter; it is not on record whose case it is"));
}

TEST(Finding, TooEarlySaysWhatComesBefore) {
  EXPECT_THAT(told().selected().did<act::ask>(p3).said(), ElementsAre("a question by p3 came before the story"));
  EXPECT_THAT(told().selected().did<act::ask>(p3).did<act::ask>(p3).did<act::ask>(p3).said(),
              ElementsAre("a question by p3 came before the story; this came 2 more times"));
  EXPECT_THAT(told().presented().did<act::select_case>(lead, case_id{p1}).said(),
              ElementsAre("the selection of a case by lead came before everybody had a turn (a vote or a pass)"));
}

TEST(Finding, NotSupportedCountsTheVotes) {
  told trace;
  trace.presented().did<act::vote>(p1, case_id{p4}).did<act::vote>(p2, case_id{p4}).did<act::vote>(p3, case_id{p2});
  trace.did<act::vote>(p4, case_id{p4}).did<act::select_case>(lead, case_id{p2});
  EXPECT_THAT(trace.said(), ElementsAre("p2's case has 1 vote, p4's has 3"));
}

TEST(Finding, TheLeadersOwnCaseAsksForAHandOver) {
  told<staff_group> trace;
  trace.presented();
  for (const auto who : {p1, p2, p3, p4, lead}) trace.did<act::vote>(who, case_id{lead});
  trace.did<act::select_case>(lead, case_id{lead});
  EXPECT_THAT(trace.said(), ElementsAre("the case selected is the leader's own: the lead is handed over first"));
}

TEST(Finding, AnOpenFlagSaysWhatWasNamed) {
  told trace;
  for (const auto who : {p1, p2, p3, p4}) trace.did<act::present_case>(who);
  trace.did<act::flag>(p2, rule_of<P, rule::confidentiality>).did<act::advance>(lead);
  EXPECT_THAT(trace.said(), ElementsAre("the session went on after a breach of confidentiality was named; no reminder "
                                        "is on record"));
  told two;
  for (const auto who : {p1, p2, p3, p4}) two.did<act::present_case>(who);
  two.did<act::flag>(p2, rule_of<P, rule::confidentiality>).did<act::flag>(p2, rule_of<P, rule::no_criticism>);
  EXPECT_THAT(two.did<act::advance>(lead).said(),
              ElementsAre("the session went on after criticism of a person and a breach of confidentiality were named; "
                          "no reminder is on record"));
}

TEST(Finding, AMoveWithoutASupervisorSaysWhatIsAlwaysOpen) {
  told<staff_group> trace;
  for (const auto who : {p1, p2, p3, p4, lead}) trace.did<act::present_case>(who);
  EXPECT_THAT(trace.did<act::drop>(sup).did<act::advance>(lead).said(),
              ElementsAre("the session moved on while no supervisor was there; waiting, or ending at once, is always "
                          "open"));
}

TEST(Finding, OfTheRecordSaysNothingAboutTheGroup) {
  constexpr instant noon{10'000'000};
  EXPECT_THAT(told().did<act::present_case>(p1, noon).did<act::present_case>(p2, instant{9'999'000}).said(),
              ElementsAre("the clock of the record runs back by 1 s here"));
  EXPECT_THAT(told().proposed().did<act::assess>(p2, option_id{5}).said(),
              ElementsAre("option 5 is not on record; its proposal may be missing"));
  EXPECT_THAT(told().did<act::rejoin>(p4).said(), ElementsAre("p4 is back again here; being away is not on record"));
  EXPECT_THAT(told().did<act::pass>(p1).did<act::pass>(p1).said(),
              ElementsAre("p1 let a turn go by when none was open"));
  EXPECT_THAT(told().did<act::present_case>(p1).did<act::present_case>(p1).said(),
              ElementsAre("a case is on record a second time, here by p1"));
  EXPECT_THAT(told().did<act::pass>(p1).did<act::present_case>(p1).said(),
              ElementsAre("a case by p1 is on record after a pass by p1"));
  EXPECT_THAT(told().presented().did<act::advance>(lead).said(),
              ElementsAre("moving on by lead is on record twice in a row"));
  EXPECT_THAT(told().presented().did<act::vote>(p1, case_id{p2}).did<act::open>(lead).said(),
              ElementsAre("opening the session by lead is on record after the session had begun"));
}

TEST(Finding, AbsentNamesTheLineOfTheLeaving) {
  told trace;
  trace.did<act::drop>(p4).did<act::present_case>(p4);
  EXPECT_THAT(trace.said(), ElementsAre("p4 was away; the return is not on record"));
  EXPECT_THAT(trace.said({.ids = ids, .line = 31, .earlier_line = 30}),
              ElementsAre("p4 was away (line 30); the return is not on record"));
  told gone;
  gone.did<act::withdraw>(p4).did<act::present_case>(p4);
  EXPECT_THAT(gone.said({.ids = ids, .line = 31, .earlier_line = 30}),
              ElementsAre("p4 had left for good (line 30); a case by p4 is on record after that"));
}

TEST(Finding, NeverShowsAWordThatTheProtocolDoesNotKnow) {
  told trace;
  trace.apply(detail::raw_event<P>({.by = p1, .act = {static_cast<std::uint16_t>(act_count<P>)}}));
  EXPECT_THAT(trace.said(), ElementsAre("an act is on record that this protocol does not have"));
  EXPECT_THAT(trace.said({.ids = ids, .line = 5}), ElementsAre("line 5 names an act that this protocol does not have"));
}

TEST(Finding, NamesWhoIsNotOnTheList) {
  EXPECT_THAT(told().did<act::present_case>(nobody).said(),
              ElementsAre("a case is on record under p99, who is not on the list of the group"));
}

TEST(Finding, AfterTheEndTellsAnEndingFromAClosing) {
  EXPECT_THAT(told().did<act::terminate>(lead).did<act::present_case>(p1).said(),
              ElementsAre("a case by p1 came after the session was ended"));
  EXPECT_THAT(told().did<act::terminate>(lead).did<act::refocus>(lead).said(),
              ElementsAre("a refocus by lead is on record after the end of the session"));
}

TEST(Finding, OfTheGroupSaysWhichConditionItIs) {
  using who = person<P>;
  const std::array all{who::as<role::participant>("p1", consent::refused), who::as<role::participant>("p2"),
                       who::as<role::participant, role::leader>("p6")};
  constexpr std::array<std::string_view, 3> group_ids{"p1", "p2", "p6"};
  std::vector<std::string> said;
  judge_trace<P>(form<P>(all), {}, [&](const finding<P>& f) {
    said.push_back(message<P>(f, {.ids = group_ids}));
    said.push_back(message<P>(f, {.ids = group_ids}, naming::by_id));
  });
  const std::string outside =
      "the leader, p6, is also a participant; in a student group a teacher from outside leads (VAR-1)";
  const std::string agreed = "one person has not agreed to take part; no session is held with that person";
  EXPECT_THAT(said, ElementsAre(outside, outside, agreed, agreed + ": p1"));
}

TEST(Finding, FillsEveryPlaceholderOfEveryCode) {
  for (std::size_t i = 0; i < code_count; ++i) {
    const finding<P> f{.event = 1,
                       .code = static_cast<code>(i),
                       .what = detail::raw_event<P>({.by = p1, .act = act_id_of<act::vote, P>}),
                       .times = 2,
                       .owed = {.owes = debt::an_act, .act = act_id_of<act::vote, P>, .due = quota::each}};
    const auto text = message<P>(f, names);
    EXPECT_FALSE(text.empty()) << name_of(f.code);
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
  }
}

template <typename Act, typename... On>
std::string refusal_of(const session<P>& now, person_id by, On... on) {
  const auto answer = now.can<Act>(by, on...);
  return answer ? "accepted" : message<P>(answer.error(), names);
}

TEST(Refusal, SaysWhatIsOpenAndNotWhatHappened) {
  session<P> s(people<P>().formed().value());
  EXPECT_TRUE(s.record<act::present_case>(p1));
  EXPECT_EQ(refusal_of<act::advance>(s, lead), "open turns: p2, p3 and p4 (a case or a pass)");
  EXPECT_TRUE(s.record<act::present_case>(p2));
  EXPECT_TRUE(s.record<act::pass>(p3));
  EXPECT_EQ(refusal_of<act::advance>(s, lead), "open turn: p4 (a case or a pass)");
  EXPECT_EQ(refusal_of<act::present_case>(s, p1), "this is already on record: a case");
  EXPECT_EQ(refusal_of<act::rejoin>(s, p1), "p1 is here");
  EXPECT_EQ(refusal_of<act::propose>(s, p1), "a proposal by p1 came during the presentation; proposals are stage 4");
  EXPECT_EQ(refusal_of<act::remind>(s, lead, rule_id{99}), "a rule is named that this protocol does not have");
  EXPECT_EQ(refusal_of<act::hand_over>(s, lead, p1), "the lead cannot go from lead to p1 here");
  EXPECT_TRUE(s.record<act::drop>(p4));
  EXPECT_EQ(refusal_of<act::pass>(s, p4), "p4 is away");
  EXPECT_TRUE(s.record<act::flag>(p1, rule_of<P, rule::respect>));
  EXPECT_EQ(refusal_of<act::advance>(s, lead), "a breach of respect was named; a reminder comes first");
  EXPECT_TRUE(s.record<act::terminate>(lead));
  EXPECT_EQ(refusal_of<act::pass>(s, p1), "the session is over");
}

TEST(Obligation, SaysWhatIsNotOnRecordYet) {
  const obligation<P> lacks{.owes = debt::an_act,
                            .act = act_id_of<act::forecast, P>,
                            .due = quota::per_option,
                            .options = 2,
                            .first_option = {3}};
  EXPECT_EQ(message<P>(lacks, names),
            "2 options have no forecast by a participant on record yet, the first is option 3");
  EXPECT_EQ(message<P>(obligation<P>{.owes = debt::a_case}, names), "no case is on record yet");
  EXPECT_EQ(message<P>(obligation<P>{.owes = debt::an_option}, names), "no option is on record yet");
  EXPECT_EQ(
      message<P>(obligation<P>{.owes = debt::an_act, .act = act_id_of<act::tell_story, P>, .due = quota::once}, names),
      "not on record yet: the story");
  EXPECT_EQ(message<P>(obligation<P>{}, names), "");
}

TEST(Message, ListsActs) {
  const session<P> s(people<P>().formed().value());
  EXPECT_EQ(message<P>(s.legal_acts(p1)), "a case, a pass, leaving for good, being away or naming a breach");
  EXPECT_EQ(message<P>(act_set<P>{}), "");
}

TEST(Instead, NamesTheActsOfTheStageAlone) {
  EXPECT_THAT(told().did<act::vote>(p1, case_id{p1}).instead(), ElementsAre("p1's to do then: a case"));
  EXPECT_THAT(told().selected().did<act::tell_story>(p1).did<act::propose>(p3).instead(),
              ElementsAre("p3's to do then: a question"));
}

TEST(Instead, SaysThatTheLeaderMovesOnFirst) {
  EXPECT_THAT(told().did<act::present_case>(p1).did<act::vote>(p1, case_id{p1}).instead(),
              ElementsAre("nothing was p1's to do then; the leader moves on first"));
}

TEST(Instead, IsNotSaidOfFaultsOfTheRecordOrOfWhoListens) {
  EXPECT_THAT(told().did<act::pass>(p1).did<act::pass>(p1).instead(), ElementsAre(""));
  EXPECT_THAT(told().proposed().did<act::assess>(p1, option_id{1}).instead(), ElementsAre(""));
  EXPECT_THAT(told().presented().did<act::advance>(lead).instead(), ElementsAre(""));
  EXPECT_THAT(told().did<act::close>(p1).instead(), ElementsAre(""));
}

}  // namespace message_test
