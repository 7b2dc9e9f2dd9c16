// SPDX-License-Identifier: MIT
#include <balint/balint.hpp>
#include <balint/text/message.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace message_test {

using namespace balint;
using P = student_group;

constexpr std::array<std::string_view, 4> ids{"lead", "p1", "p2", "p3"};
constexpr pseudonyms names{.ids = ids, .outsider = "p99", .unknown_act = "dance"};
constexpr person_id lead{0};
constexpr person_id p1{1};
constexpr person_id p2{2};
constexpr person_id p3{3};

group<P> people() {
  using who = person<P>;
  const std::array all{who::as<role::leader>("lead"), who::as<role::participant>("p1"),
                       who::as<role::participant>("p2"), who::as<role::participant>("p3")};
  return form<P>(all).group;
}

template <typename Act, typename... On>
std::string refusal_of(const session<P>& now, person_id by, On... on) {
  const auto answer = now.can<Act>(by, on...);
  return answer ? "accepted" : message(answer.error(), names);
}

/// A session in the selection, with cases of p1 and p2 and every vote for p1.
session<P> selection() {
  session<P> s(people());
  EXPECT_TRUE(s.record<act::present_case>(p1));
  EXPECT_TRUE(s.record<act::present_case>(p2));
  EXPECT_TRUE(s.record<act::pass>(p3));
  EXPECT_TRUE(s.record<act::advance>(lead));
  return s;
}

TEST(Message, SaysWhoOwesWhat) {
  session<P> s(people());
  EXPECT_TRUE(s.record<act::present_case>(p1));
  EXPECT_EQ(refusal_of<act::advance>(s, lead),
            "advancing by lead: the stage presentation is not complete; presenting a case is still owed by p2, p3");
}

TEST(Message, SaysThatNoCaseWasPresented) {
  session<P> s(people());
  for (const auto who : {p1, p2, p3}) EXPECT_TRUE(s.record<act::pass>(who));
  EXPECT_EQ(refusal_of<act::advance>(s, lead),
            "advancing by lead: the stage presentation is not complete; no case was presented");
}

TEST(Message, SaysThatNoOptionWasProposed) {
  auto s = selection();
  for (const auto who : {p1, p2, p3}) EXPECT_TRUE(s.record<act::vote>(who, case_id{p1}));
  EXPECT_TRUE(s.record<act::select_case>(lead, case_id{p1}));
  EXPECT_TRUE(s.record<act::accept_case>(p1));
  EXPECT_TRUE(s.record<act::advance>(lead));
  EXPECT_TRUE(s.record<act::tell_story>(p1));
  EXPECT_TRUE(s.record<act::advance>(lead));
  for (const auto who : {p2, p3}) EXPECT_TRUE(s.record<act::pass>(who));
  EXPECT_EQ(refusal_of<act::advance>(s, lead),
            "advancing by lead: the stage proposals is not complete; no option was proposed");
}

TEST(Message, SaysNoToAnActThatIsAnybodys) {
  EXPECT_EQ(refusal_of<act::rejoin>(session<P>(people()), p1), "rejoining by p1, who is present");
}

TEST(Message, SaysWhereAnActBelongs) {
  const session<P> s(people());
  EXPECT_EQ(refusal_of<act::propose>(s, p1), "a proposal by p1 belongs to the stage proposals, not to presentation");
  EXPECT_EQ(refusal_of<act::close>(s, lead),
            "closing by lead in presentation: a session is closed from its last stage, self-assessment");
}

TEST(Message, SaysWhoseItIsToDo) {
  auto s = selection();
  EXPECT_EQ(refusal_of<act::select_case>(s, p1, case_id{p1}),
            "the selection of a case by p1 in selection is for others to do: leader");
  for (const auto who : {p1, p2, p3}) EXPECT_TRUE(s.record<act::vote>(who, case_id{p1}));
  EXPECT_TRUE(s.record<act::select_case>(lead, case_id{p1}));
  EXPECT_TRUE(s.record<act::accept_case>(p1));
  EXPECT_TRUE(s.record<act::advance>(lead));
  EXPECT_TRUE(s.record<act::tell_story>(p1));
  EXPECT_EQ(refusal_of<act::ask>(s, p1),
            "a question by p1 in story is for others to do: leader or participant other than the presenter");
  EXPECT_EQ(refusal_of<act::answer>(s, p1), "an answer by p1 comes before a question");
}

TEST(Message, SaysWhatComesBefore) {
  EXPECT_EQ(refusal_of<act::select_case>(selection(), lead, case_id{p1}),
            "the selection of a case by lead comes before everybody gave or passed a vote");
}

TEST(Message, NamesWhoeverAndWhateverTheProtocolDoesNotKnow) {
  const session<P> s(people());
  const auto outsider = s.can({.by = nobody, .act = act_id_of<act::pass, P>});
  ASSERT_FALSE(outsider);
  EXPECT_EQ(message(outsider.error(), names), "a pass by p99, who is not in the group");
  const auto foreign = s.can({.by = p1, .act = {static_cast<std::uint16_t>(act_count<P>)}});
  ASSERT_FALSE(foreign);
  EXPECT_EQ(message(foreign.error(), names), "\"dance\" by p1 is no act of this protocol");
}

TEST(Message, SaysWhichTargetIsUnknown) {
  EXPECT_EQ(refusal_of<act::vote>(selection(), p1, case_id{p3}),
            "a vote by p1 names a case that was not presented or is out");
  EXPECT_EQ(refusal_of<act::remind>(selection(), lead, rule_id{99}),
            "a reminder by lead names a rule that this protocol does not know");
  EXPECT_EQ(refusal_of<act::hand_over>(selection(), lead, p1),
            "handing over the lead by lead names a person who cannot be handed the lead");
}

TEST(Message, CountsTheOptionsThatLackAnAct) {
  const obligation owed{.owes = debt::an_act,
                        .act = act_id_of<act::forecast, P>,
                        .due = quota::per_option,
                        .options = 2,
                        .first_option = {3}};
  EXPECT_EQ(message<P>(owed, names), "a forecast is still owed for 2 of the options, first for option 3");
}

TEST(Message, FillsEveryPlaceholderOfEveryCode) {
  for (std::size_t i = 0; i < code_count; ++i) {
    const finding<P> f{.event = 1, .code = static_cast<code>(i), .what = {.by = p1, .act = act_id_of<act::vote, P>},
                       .owed = {.owes = debt::an_act, .act = act_id_of<act::vote, P>, .due = quota::each}};
    const auto text = message(f, names);
    EXPECT_FALSE(text.empty()) << name_of(f.code);
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
  }
  for (std::size_t i = 0; i < advisory_count; ++i) {
    EXPECT_FALSE(message(advisory{static_cast<advisory_code>(i), person_set{2}}, names).empty());
  }
}

TEST(Message, NamesThePeopleOfAFormationError) {
  const formation_error error{code::not_voluntary, {}, person_set{0b1010}};
  EXPECT_EQ(message(error, names), "a participant does not consent: p1, p3");
}

TEST(Message, ListsActs) {
  const session<P> s(people());
  EXPECT_EQ(message<P>(s.legal_acts(p1)), "presenting a case, a pass, withdrawing, dropping out");
  EXPECT_EQ(message<P>(act_set{}), "");
}

}  // namespace message_test
