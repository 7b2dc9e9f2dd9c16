// SPDX-License-Identifier: MIT
// Stages 3 to 6 of the six: who may do what, on what, how often, and not before what.
#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace story_to_self_assessment_test {

template <typename P>
class StoryToSelfAssessment : public testing::Test {};
using six_stage_groups = testing::Types<student_group, staff_group, led_staff_group>;
TYPED_TEST_SUITE(StoryToSelfAssessment, six_stage_groups);

template <typename P>
constexpr auto in_story() {
  return entering<P, stage::story>();
}
template <typename P>
constexpr auto told() {
  return in_story<P>().did(anna, act::tell_story{});
}
template <typename P>
constexpr auto in_proposals() {
  return entering<P, stage::proposals>();
}
template <typename P>
constexpr auto in_assessment() {
  return entering<P, stage::assessment>();
}
/// How many options the proposals of the tests make.
template <typename P>
constexpr std::uint16_t options = leader_takes_part<P> ? 3 : 2;

// ---- stage 3 --------------------------------------------------------------------------------------------------------

TYPED_TEST(StoryToSelfAssessment, TellStory_IsForThePresenterAlone_STG3) {
  using P = TypeParam;
  BALINT_CHECK(in_story<P>().accepts(anna, act::tell_story{}));
  BALINT_CHECK(in_story<P>().refuses(code::wrong_role, boris, act::tell_story{}));
  BALINT_CHECK(in_story<P>().refuses(code::wrong_role, lead, act::tell_story{}));
  BALINT_CHECK(in_story<P>().refuses(code::wrong_role, watcher, act::tell_story{}));
}

TYPED_TEST(StoryToSelfAssessment, TellStory_IsOwedOnce_STG3) {
  using P = TypeParam;
  BALINT_CHECK(in_story<P>().owes("stage_order"));
  BALINT_CHECK(told<P>().may_go_on());
  BALINT_CHECK(told<P>().refuses(code::repeated, anna, act::tell_story{}));
}

TYPED_TEST(StoryToSelfAssessment, Ask_IsForEverybodyButThePresenterAndTheSupervisor_STG3) {
  using P = TypeParam;
  BALINT_CHECK(told<P>().accepts(boris, act::ask{}));
  BALINT_CHECK(told<P>().accepts(lead, act::ask{}));
  BALINT_CHECK(told<P>().refuses(code::wrong_role, anna, act::ask{}));
  BALINT_CHECK(told<P>().refuses(code::wrong_role, watcher, act::ask{}));
  BALINT_CHECK(told<P>().refuses(code::wrong_role, deputy, act::ask{}));
}

TYPED_TEST(StoryToSelfAssessment, Ask_NotBeforeTheStoryAndThenAsOftenAsWanted_STG3) {
  using P = TypeParam;
  BALINT_CHECK(in_story<P>().refuses(code::too_early, boris, act::ask{}));
  BALINT_CHECK(told<P>().did(boris, act::ask{}).did(boris, act::ask{}).accepts(boris, act::ask{}));
}

TYPED_TEST(StoryToSelfAssessment, Answer_IsForThePresenterAlone_STG3) {
  using P = TypeParam;
  BALINT_CHECK(told<P>().did(boris, act::ask{}).accepts(anna, act::answer{}));
  BALINT_CHECK(told<P>().did(boris, act::ask{}).refuses(code::wrong_role, clara, act::answer{}));
  BALINT_CHECK(told<P>().did(boris, act::ask{}).refuses(code::wrong_role, lead, act::answer{}));
}

TYPED_TEST(StoryToSelfAssessment, Answer_NotBeforeAnAskAndThenAsOftenAsWanted_STG3) {
  using P = TypeParam;
  BALINT_CHECK(in_story<P>().refuses(code::too_early, anna, act::answer{}));
  BALINT_CHECK(told<P>().refuses(code::too_early, anna, act::answer{}));
  BALINT_CHECK(told<P>().did(boris, act::ask{}).did(anna, act::answer{}).accepts(anna, act::answer{}));
}

TYPED_TEST(StoryToSelfAssessment, Story_OwesNeitherQuestionsNorAnswers) {
  using P = TypeParam;
  BALINT_CHECK(told<P>()->is_complete());
  BALINT_CHECK(told<P>().did(boris, act::ask{})->is_complete());
}

TYPED_TEST(StoryToSelfAssessment, ADeputyWhoActsForTheLeaderMayAsk) {
  using P = TypeParam;
  BALINT_CHECK(told<P>().did(lead, act::drop{}).accepts(deputy, act::ask{}));
  BALINT_CHECK(told<P>().did(lead, act::drop{}).did(lead, act::rejoin{}).refuses(code::wrong_role, deputy, act::ask{}));
}

// ---- stage 4 --------------------------------------------------------------------------------------------------------

TYPED_TEST(StoryToSelfAssessment, Propose_IsForParticipantsAndForTheLeader_STG4) {
  using P = TypeParam;
  BALINT_CHECK(in_proposals<P>().accepts(boris, act::propose{}));
  BALINT_CHECK(in_proposals<P>().accepts(lead, act::propose{}));
  BALINT_CHECK(in_proposals<P>().accepts(anna, act::propose{}));  // The presenter may, and owes none.
  BALINT_CHECK(in_proposals<P>().refuses(code::wrong_role, deputy, act::propose{}));
  BALINT_CHECK(in_proposals<P>().refuses(code::wrong_role, watcher, act::propose{}));
}

TYPED_TEST(StoryToSelfAssessment, Propose_MakesOptionsNumberedInOrder_STG4) {
  using P = TypeParam;
  constexpr auto numbers = [] {
    auto s = in_proposals<P>().now();
    const auto first = s.template record<act::propose>(boris);
    const auto second = s.template record<act::propose>(clara);
    const auto third = s.template record<act::propose>(boris);
    return first == option_id{1} && second == option_id{2} && third == option_id{3} && s.option_count() == 3;
  };
  BALINT_CHECK(numbers());
}

TYPED_TEST(StoryToSelfAssessment, Propose_IsOwedByEachNonPresenterAtLeastOnce_STG4) {
  using P = TypeParam;
  BALINT_CHECK(in_proposals<P>()->first_owed().by.bits() == (leader_takes_part<P> ? 0b1110U : 0b0110U));
  BALINT_CHECK(in_proposals<P>().did(boris, act::propose{}).owes("everyone_takes_part"));
  BALINT_CHECK(in_proposals<P>().did(boris, act::propose{}).accepts(boris, act::propose{}));
  BALINT_CHECK(fulfilled<P, stage::proposals>().may_go_on());
}

TYPED_TEST(StoryToSelfAssessment, Propose_AfterAPassIsAccepted) {
  using P = TypeParam;
  BALINT_CHECK(in_proposals<P>().did(boris, act::pass{}).accepts(boris, act::propose{}));
  BALINT_CHECK(in_proposals<P>().did(boris, act::pass{}).did(boris, act::propose{})->option_count() == 1);
}

TYPED_TEST(StoryToSelfAssessment, Proposals_WithoutOneOptionTheStageIsIncomplete) {
  using P = TypeParam;
  constexpr auto nobody_proposes = [] {
    auto s = in_proposals<P>();
    s.did(boris, act::pass{}).did(clara, act::pass{});
    if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
    return s;
  };
  BALINT_CHECK(nobody_proposes().owes("everyone_takes_part"));
  BALINT_CHECK(nobody_proposes()->first_owed().owes == debt::an_option);
  BALINT_CHECK(nobody_proposes().did(lead, act::propose{}).may_go_on());
}

TYPED_TEST(StoryToSelfAssessment, TooManyOptions_A257thIsRefused) {
  using P = TypeParam;
  constexpr auto with_options = [](int n) {
    auto s = in_proposals<P>();
    for (int i = 0; i < n; ++i) s.did(i % 2 == 0 ? boris : clara, act::propose{});
    return s;
  };
  BALINT_CHECK(with_options(255).accepts(boris, act::propose{}));
  BALINT_CHECK(with_options(256).refuses(code::too_many_options, boris, act::propose{}));
  BALINT_CHECK(with_options(256)->option_count() == 256);
}

TYPED_TEST(StoryToSelfAssessment, TooManyOptions_TheLastOfThemCanBeWeighed) {
  using P = TypeParam;
  auto s = in_proposals<P>();
  for (int i = 0; i < 128; ++i) s.did(boris, act::propose{}).did(clara, act::propose{});
  if constexpr (leader_takes_part<P>) s.did(lead, act::pass{});
  s.did(lead, act::advance{});
  EXPECT_TRUE(s.accepts(boris, act::assess{}, option_id{256}));
  EXPECT_TRUE(s.refuses(code::unknown_target, boris, act::assess{}, option_id{257}));
  EXPECT_EQ(s->first_owed().options, 256);
  for (std::uint16_t i = 1; i <= 256; ++i) s.did(clara, act::assess{}, option_id{i});
  for (std::uint16_t i = 1; i <= 255; ++i) s.did(clara, act::forecast{}, option_id{i});
  EXPECT_EQ(s->first_owed().options, 1);
  EXPECT_EQ(s->first_owed().first_option, option_id{256});
  EXPECT_TRUE(s.did(clara, act::forecast{}, option_id{256}).may_go_on());
}

// ---- stage 5 --------------------------------------------------------------------------------------------------------

TYPED_TEST(StoryToSelfAssessment, Assess_IsForParticipantsButThePresenterAndForTheLeader_STG5) {
  using P = TypeParam;
  BALINT_CHECK(in_assessment<P>().accepts(boris, act::assess{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().accepts(lead, act::assess{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, anna, act::assess{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, deputy, act::assess{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, watcher, act::assess{}, option_id{1}));
}

TYPED_TEST(StoryToSelfAssessment, Forecast_IsForParticipantsButThePresenterAndForTheLeader_STG5) {
  using P = TypeParam;
  BALINT_CHECK(in_assessment<P>().accepts(clara, act::forecast{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().accepts(lead, act::forecast{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, anna, act::forecast{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, deputy, act::forecast{}, option_id{1}));
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_role, watcher, act::forecast{}, option_id{1}));
}

TYPED_TEST(StoryToSelfAssessment, AssessAndForecast_TargetAnOptionThatExists_STG5) {
  using P = TypeParam;
  for (const option_id option : {option_id{0}, option_id{options<P> + 1}, option_id{300}, option_id{0xFFFF}}) {
    EXPECT_TRUE(in_assessment<P>().refuses(code::unknown_target, boris, act::assess{}, option));
    EXPECT_TRUE(in_assessment<P>().refuses(code::unknown_target, boris, act::forecast{}, option));
  }
  BALINT_CHECK(in_assessment<P>().refuses(code::unknown_target, boris, act::assess{}, option_id{0}));
  BALINT_CHECK(in_assessment<P>().refuses(code::unknown_target, boris, act::forecast{}, option_id{options<P> + 1}));
  BALINT_CHECK(in_assessment<P>().accepts(boris, act::assess{}, option_id{options<P>}));
}

TYPED_TEST(StoryToSelfAssessment, AssessAndForecast_AreOwedForEveryOptionAtLeastOnce_STG5) {
  using P = TypeParam;
  BALINT_CHECK(in_assessment<P>().owes("every_option_weighed"));
  BALINT_CHECK(in_assessment<P>()->owed().size() == 2);
  BALINT_CHECK(in_assessment<P>()->first_owed().options == options<P>);
  BALINT_CHECK(in_assessment<P>().did(boris, act::assess{}, option_id{1})->first_owed().first_option == option_id{2});
  BALINT_CHECK(fulfilled<P, stage::assessment>().may_go_on());
}

TYPED_TEST(StoryToSelfAssessment, AssessAndForecast_AreDischargedByParticipantsOnly_STG5) {
  using P = TypeParam;
  constexpr auto weighed_by = [](person_id who) {
    auto s = in_assessment<P>();
    for (std::uint16_t i = 1; i <= options<P>; ++i)
      s.did(who, act::assess{}, option_id{i}).did(who, act::forecast{}, option_id{i});
    return s;
  };
  BALINT_CHECK(weighed_by(boris).may_go_on());
  if constexpr (leader_takes_part<P>) {
    BALINT_CHECK(weighed_by(lead).may_go_on());
  } else {
    BALINT_CHECK(weighed_by(lead).owes("every_option_weighed"));
    BALINT_CHECK(weighed_by(lead)->first_owed().options == options<P>);
  }
}

TYPED_TEST(StoryToSelfAssessment, AssessAndForecast_OneDoesNotStandForTheOther_STG5) {
  using P = TypeParam;
  constexpr auto assessed = [] {
    auto s = in_assessment<P>();
    for (std::uint16_t i = 1; i <= options<P>; ++i) s.did(boris, act::assess{}, option_id{i});
    return s;
  };
  BALINT_CHECK(assessed().owes("every_option_weighed"));
  BALINT_CHECK(assessed()->first_owed().act == act_id_of<act::forecast, P>);
}

TYPED_TEST(StoryToSelfAssessment, AssessAndForecast_MayBeRepeatedByAnybody_STG5) {
  using P = TypeParam;
  BALINT_CHECK(fulfilled<P, stage::assessment>().accepts(boris, act::assess{}, option_id{1}));
  BALINT_CHECK(fulfilled<P, stage::assessment>().accepts(clara, act::forecast{}, option_id{1}));
}

TYPED_TEST(StoryToSelfAssessment, Assessment_TakesNoNewOption_STG5) {
  using P = TypeParam;
  BALINT_CHECK(in_assessment<P>().refuses(code::wrong_stage, boris, act::propose{}));
}

// ---- stage 6 --------------------------------------------------------------------------------------------------------

TYPED_TEST(StoryToSelfAssessment, SelfAssess_IsForThePresenterAlone_STG6) {
  using P = TypeParam;
  constexpr auto at_the_end = [] { return entering<P, stage::self_assessment>(); };
  BALINT_CHECK(at_the_end().accepts(anna, act::self_assess{}));
  BALINT_CHECK(at_the_end().refuses(code::wrong_role, boris, act::self_assess{}));
  BALINT_CHECK(at_the_end().refuses(code::wrong_role, lead, act::self_assess{}));
  BALINT_CHECK(at_the_end().refuses(code::wrong_role, watcher, act::self_assess{}));
}

TYPED_TEST(StoryToSelfAssessment, SelfAssess_IsOwedOnceAndNobodyAnswers_STG6) {
  using P = TypeParam;
  constexpr auto close = event<P>::template of<act::close>(lead);
  BALINT_CHECK(entering<P, stage::self_assessment>().refuses(code::stage_incomplete, "stage_order", close));
  BALINT_CHECK(fulfilled<P, stage::self_assessment>().refuses(code::repeated, anna, act::self_assess{}));
  BALINT_CHECK(fulfilled<P, stage::self_assessment>()->may_act().empty());
  BALINT_CHECK(fulfilled<P, stage::self_assessment>().accepts(close));
}

// ---- every act of a stage belongs to that stage alone ---------------------------------------------------------------

template <typename P, typename Act, typename Stage>
constexpr bool belongs_to() {
  scene<P> s;
  auto e = detail::raw_event<P>(
      {.by = anna,
       .act = act_id_of<Act, P>,
       .target = target_of<P>(act_id_of<Act, P>) == target_kind::none ? std::uint16_t{0} : std::uint16_t{1}});
  for (std::uint8_t i = 0; i < P::order::size; ++i) {
    const bool is_own = s->template is_in<Stage>();
    for (const auto by : {anna, lead, watcher}) {
      e.by = by;
      const auto answer = s->can(e);
      if (is_own ? !answer && answer.error().code == code::wrong_stage
                 : answer || answer.error().code != code::wrong_stage)
        return false;
    }
    if (i + 1U < P::order::size) s.left();
  }
  return s.is_sound();
}

TYPED_TEST(StoryToSelfAssessment, WrongStage_EveryActBelongsToItsStageAlone_STG8) {
  using P = TypeParam;
  BALINT_CHECK(belongs_to<P, act::present_case, stage::presentation>());
  BALINT_CHECK(belongs_to<P, act::vote, stage::selection>());
  BALINT_CHECK(belongs_to<P, act::select_case, stage::selection>());
  BALINT_CHECK(belongs_to<P, act::accept_case, stage::selection>());
  BALINT_CHECK(belongs_to<P, act::decline_case, stage::selection>());
  BALINT_CHECK(belongs_to<P, act::tell_story, stage::story>());
  BALINT_CHECK(belongs_to<P, act::ask, stage::story>());
  BALINT_CHECK(belongs_to<P, act::answer, stage::story>());
  BALINT_CHECK(belongs_to<P, act::propose, stage::proposals>());
  BALINT_CHECK(belongs_to<P, act::assess, stage::assessment>());
  BALINT_CHECK(belongs_to<P, act::forecast, stage::assessment>());
  BALINT_CHECK(belongs_to<P, act::self_assess, stage::self_assessment>());
}

}  // namespace story_to_self_assessment_test
