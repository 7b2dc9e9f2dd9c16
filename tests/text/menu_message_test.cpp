// SPDX-License-Identifier: MIT
// What a menu says to the person whose it is.
#include <balint/text/menu_message.hpp>
#include <string>
#include <string_view>

#include "tests/session/rounds.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace menu_message_test {

constexpr std::array<std::string_view, 6> ids{"anna", "boris", "clara", "lead", "dep", "sup"};
constexpr pseudonyms names{.ids = ids};

template <typename Act, typename P>
std::string told(const scene<P>& s, person_id who) {
  EXPECT_TRUE(s.is_sound());
  return message<P>(menu_of(s.now(), who).template of<Act>(), names);
}

using P = student_group;

TEST(MenuMessage, SaysWhatYouCanDo) {
  EXPECT_EQ(told<act::present_case>(scene<P>(), anna), "you can present a case now");
}

TEST(MenuMessage, SaysWhereAnActBelongs) {
  EXPECT_EQ(told<act::vote>(scene<P>(), anna), "you cannot vote yet: votes are stage 2");
  EXPECT_EQ(told<act::vote>(entering<P, stage::story>(), boris), "you cannot vote any more: votes are stage 2");
  EXPECT_EQ(told<act::close>(scene<P>(), lead),
            "you cannot close the session yet: a session is closed after the self-assessment");
  EXPECT_EQ(told<act::advance>(entering<P, stage::self_assessment>(), lead),
            "you cannot move on: no stage follows the self-assessment");
}

TEST(MenuMessage, SaysWhatComesFirst) {
  EXPECT_EQ(told<act::ask>(entering<P, stage::story>(), boris), "you cannot ask a question yet: the story comes first");
  const auto voting = entering<P, stage::selection>().did(clara, act::pass{});
  EXPECT_EQ(told<act::select_case>(voting, lead),
            "you cannot select the case yet: open turns: anna and boris (a vote or a pass)");
}

TEST(MenuMessage, CountsYouAmongThoseWhoseTurnIsOpen) {
  using Q = staff_group;
  const auto begun = entering<Q, stage::selection>();
  EXPECT_EQ(told<act::select_case>(begun, lead),
            "you cannot select the case yet: open turns: anna, boris, clara and you (a vote or a pass)");
  auto left = begun;
  for (const auto who : {anna, boris, clara}) left.did(who, act::pass{});
  EXPECT_EQ(told<act::select_case>(left, lead), "you cannot select the case yet: your turn is open (a vote or a pass)");
}

TEST(MenuMessage, SaysEverythingThatAMoveWaitsFor) {
  const auto voted =
      entering<P, stage::selection>().did(anna, act::pass{}).did(boris, act::pass{}).did(clara, act::pass{});
  EXPECT_EQ(told<act::advance>(voted, lead),
            "you cannot move on yet: not on record yet: the selection of a case; not on record yet: the presenter's "
            "agreement");
}

TEST(MenuMessage, SaysWhoseTheActIs) {
  EXPECT_EQ(told<act::tell_story>(entering<P, stage::story>(), boris),
            "you cannot tell the story: telling the story is done by the presenter; you are a participant");
  EXPECT_EQ(told<act::assess>(entering<P, stage::assessment>(), anna),
            "you listen while the others assess: the case is yours");
  EXPECT_EQ(told<act::ask>(entering<P, stage::story>(), anna), "the others ask; you answer");
}

TEST(MenuMessage, SaysWhoseAnActIsThatNeverIsYours) {
  EXPECT_EQ(told<act::advance>(scene<P>(), anna), "the leader can move on; you are a participant");
  EXPECT_EQ(told<act::select_case>(scene<P>(), anna), "the leader can select the case; you are a participant");
  EXPECT_EQ(told<act::tell_story>(scene<P>(), lead), "the presenter can tell the story; you are the leader");
  const auto away = scene<P>().did(anna, act::drop{});
  EXPECT_EQ(told<act::select_case>(away, anna), "the leader can select the case; you are a participant");
  // What may yet become theirs: the presenter's role, and the lead of a deputy.
  EXPECT_EQ(told<act::tell_story>(scene<P>(), anna), "you cannot tell the story yet: the story is stage 3");
  EXPECT_EQ(told<act::select_case>(scene<P>(), deputy),
            "you cannot select the case yet: selecting the case is stage 2");
}

TEST(MenuMessage, SaysThatThePresenterDoesNotLead) {
  using Q = staff_group;
  const auto unled = entering<Q, stage::story>().did(lead, act::drop{});
  EXPECT_EQ(told<act::take_lead>(unled, anna), "you cannot take the lead: the presenter does not lead");
  using C = classical_group;
  EXPECT_EQ(told<act::refocus>(entering<C, stage::story>(), anna),
            "the leader and the co-leader can bring the discussion back; you are a participant and the presenter");
}

TEST(MenuMessage, SaysWhatWasDone) {
  const auto voted = entering<P, stage::selection>().did(anna, act::vote{}, case_id{anna}).did(boris, act::pass{});
  EXPECT_EQ(told<act::vote>(voted, anna), "you cannot vote again: you have done this already");
  EXPECT_EQ(told<act::vote>(voted, boris), "you cannot vote any more: you have passed");
  EXPECT_EQ(told<act::open>(voted, lead), "you cannot open the session any more: the session has begun");
  EXPECT_EQ(told<act::rejoin>(voted, anna), "you cannot come back: you are here");
  EXPECT_EQ(told<act::pass>(voted, anna), "you cannot pass: no turn of yours is open");
}

TEST(MenuMessage, SpeaksOfAProtocolOfYourOwn) {
  using Q = rounds::protocol;
  session<Q> now(rounds::people());
  const auto said = [&](act_id<Q> act, person_id who) { return message<Q>(menu_of(now, who)[act], names); };
  const auto dream = act_id_of<rounds::tell_dream, Q>, candle = act_id_of<rounds::light_candle, Q>;
  EXPECT_EQ(said(dream, anna), "you cannot tell dream yet: light candle comes first");
  EXPECT_EQ(said(act_id_of<act::advance, Q>, lead),
            "you cannot move on yet: not on record yet: light candle; open turns: anna, boris and clara "
            "(tell dream)");
  ASSERT_TRUE(now.record<rounds::light_candle>(lead));
  EXPECT_EQ(said(candle, lead), "you cannot light candle any more: already on record: light candle");
}

TEST(ChoiceMessage, NamesWhatIsChosen) {
  const auto said = [](const event<P>& e) { return choice_message<P>(e, names); };
  EXPECT_EQ(said(event<P>::of<act::vote>(anna, case_id{boris})), "vote for the case of boris");
  EXPECT_EQ(said(event<P>::of<act::select_case>(lead, case_id{boris})), "select the case of boris");
  EXPECT_EQ(said(event<P>::of<act::assess>(anna, option_id{2})), "assess option 2");
  EXPECT_EQ(said(event<P>::of<act::hand_over>(lead, deputy)), "hand over the lead to dep");
  EXPECT_EQ(said(event<P>::of<act::flag>(anna, rule_of<P, rule::confidentiality>)),
            "say that there was a breach of confidentiality");
  EXPECT_EQ(said(event<P>::of<act::remind>(lead, rule_of<P, rule::respect>)),
            "remind the group of the rule \"respect\"");
  EXPECT_EQ(said(event<P>{}), "this protocol has no such act");
}

template <typename Q>
class EveryMenu : public testing::Test {};
TYPED_TEST_SUITE(EveryMenu, rounds::protocols);

// A complete text: in the second person, with nothing left open, and no blank where a word is missing.
TYPED_TEST(EveryMenu, HasACompleteTextForEachEntry) {
  using Q = TypeParam;
  rounds::walk<Q>(12, [](const session<Q>& now) {
    std::vector<person_id> askers{nobody};
    for (const auto who : now.people().people()) askers.push_back(who);
    for (const auto who : askers) {
      for (const auto& entry : menu_of(now, who)) {
        const auto text = message<Q>(entry, names);
        ASSERT_NE((" " + text).find(" you"), std::string::npos) << text;
        for (const auto* gap : {"  ", "{", "}", ": ;", "()", " ,", "()", "is done by ;"})
          ASSERT_EQ(text.find(gap), std::string::npos) << text;
        ASSERT_NE(text.back(), ' ') << text;
        ASSERT_NE(text.back(), ':') << text;
        for (const auto& choice : entry.choices) ASSERT_FALSE(choice_message<Q>(choice, names).empty());
      }
    }
  });
}

}  // namespace menu_message_test
