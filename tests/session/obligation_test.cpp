// SPDX-License-Identifier: MIT
// What each stage owes, by whom, and under which rule; when it is complete.
#include "tests/session/rounds.hpp"
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace obligation_test {

template <typename P>
class Obligation : public testing::Test {};
using six_stage_groups = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(Obligation, six_stage_groups);

TEST(Obligation, OfNothingIsFalse) {
  BALINT_CHECK(!obligation<student_group>{});
  BALINT_CHECK(obligation<student_group>{.owes = debt::a_case});
}

template <typename P, typename Act>
constexpr bool is_owed(const obligation<P>& o, quota due, std::string_view rule) {
  return o.owes == debt::an_act && o.act == act_id_of<Act, P> && o.due == due && name_of<P>(o.rule) == rule;
}

TYPED_TEST(Obligation, EveryStageIsIncompleteWhenEnteredAndCompleteWhenFulfilled_STG8) {
  using P = TypeParam;
  constexpr auto holds = [] {
    scene<P> s;
    for (std::size_t i = 0; i < P::order::size; ++i) {
      if (s->is_complete() || s->owed().empty()) return false;
      s.fulfilled();
      if (!s->is_complete() || !s->owed().empty() || s->first_owed()) return false;
      if (i + 1 < P::order::size) s.did(lead, act::advance{});
    }
    return s.is_sound();
  };
  BALINT_CHECK(holds());
}

TYPED_TEST(Obligation, FirstOwedIsTheFirstOfOwed) {
  using P = TypeParam;
  constexpr auto holds = [] {
    scene<P> s;
    for (std::size_t i = 0; i < P::order::size; ++i) {
      if (!(s->first_owed() == s->owed()[0])) return false;
      if (i + 1 < P::order::size) s.left();
    }
    return s.is_sound();
  };
  BALINT_CHECK(holds());
}

TYPED_TEST(Obligation, OfPresentationIsACaseFromEachThenACaseAtAll_STG1) {
  using P = TypeParam;
  constexpr auto owed = [] { return scene<P>()->owed(); };
  BALINT_CHECK(owed().size() == 2);
  BALINT_CHECK(is_owed<P, act::present_case>(owed()[0], quota::each, "everyone_takes_part"));
  BALINT_CHECK(owed()[0].by.bits() == (leader_takes_part<P> ? 0b1111U : 0b0111U));
  BALINT_CHECK(owed()[1].owes == debt::a_case && name_of<P>(owed()[1].rule) == "everyone_takes_part");
}

TYPED_TEST(Obligation, OfSelectionIsTheVotesThenTheSelectionThenTheAcceptance_STG2_GRP7) {
  using P = TypeParam;
  constexpr auto owed = [] { return entering<P, stage::selection>()->owed(); };
  BALINT_CHECK(owed().size() == 3);
  BALINT_CHECK(is_owed<P, act::vote>(owed()[0], quota::each, "everyone_takes_part"));
  BALINT_CHECK(is_owed<P, act::select_case>(owed()[1], quota::once, "stage_order"));
  BALINT_CHECK(owed()[1].by.bits() == 0b1000U);
  BALINT_CHECK(is_owed<P, act::accept_case>(owed()[2], quota::once, "voluntary"));
  BALINT_CHECK(owed()[2].by.empty());
}

TYPED_TEST(Obligation, OfStoryIsTheStory_STG3) {
  using P = TypeParam;
  constexpr auto owed = [] { return entering<P, stage::story>()->owed(); };
  BALINT_CHECK(owed().size() == 1);
  BALINT_CHECK(is_owed<P, act::tell_story>(owed()[0], quota::once, "stage_order"));
  BALINT_CHECK(owed()[0].by.bits() == 0b0001U);
}

TYPED_TEST(Obligation, OfProposalsIsAnOptionFromEachListenerThenAnOptionAtAll_STG4) {
  using P = TypeParam;
  constexpr auto owed = [] { return entering<P, stage::proposals>()->owed(); };
  BALINT_CHECK(owed().size() == 2);
  BALINT_CHECK(is_owed<P, act::propose>(owed()[0], quota::each_at_least_once, "everyone_takes_part"));
  BALINT_CHECK(owed()[0].by.bits() == (leader_takes_part<P> ? 0b1110U : 0b0110U));
  BALINT_CHECK(owed()[1].owes == debt::an_option && name_of<P>(owed()[1].rule) == "everyone_takes_part");
}

TYPED_TEST(Obligation, OfAssessmentIsEveryOptionTwiceWeighed_STG5) {
  using P = TypeParam;
  constexpr auto owed = [] { return entering<P, stage::assessment>().did(boris, act::assess{}, option_id{1})->owed(); };
  constexpr std::uint16_t options = leader_takes_part<P> ? 3 : 2;
  BALINT_CHECK(owed().size() == 2);
  BALINT_CHECK(is_owed<P, act::assess>(owed()[0], quota::per_option, "every_option_weighed"));
  BALINT_CHECK(owed()[0].options == options - 1 && owed()[0].first_option == option_id{2});
  BALINT_CHECK(is_owed<P, act::forecast>(owed()[1], quota::per_option, "every_option_weighed"));
  BALINT_CHECK(owed()[1].options == options && owed()[1].first_option == option_id{1});
  BALINT_CHECK(owed()[1].by.bits() == (leader_takes_part<P> ? 0b1110U : 0b0110U));  // Participants, not the leader.
}

TYPED_TEST(Obligation, OfSelfAssessmentIsTheSelfAssessment_STG6) {
  using P = TypeParam;
  constexpr auto owed = [] { return entering<P, stage::self_assessment>()->owed(); };
  BALINT_CHECK(owed().size() == 1);
  BALINT_CHECK(is_owed<P, act::self_assess>(owed()[0], quota::once, "stage_order"));
}

// ---- the order of the rules of stage_incomplete ---------------------------------------------------------------------

TYPED_TEST(Obligation, StageIncomplete_EachComesBeforeNoCaseAndNoOption) {
  using P = TypeParam;
  BALINT_CHECK(scene<P>()->first_owed().owes == debt::an_act);
  BALINT_CHECK(entering<P, stage::proposals>()->first_owed().owes == debt::an_act);
}

TYPED_TEST(Obligation, StageIncomplete_EachComesBeforeOnce) {
  using P = TypeParam;
  BALINT_CHECK(entering<P, stage::selection>().owes("everyone_takes_part"));
  BALINT_CHECK(entering<P, stage::selection>().did(anna, act::vote{}, case_id{boris}).owes("everyone_takes_part"));
}

TYPED_TEST(Obligation, StageIncomplete_OnceComesBeforeVoluntary) {
  using P = TypeParam;
  constexpr auto voted = [] {
    auto s = entering<P, stage::selection>();
    s.did(anna, act::vote{}, case_id{boris}).did(boris, act::vote{}, case_id{boris}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s;
  };
  BALINT_CHECK(voted().owes("stage_order"));
  BALINT_CHECK(voted().did(lead, act::select_case{}, case_id{boris}).owes("voluntary"));
}

TYPED_TEST(Obligation, StageIncomplete_EachComesBeforeVoluntary) {
  using P = TypeParam;
  constexpr auto a_voter_came_back = [] {
    auto s = entering<P, stage::selection>();
    s.did(clara, act::drop{}).did(anna, act::vote{}, case_id{boris}).did(boris, act::vote{}, case_id{boris});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s.did(lead, act::select_case{}, case_id{boris}).did(clara, act::rejoin{});
  };
  BALINT_CHECK(a_voter_came_back()->owed().size() == 2);
  BALINT_CHECK(a_voter_came_back().owes("everyone_takes_part"));
}

// ---- the absent -----------------------------------------------------------------------------------------------------

TYPED_TEST(Obligation, OfTheAbsentIsSuspendedInEveryStageWhereEachOwes_REM2) {
  using P = TypeParam;
  constexpr auto suspended = []<typename Stage>(Stage) {
    auto s = entering<P, Stage>();
    const bool owed_before = s->first_owed().by.contains(clara);
    s.did(clara, act::drop{});
    const bool owed_away = s->first_owed().by.contains(clara);
    s.did(clara, act::rejoin{});
    return s.is_sound() && owed_before && !owed_away && s->first_owed().by.contains(clara);
  };
  BALINT_CHECK(suspended(stage::presentation{}));
  BALINT_CHECK(suspended(stage::selection{}));
  BALINT_CHECK(suspended(stage::proposals{}));
}

TYPED_TEST(Obligation, OfAStageEverybodyDroppedOutOfIsACaseStill) {
  using P = TypeParam;
  constexpr auto alone = [] {
    scene<P> s;
    s.did(anna, act::drop{}).did(boris, act::drop{}).did(clara, act::drop{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s;
  };
  BALINT_CHECK(alone().owes("everyone_takes_part"));
  BALINT_CHECK(alone()->first_owed().owes == debt::a_case);
}

// Each owes a dream first by the rules, and it waits for the candle: what somebody can do now is named first.
TEST(Obligation, NamesWhatCanBeDoneNowBeforeWhatHasToWait) {
  using P = rounds::protocol;
  constexpr auto begun = [] { return session<P>(rounds::people()); };
  constexpr auto candle = act_id_of<rounds::light_candle, P>;
  constexpr auto dream = act_id_of<rounds::tell_dream, P>;
  BALINT_CHECK(begun().owed().size() == 2 && begun().owed()[0].act == candle && begun().owed()[1].act == dream);
  BALINT_CHECK(begun().first_owed().act == candle);
  constexpr auto refused = [=] { return begun().can<act::advance>(lead).error(); };
  BALINT_CHECK(refused().code == code::stage_incomplete && refused().owed.act == candle);
  BALINT_CHECK(name_of<P>(refused().owed.rule) == "stage_order");
  // The rule stays that of the first thing owed in the order of the rules, as the protocol has it.
  BALINT_CHECK(name_of<P>(refused().rule) == "everyone_takes_part");
  constexpr auto lit = [=] {
    auto now = begun();
    return now.record<rounds::light_candle>(lead) ? now : begun();
  };
  BALINT_CHECK(lit().owed().size() == 1 && lit().first_owed().act == dream);
}

}  // namespace obligation_test
