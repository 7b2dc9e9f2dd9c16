// SPDX-License-Identifier: MIT
// Menus: what a person may do is what is legal, and why not the rest is what the session answers.
#include <balint/menu/menu.hpp>
#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "tests/session/rounds.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace menu_test {

template <typename P>
class Menu : public testing::Test {};
TYPED_TEST_SUITE(Menu, rounds::protocols);

/// The people of a group, somebody behind the last of them, and nobody.
template <typename P>
std::vector<person_id> askers(const session<P>& now) {
  std::vector<person_id> all{nobody, {static_cast<std::uint8_t>(now.people().size())}};
  for (const auto who : now.people().people()) all.push_back(who);
  return all;
}

TYPED_TEST(Menu, HasEveryActAndOfTheLegalOnesEveryEvent) {
  using P = TypeParam;
  rounds::walk<P>(20, [](const session<P>& now) {
    for (const auto who : askers(now)) {
      std::vector<event<P>> legal, offered;
      now.each_legal_event(who, [&](const event<P>& e) { legal.push_back(e); });
      const auto all = menu_of(now, who);
      ASSERT_EQ(all.whose(), who);
      std::uint16_t act = 0;
      for (const auto& entry : all) {
        ASSERT_EQ(entry.act.index, act++);
        for (const auto& e : entry.choices) offered.push_back(e);
        ASSERT_FALSE(entry.is_legal() && entry.is_out_of_reach) << name_of<P>(entry.act);
        ASSERT_EQ(entry.is_legal(), now.legal_acts(who).contains(entry.act)) << name_of<P>(entry.act);
      }
      ASSERT_EQ(act, act_count<P>);
      ASSERT_EQ(offered, legal);
    }
  });
}

/// What a session answers to an act with any target, also with one that is not.
template <typename P>
std::vector<refusal<P>> answers(const session<P>& now, person_id who, act_id<P> act) {
  std::vector<refusal<P>> all;
  const auto ask = [&](std::uint16_t target) {
    const auto said = now.can(detail::raw_event<P>({.by = who, .act = act, .target = target}));
    if (!said) all.push_back(said.error());
  };
  const std::uint16_t targets = target_of<P>(act) == target_kind::none ? 1 : 24;
  for (std::uint16_t target = 0; target < targets; ++target) ask(target);
  ask(detail::unknown_target);
  return all;
}

TYPED_TEST(Menu, GivesAsReasonWhatTheSessionAnswersToSomeTarget) {
  using P = TypeParam;
  std::set<code> reasons;
  rounds::walk<P>(10, [&](const session<P>& now) {
    for (const auto who : askers(now)) {
      for (const auto& entry : menu_of(now, who)) {
        if (entry.is_legal()) {
          ASSERT_EQ(entry.why, refusal<P>{});
          continue;
        }
        const auto all = answers(now, who, entry.act);
        ASSERT_NE(std::find(all.begin(), all.end(), entry.why), all.end()) << name_of<P>(entry.act);
        // Nothing that can be chosen has an answer that comes before it.
        for (const auto& other : all) {
          ASSERT_TRUE(other.code == code::unknown_target || entry.why.code <= other.code) << name_of<P>(entry.act);
        }
        reasons.insert(entry.why.code);
      }
    }
  });
  EXPECT_GE(reasons.size(), 7U);
}

TYPED_TEST(Menu, SaysWhatAnActWaitsForAndWhoMayDoIt) {
  using P = TypeParam;
  rounds::walk<P>(10, [](const session<P>& now) {
    for (const auto who : now.people().people()) {
      for (const auto& entry : menu_of(now, who)) {
        const auto& why = entry.why;
        ASSERT_EQ(!entry.waits_for.empty(), !entry.is_legal() && why.code == code::too_early);
        const act_set<P> happened{now.snapshot().state.happened};
        for (const auto act : entry.waits_for)
          ASSERT_TRUE(!happened.contains(act) || !entry.owed.empty()) << name_of<P>(act);
        if (!entry.is_legal() && why.code == code::stage_incomplete) {
          ASSERT_FALSE(entry.owed.empty());
          ASSERT_EQ(entry.owed[0], why.owed);
        }
        ASSERT_EQ(entry.has_home, is_act_of_a_stage<P>(entry.act));
        ASSERT_TRUE(!entry.has_home || entry.home == stage_of<P>(entry.act));
        ASSERT_TRUE(!entry.has_home || (entry.stages.contains(entry.home) && entry.stages.size() == 1));
        ASSERT_NE(entry.roles.bits(), 0U);
        ASSERT_TRUE(!entry.is_legal() || entry.who_may.contains(who)) << name_of<P>(entry.act);
        ASSERT_FALSE(!entry.is_legal() && why.code == code::wrong_role && entry.who_may.contains(who));
        ASSERT_TRUE(!entry.is_legal() || entry.stages.contains(now.stage()));
        ASSERT_TRUE(why.code == code::repeated || (entry.done.empty() && entry.done_by.empty()));
      }
    }
  });
}

// An entry of a menu that is gone at the end of the line is a copy.
TEST(MenuOf, LendsEntriesOfAMenuThatStaysAlone) {
  using P = student_group;
  static_assert(std::is_same_v<decltype(std::declval<const menu<P>&>().of<act::vote>()), const menu_entry<P>&>);
  static_assert(std::is_same_v<decltype(std::declval<menu<P>>().of<act::vote>()), menu_entry<P>>);
  static_assert(std::is_same_v<decltype(std::declval<menu<P>>()[act_id<P>{0}]), menu_entry<P>>);
  const auto now = entering<P, stage::selection>().now();
  std::size_t votes = 0;
  for (const auto& vote : menu_of(now, anna).template of<act::vote>().choices) votes += now.can(vote) ? 1U : 0U;
  EXPECT_EQ(votes, 3U);
}
TEST(MenuOf, IsAConstantExpression) {
  using P = student_group;
  constexpr auto choices = [] { return menu_of(scene<P>().now(), anna).of<act::present_case>().choices.size(); };
  BALINT_CHECK(choices() == 1);
  BALINT_CHECK(menu_of(scene<P>().now(), anna).of<act::vote>().why.code == code::wrong_stage);
  BALINT_CHECK(menu_of(scene<P>().now(), anna).of<act::vote>().home == stage_id_of<stage::selection, P>);
}

TEST(MenuOf, NamesTheLeadersOwnCaseBeforeTheVotes) {
  using P = staff_group;
  // Lead's own case has the most votes: another case lacks votes, but it is the lead that has to move first.
  auto s = entering<P, stage::selection>();
  for (const auto who : {anna, boris, clara, lead}) s.did(who, act::vote{}, case_id{lead});
  ASSERT_TRUE(s.is_sound());
  const auto all = menu_of(s.now(), lead);
  EXPECT_EQ(all.of<act::select_case>().why.code, code::leader_is_presenter);
  EXPECT_EQ(all.of<act::select_case>().why.refused.target_as<person_id>(), lead);
}

TEST(MenuOf, NamesWhatAMoveWaitsFor) {
  using P = student_group;
  const auto s = entering<P, stage::selection>().did(boris, act::pass{});
  const auto all = menu_of(s.now(), lead);
  const auto& select = all.of<act::select_case>();
  EXPECT_EQ(select.why.code, code::too_early);
  EXPECT_TRUE(select.waits_for.contains(act_id_of<act::vote, P>) && select.waits_for.size() == 1);
  ASSERT_EQ(select.owed.size(), 1U);
  EXPECT_EQ(select.owed[0].by.bits(), 0b0101U);
  EXPECT_EQ(all.of<act::advance>().why.code, code::stage_incomplete);
  EXPECT_EQ(all.of<act::advance>().owed.size(), 3U);
  EXPECT_EQ(all.of<act::close>().stages, stage_set<student_group>{0b100000});
  EXPECT_FALSE(all.of<act::close>().has_home);
}

TEST(MenuOf, SaysByWhomAnActWasDone) {
  using P = student_group;
  auto s = entering<P, stage::selection>();
  for (const auto who : {anna, boris, clara}) s.did(who, act::vote{}, case_id{anna});
  s.did(lead, act::select_case{}, case_id{anna}).did(anna, act::accept_case{});
  ASSERT_TRUE(s.is_sound());
  const auto vote = menu_of(s.now(), boris).of<act::vote>();
  EXPECT_EQ(vote.why.code, code::repeated);
  EXPECT_TRUE(vote.done_by == person_set{0b0010} && vote.done.contains(vote.act));
  const auto decline = menu_of(s.now(), anna).of<act::decline_case>();
  EXPECT_EQ(decline.why.code, code::repeated);
  EXPECT_EQ(decline.done, act_set<P>{detail::bit(act_id_of<act::accept_case, P>.index)});
  EXPECT_EQ(decline.done_by, person_set{0b0001});
  EXPECT_TRUE(menu_of(s.now(), lead).of<act::select_case>().done_by.empty());  // nobody keeps it
  const auto passed = menu_of(entering<P, stage::selection>().did(clara, act::pass{}).now(), clara).of<act::vote>();
  EXPECT_TRUE(passed.done.empty() && passed.done_by == person_set{0b0100} && passed.why.behind.has_passed);
}

TEST(MenuOf, NamesRolesAndThoseOfThemWhoAreThere) {
  using P = student_group;
  const auto s = entering<P, stage::story>().did(boris, act::drop{});
  const auto all = menu_of(s.now(), anna);
  const auto& ask = all.of<act::ask>();
  std::vector<std::string_view> roles;
  for (const auto role : ask.roles) roles.push_back(role);
  EXPECT_EQ(roles, (std::vector<std::string_view>{"participant", "leader"}));
  EXPECT_EQ(ask.who_may, person_set{0b1100});  // neither the presenter nor who is away
  EXPECT_EQ(all.of<act::rejoin>().who_may, person_set{0b0010});
  EXPECT_EQ(all.of<act::withdraw>().who_may, person_set{0b111111});
}

TEST(MenuOf, KnowsWhatCanNeverBeYours) {
  using P = student_group;
  const auto out = [](const scene<P>& s, person_id who, act_id<P> act) {
    return menu_of(s.now(), who)[act].is_out_of_reach;
  };
  constexpr auto moves = act_id_of<act::advance, P>, tells = act_id_of<act::tell_story, P>;
  EXPECT_TRUE(out(scene<P>(), anna, moves));
  EXPECT_FALSE(out(scene<P>(), lead, moves));
  EXPECT_FALSE(out(scene<P>(), deputy, moves));  // the lead may be handed over
  EXPECT_FALSE(out(scene<P>(), anna, tells));    // it may be hers
  EXPECT_TRUE(out(scene<P>(), lead, tells));
  EXPECT_FALSE(out(scene<P>(), nobody, tells));
  const auto selected = entering<P, stage::story>();
  EXPECT_EQ(menu_of(selected.now(), anna)[tells].yours.bits(), 1U | (1U << P::offices::size));
  EXPECT_EQ(menu_of(selected.now(), lead)[tells].yours.bits(), 2U);
}

TEST(MenuOf, OffersEveryOptionThatThereCanBe) {
  using P = student_group;
  auto s = entering<P, stage::proposals>();
  for (std::size_t i = 0; i < max_options; ++i) s.did(boris, act::propose{});
  EXPECT_EQ(menu_of(s.now(), clara).of<act::propose>().why.code, code::too_many_options);
  s.did(clara, act::pass{}).did(lead, act::advance{});
  ASSERT_TRUE(s.is_sound());
  const auto all = menu_of(s.now(), clara);
  const auto& choices = all.of<act::assess>().choices;
  EXPECT_EQ(choices.size(), max_options);
  std::uint16_t number = 0;
  for (const auto& e : choices) EXPECT_EQ(e.template target_as<option_id>().number, ++number);
  EXPECT_EQ(number, max_options);
}

TEST(MenuOf, AnswersAnActThatTheProtocolDoesNotHave) {
  using P = student_group;
  const scene<P> s;
  const auto all = menu_of(s.now(), anna);
  EXPECT_EQ(all[act_id<P>{0xFFFF}].why.code, code::unknown_act);
  EXPECT_FALSE(all[act_id<P>{static_cast<std::uint16_t>(act_count<P>)}].is_legal());
}

}  // namespace menu_test
