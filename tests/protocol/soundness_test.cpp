// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/soundness.hpp>
#include <balint/protocol/well_formed.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace soundness_test {

using namespace balint;
using namespace balint::declare;

// A small declaration that can work. Each one below breaks one thing of it.
struct sound {
  static constexpr std::string_view name = "sound";
  using offices = declare::offices<role::participant, role::leader>;
  using lead = led_by<role::leader>;
  using presented_by = role::presenter;
  using formation = conditions<somebody<role::participant>, somebody<role::leader>>;
  using order = sequence<in<stage::story, once<role::leader, act::tell_story>>,
                         in<stage::closing, may<role::participant, act::reflect>>>;
  using throughout = declare::throughout<may<role::leader, act::advance>, may<role::leader, act::close>,
                                         may<role::leader, act::terminate>>;
};
template <typename... More>
using throughout_with = throughout<may<role::leader, act::advance>, may<role::leader, act::close>,
                                   may<role::leader, act::terminate>, More...>;

/// The names of the checks that a declaration fails. The later ones are only asked where the first five hold, because
/// they read the table.
template <typename P>
constexpr bool has_sound_names = stages_are_listed_once<P> && acts_have_one_place<P> && acts_have_distinct_names<P> &&
                                 roles_can_be_held<P> && rules_are_listed<P>;
template <typename P>
constexpr std::string_view failed_check() {
  if constexpr (!has_sound_names<P>) {
    constexpr int failed = !stages_are_listed_once<P> + !acts_have_one_place<P> + !acts_have_distinct_names<P> +
                           !roles_can_be_held<P> + !rules_are_listed<P>;
    if (failed != 1) return "several";
    if (!stages_are_listed_once<P>) return "stages_are_listed_once";
    if (!acts_have_one_place<P>) return "acts_have_one_place";
    if (!acts_have_distinct_names<P>) return "acts_have_distinct_names";
    return roles_can_be_held<P> ? "rules_are_listed" : "roles_can_be_held";
  } else {
    constexpr std::array<std::pair<bool, std::string_view>, 14> checks{
        {{presenter_is_not_an_office<P>, "presenter_is_not_an_office"},
         {fits_the_engine<P>, "fits_the_engine"},
         {effects_have_targets<P>, "effects_have_targets"},
         {moves_are_throughout<P>, "moves_are_throughout"},
         {effects_have_one_act<P>, "effects_have_one_act"},
         {nobody_is_assessed<P>, "nobody_is_assessed"},
         {conditions_stay_in_stage<P>, "conditions_stay_in_stage"},
         {obligations_can_come_due<P>, "obligations_can_come_due"},
         {passable_acts_can_be_passed<P>, "passable_acts_can_be_passed"},
         {obligations_can_be_met<P>, "obligations_can_be_met"},
         {cases_and_options_can_be_made<P>, "cases_and_options_can_be_made"},
         {can_always_end<P>, "can_always_end"},
         {last_stage_is_reached<P>, "last_stage_is_reached"},
         {nobody_outside_acts<P>, "nobody_outside_acts"}}};
    std::string_view failed = "none";
    for (const auto& [holds, name] : checks) {
      if (!holds) failed = failed == "none" ? name : "several";
    }
    return failed;
  }
}
static_assert(failed_check<sound>() == "none");
static_assert(well_formed<sound>());
TEST(WellFormed, HoldsForASmallDeclarationThatCanWork) { EXPECT_EQ(failed_check<sound>(), "none"); }

/// Checks at compile time and at run time that a declaration, the last argument, fails one check and no other.
#define FAILS_ONLY(check, ...)                          \
  static_assert(failed_check<__VA_ARGS__>() == #check); \
  EXPECT_EQ((failed_check<__VA_ARGS__>()), #check)

TEST(StagesAreListedOnce, FailsForAStageListedTwice) {
  struct broken : sound {
    using order = sequence<in<stage::story, once<role::leader, act::tell_story>>,
                           in<stage::story, may<role::participant, act::reflect>>>;
  };
  FAILS_ONLY(stages_are_listed_once, broken);
}

TEST(ActsHaveOnePlace, FailsForAnActInTwoStages) {
  struct broken : sound {
    using order =
        sequence<in<stage::story, may<role::leader, act::ask>>, in<stage::closing, may<role::participant, act::ask>>>;
  };
  FAILS_ONLY(acts_have_one_place, broken);
}
TEST(ActsHaveOnePlace, FailsForAnActInAStageAndThroughout) {
  struct broken : sound {
    using throughout = throughout_with<may<role::participant, act::reflect>>;
  };
  FAILS_ONLY(acts_have_one_place, broken);
}
TEST(ActsHaveOnePlace, HoldsForTwoClausesOfOneActInOneStage) {
  struct fine : sound {
    using order = sequence<in<stage::story, may<role::leader, act::ask>, may<role::participant, act::ask>>>;
  };
  FAILS_ONLY(none, fine);
}

struct other_ask final : act_on<> {
  static constexpr std::string_view name = "ask", source = "house";
};
TEST(ActsHaveDistinctNames, FailForTwoActsOfOneName) {
  struct broken : sound {
    using order = sequence<in<stage::story, may<role::leader, act::ask>, may<role::participant, other_ask>>>;
  };
  FAILS_ONLY(acts_have_distinct_names, broken);
}

TEST(RolesCanBeHeld, FailsForARoleThatIsNotAnOffice) {
  struct broken : sound {
    using order = sequence<in<stage::story, may<role::deputy, act::ask>>>;
  };
  FAILS_ONLY(roles_can_be_held, broken);
}
TEST(RolesCanBeHeld, FailsForAnExceptionThatIsNotAnOffice) {
  struct broken : sound {
    using order = sequence<in<stage::story, may<but<role::participant, role::case_giver>, act::ask>>>;
  };
  FAILS_ONLY(roles_can_be_held, broken);
}
TEST(RolesCanBeHeld, FailsForALeadAndAStandInThatAreNotOffices) {
  struct broken_lead : sound {
    using lead = led_by<role::moderator>;
  };
  FAILS_ONLY(roles_can_be_held, broken_lead);
  struct broken_stand_in : sound {
    using lead = led_by<role::leader, role::deputy>;
  };
  FAILS_ONLY(roles_can_be_held, broken_stand_in);
}
TEST(RolesCanBeHeld, HoldsForThePresenterAndAnyone) {
  struct fine : sound {
    using throughout = throughout_with<may<role::presenter, act::answer>, may<role::anyone, act::drop>>;
  };
  FAILS_ONLY(none, fine);
}
// The conditions of a clause and `outside` name roles too, and one that nobody holds is never there.
TEST(RolesCanBeHeld, FailsForAnAttendantWhoseRoleIsNotAnOffice) {
  struct broken : sound {
    using throughout = declare::throughout<may<role::leader, act::advance, attended_by<role::supervisor>>,
                                           may<role::leader, act::close>, may<role::leader, act::terminate>>;
  };
  EXPECT_FALSE(roles_can_be_held<broken>);
}
TEST(RolesCanBeHeld, FailsForAnHeirWhoseRoleIsNotAnOffice) {
  struct broken : sound {
    using throughout = throughout_with<may<role::leader, act::hand_over, to<role::deputy>>>;
  };
  EXPECT_FALSE(roles_can_be_held<broken>);
}
TEST(RolesCanBeHeld, FailsForSomebodyOutsideWhoseRoleIsNotAnOffice) {
  struct broken : sound {
    using order = sequence<in<stage::story, outside<role::case_giver>, once<role::leader, act::tell_story>>>;
  };
  EXPECT_FALSE(roles_can_be_held<broken>);
}

TEST(PresenterIsNotAnOffice, FailsForARoleThatIsGivenAndWon) {
  struct broken : sound {
    using presented_by = role::participant;
  };
  FAILS_ONLY(presenter_is_not_an_office, broken);
}
// A declaration in which nobody's case is worked on.
struct without_presenter {
  static constexpr std::string_view name = "without_presenter";
  using offices = declare::offices<role::participant, role::leader>;
  using lead = led_by<role::leader>;
  using formation = conditions<somebody<role::participant>, somebody<role::leader>>;
  using order = sequence<in<stage::closing, some<role::participant, act::reflect>>>;
  using throughout = sound::throughout;
};
TEST(WellFormed, HoldsForADeclarationWithoutAPresenter) {
  FAILS_ONLY(none, without_presenter);
  EXPECT_TRUE(well_formed<without_presenter>());
}
TEST(RolesCanBeHeld, FailsForAPresenterWhereThereIsNone) {
  struct broken : without_presenter {
    using order = sequence<in<stage::closing, some<but<role::participant, role::presenter>, act::reflect>>>;
  };
  FAILS_ONLY(roles_can_be_held, broken);
}

TEST(RulesAreListed, FailsWithoutTheCatalogue) {
  struct broken : sound {
    using rules = rule_list<rule::respect, rule::stage_order, rule::everyone_takes_part>;
  };
  FAILS_ONLY(rules_are_listed, broken);
}
TEST(RulesAreListed, FailsForAnUpheldRuleThatIsNotListed) {
  struct broken : sound {
    using order = sequence<in<stage::story, once<role::leader, act::tell_story, upholds<rule::no_advice>>>>;
  };
  FAILS_ONLY(rules_are_listed, broken);
  struct fine : broken {
    using rules = rule::catalogue::with<rule::no_advice>;
  };
  FAILS_ONLY(none, fine);
}

// Any number of acts, stages, roles and rules, to find where a declaration grows too large.
template <std::size_t I>
struct numbered {
  static constexpr std::array<char, 4> text{'n', static_cast<char>('0' + I / 100), static_cast<char>('0' + I / 10 % 10),
                                            static_cast<char>('0' + I % 10)};
  static constexpr std::string_view name{text.data(), text.size()}, source = "house";
};
template <std::size_t I>
struct numbered_act : act_on<> {
  static constexpr std::string_view name = numbered<I>::name, source = "house";
};
template <std::size_t... I>
constexpr auto many_acts(std::index_sequence<I...>)
    -> sequence<in<stage::story, may<role::leader, numbered_act<I>>...>>;
template <std::size_t Acts>
struct with_acts : sound {
  // Three of the acts are those throughout.
  using order = decltype(many_acts(std::make_index_sequence<Acts - 3>{}));
};
TEST(FitsTheEngine, FailsForMoreThanSixtyThreeActs) {
  FAILS_ONLY(none, with_acts<63>);
  FAILS_ONLY(fits_the_engine, with_acts<64>);
}
template <std::size_t... I>
constexpr auto many_stages(std::index_sequence<I...>) -> sequence<in<numbered<I>, outside<role::presenter>>...>;
template <std::size_t Stages>
struct with_stages : sound {
  using order = decltype(many_stages(std::make_index_sequence<Stages>{}));
};
TEST(FitsTheEngine, FailsForMoreThanSixtyThreeStages) {
  FAILS_ONLY(none, with_stages<63>);
  static_assert(!fits_the_engine<with_stages<64>>);
  EXPECT_FALSE(fits_the_engine<with_stages<64>>);
}
template <std::size_t... I>
constexpr auto many_roles(std::index_sequence<I...>) -> offices<role::leader, numbered<I>...>;
template <std::size_t... I>
constexpr auto many_ways(std::index_sequence<I...>)
    -> sequence<in<stage::story, may<either<numbered<I>...>, act::ask>>>;
template <std::size_t Ways>
struct with_ways : sound {
  // One of the ways to say who is the leader's.
  using offices = decltype(many_roles(std::make_index_sequence<Ways - 1>{}));
  using order = decltype(many_ways(std::make_index_sequence<Ways - 1>{}));
};
TEST(FitsTheEngine, FailsForMoreThanSixteenWaysToSayWho) {
  FAILS_ONLY(none, with_ways<16>);
  static_assert(!fits_the_engine<with_ways<17>>);
  EXPECT_FALSE(fits_the_engine<with_ways<17>>);
}

template <std::size_t I>
struct numbered_rule {
  static constexpr std::string_view name = numbered<I>::name, source = "house";
  static constexpr held holds = held::by_person;
};
template <std::size_t... I>
constexpr auto many_rules(std::index_sequence<I...>) -> rule::catalogue::with<numbered_rule<I>...>;
template <std::size_t Rules>
struct with_rules : sound {
  using rules = decltype(many_rules(std::make_index_sequence<Rules - rule::catalogue::size>{}));
};
TEST(FitsTheEngine, FailsForMoreThanSixtyFourRules) {
  FAILS_ONLY(none, with_rules<64>);
  FAILS_ONLY(fits_the_engine, with_rules<65>);
}

template <typename Target, effect Does>
struct act_with final : act_on<Target, Does> {
  static constexpr std::string_view name = "own_act", source = "house";
};
template <typename Target, effect Does>
struct with_effect : sound {
  using throughout = throughout_with<may<role::leader, act_with<Target, Does>>>;
};
TEST(EffectsHaveTargets, FailsForAnEffectOnNothing) {
  FAILS_ONLY(effects_have_targets, with_effect<no_target, effect::supports_case>);
  FAILS_ONLY(effects_have_targets, with_effect<no_target, effect::selects_case>);
  FAILS_ONLY(effects_have_targets, with_effect<no_target, effect::weighs_option>);
  FAILS_ONLY(effects_have_targets, with_effect<no_target, effect::flags>);
  FAILS_ONLY(effects_have_targets, with_effect<no_target, effect::reminds>);
}
TEST(EffectsHaveTargets, FailsForAnEffectOnAnotherKindOfThing) {
  FAILS_ONLY(effects_have_targets, with_effect<option_id, effect::supports_case>);
  FAILS_ONLY(effects_have_targets, with_effect<rule_id, effect::refocuses>);
  FAILS_ONLY(effects_have_targets, with_effect<case_id, effect::weighs_option>);
}
TEST(EffectsHaveTargets, HoldsForAnActThatOnlyHappensToSomething) {
  FAILS_ONLY(none, with_effect<option_id, effect::none>);
}
TEST(EffectsHaveTargets, FailsForHandingOverToNobody) {
  struct broken : sound {
    using throughout = throughout_with<may<role::leader, act::hand_over>>;
  };
  FAILS_ONLY(effects_have_targets, broken);
  struct fine : sound {
    using throughout = throughout_with<may<role::leader, act::hand_over, to<role::participant>>>;
  };
  FAILS_ONLY(none, fine);
}

TEST(NobodyIsAssessed, RUL2_FailsForAnActDoneToAPerson) {
  FAILS_ONLY(nobody_is_assessed, with_effect<person_id, effect::none>);
}
TEST(NobodyIsAssessed, RUL2_FailsForWeighingAPerson) {
  EXPECT_FALSE((nobody_is_assessed<with_effect<person_id, effect::weighs_option>>));
}

TEST(ConditionsStayInStage, FailsForWaitingForAnActOfAnotherStage) {
  struct broken : sound {
    using order = sequence<in<stage::story, once<role::leader, act::tell_story>>,
                           in<stage::closing, may<role::participant, act::reflect, after<act::tell_story>>>>;
  };
  FAILS_ONLY(conditions_stay_in_stage, broken);
}
TEST(ConditionsStayInStage, FailsForAnEndSetByAnActOfAnotherStage) {
  struct broken : sound {
    using order = sequence<
        in<stage::story, once<role::leader, act::tell_story>, may<role::leader, act::ask, until<act::reflect>>>,
        in<stage::closing, may<role::participant, act::reflect>>>;
  };
  FAILS_ONLY(conditions_stay_in_stage, broken);
}
TEST(ConditionsStayInStage, FailsForWaitingForAnUnknownAct) {
  struct broken : sound {
    using order = sequence<in<stage::story, may<role::leader, act::ask, after<act::vote>>>>;
  };
  FAILS_ONLY(conditions_stay_in_stage, broken);
}
// With the most acts a declaration can have, an act that it does not have gets the number 63, and so a bit.
template <std::size_t... I>
constexpr auto many_acts_and_a_condition(std::index_sequence<I...>)
    -> sequence<in<stage::story, may<role::leader, numbered_act<I>>..., may<role::leader, act::ask, after<act::vote>>>>;
TEST(ConditionsStayInStage, FailsForWaitingForAnUnknownActAmongSixtyThree) {
  struct broken : sound {
    using order = decltype(many_acts_and_a_condition(std::make_index_sequence<59>{}));
  };
  static_assert(act_count<broken> == 63);
  EXPECT_FALSE(conditions_stay_in_stage<broken>);
}
TEST(ConditionsStayInStage, FailsForWaitingForEverybodyWhereNotEverybodyOwes) {
  struct broken : sound {
    using order = sequence<
        in<stage::story, may<role::participant, act::ask>, may<role::leader, act::answer, after_all<act::ask>>>>;
  };
  FAILS_ONLY(conditions_stay_in_stage, broken);
  struct fine : sound {
    using order = sequence<
        in<stage::story, each<role::participant, act::ask>, may<role::leader, act::answer, after_all<act::ask>>>>;
  };
  FAILS_ONLY(none, fine);
}

template <typename... Items>
struct with_stage : sound {
  using order = sequence<in<stage::story, Items...>>;
};
TEST(ObligationsCanBeMet, FailsForAPresenterNobodyBecomes) {
  FAILS_ONLY(obligations_can_be_met, with_stage<once<role::presenter, act::tell_story>>);
}
TEST(ObligationsCanBeMet, FailsForSomebodyRuledOutByTheirOwnRole) {
  FAILS_ONLY(obligations_can_be_met, with_stage<once<but<role::leader, role::leader>, act::tell_story>>);
}
TEST(ObligationsCanBeMet, FailsForActsThatWaitForEachOther) {
  FAILS_ONLY(
      obligations_can_be_met,
      with_stage<once<role::leader, act::ask, after<act::answer>>, once<role::leader, act::answer, after<act::ask>>>);
  FAILS_ONLY(none, with_stage<once<role::leader, act::answer, after<act::ask>>, may<role::leader, act::ask>>);
}
TEST(ObligationsCanBeMet, FailsForWeighingOptionsNobodyMakes) {
  FAILS_ONLY(obligations_can_be_met, with_stage<per_option<role::participant, act::assess>>);
  FAILS_ONLY(none, with_stage<may<role::participant, act::propose>, per_option<role::participant, act::assess>>);
}
TEST(ObligationsCanBeMet, FailsForAnObligationPerOptionOfAnActOnNothing) {
  FAILS_ONLY(obligations_can_be_met,
             with_stage<may<role::participant, act::propose>, per_option<role::participant, act::ask>>);
}
TEST(CasesAndOptionsCanBeMade, FailsForACaseOrAnOptionNobodyMakes) {
  FAILS_ONLY(cases_and_options_can_be_made, with_stage<at_least_one<case_id>>);
  FAILS_ONLY(cases_and_options_can_be_made, with_stage<at_least_one<option_id>>);
  FAILS_ONLY(none, with_stage<at_least_one<option_id>, may<role::participant, act::propose>>);
}
TEST(ObligationsCanBeMet, FailsForAVoteBeforeThereAreCases) {
  FAILS_ONLY(obligations_can_be_met, with_stage<each<role::participant, act::vote>>);
}
TEST(ObligationsCanBeMet, FailsForAnObligationThroughout) {
  struct broken : sound {
    using throughout = throughout_with<once<role::leader, act::note>>;
  };
  FAILS_ONLY(obligations_can_be_met, broken);
}
// The first of them that happens closes the other for good.
TEST(ObligationsCanBeMet, FailsForActsThatEndEachOther) {
  using broken =
      with_stage<once<role::leader, act::ask, until<act::answer>>, once<role::leader, act::answer, until<act::ask>>>;
  EXPECT_FALSE(obligations_can_be_met<broken>);
}
// Done once by somebody it is done for all, and the others who owe it can never do it.
TEST(ObligationsCanBeMet, FailsForAnActOwedOnceByOneAndByEachOther) {
  using broken = with_stage<each<role::participant, act::ask>, once<role::leader, act::ask>>;
  EXPECT_FALSE(obligations_can_be_met<broken>);
}

TEST(ObligationsCanBeMet, FailsForAnActThatOnlyComesBeforeAllOthers) {
  FAILS_ONLY(obligations_can_be_met, with_stage<once<role::leader, act::open>>);
  FAILS_ONLY(none, with_stage<may<role::leader, act::open>>);
}
TEST(ObligationsCanBeMet, FailsForAnActThatWaitsForTheLeadToBeFree) {
  FAILS_ONLY(obligations_can_be_met, with_stage<once<role::participant, act::take_lead>>);
  FAILS_ONLY(obligations_can_be_met, with_stage<once<unled<role::participant>, act::ask>>);
  FAILS_ONLY(none, with_stage<once<either<role::leader, unled<role::participant>>, act::ask>>);
}

TEST(ObligationsCanComeDue, FailsForOneAfterAnActOfALaterStage) {
  struct broken : sound {
    using order = sequence<in<stage::story, once<role::leader, act::tell_story, owed_after<act::reflect>>>,
                           in<stage::closing, may<role::participant, act::reflect>>>;
  };
  FAILS_ONLY(obligations_can_come_due, broken);
  struct fine : sound {
    using order = sequence<in<stage::story, may<role::leader, act::tell_story>>,
                           in<stage::closing, once<role::participant, act::reflect, owed_after<act::tell_story>>>>;
  };
  FAILS_ONLY(none, fine);
}
TEST(ObligationsCanComeDue, FailsForOneAfterItselfAfterAnActOfNoProtocolOrOfWhatNobodyOwes) {
  FAILS_ONLY(obligations_can_come_due, with_stage<once<role::leader, act::ask, owed_after<act::ask>>>);
  FAILS_ONLY(obligations_can_come_due, with_stage<once<role::leader, act::ask, owed_after<act::answer>>>);
  FAILS_ONLY(obligations_can_come_due,
             with_stage<may<role::leader, act::answer>, may<role::leader, act::ask, owed_after<act::answer>>>);
}
TEST(ObligationsCanComeDue, HoldsForOneAfterAnActThroughout) {
  struct fine : with_stage<once<role::leader, act::ask, owed_after<act::note>>> {
    using throughout = throughout_with<may<role::leader, act::note>>;
  };
  FAILS_ONLY(none, fine);
}

TEST(PassableActsCanBePassed, FailsForWhatIsNotOwedOnce) {
  struct each_passes : with_stage<each<role::participant, act::ask, passable>> {
    using throughout = throughout_with<may<role::participant, act::pass>>;
  };
  FAILS_ONLY(passable_acts_can_be_passed, each_passes);
  struct may_pass : with_stage<may<role::participant, act::ask, passable>> {
    using throughout = throughout_with<may<role::participant, act::pass>>;
  };
  FAILS_ONLY(passable_acts_can_be_passed, may_pass);
}
TEST(PassableActsCanBePassed, FailsWhereNobodyWhoOwesItMayPass) {
  FAILS_ONLY(passable_acts_can_be_passed, with_stage<once<role::leader, act::ask, passable>>);
  struct others_pass : with_stage<once<role::leader, act::ask, passable>> {
    using throughout = throughout_with<may<role::participant, act::pass>>;
  };
  FAILS_ONLY(passable_acts_can_be_passed, others_pass);
  struct fine : with_stage<once<role::leader, act::ask, passable>> {
    using throughout = throughout_with<may<either<role::participant, role::leader>, act::pass>>;
  };
  FAILS_ONLY(none, fine);
}

struct push_on final : act_on<no_target, effect::advances> {
  static constexpr std::string_view name = "push_on", source = "house";
};
TEST(EffectsHaveOneAct, FailsForTwoActsThatAdvance) {
  struct broken : sound {
    using throughout = throughout_with<may<role::participant, push_on>>;
  };
  FAILS_ONLY(effects_have_one_act, broken);
  struct fine : sound {
    using throughout = declare::throughout<may<either<role::leader, role::participant>, push_on>,
                                           may<role::leader, act::close>, may<role::leader, act::terminate>>;
  };
  FAILS_ONLY(none, fine);
}
TEST(EffectsHaveOneAct, HoldsForTwoActsThatWeighOptionsAndForActsWithoutAnEffect) {
  FAILS_ONLY(none, with_stage<may<role::participant, act::propose>, per_option<role::participant, act::assess>,
                              per_option<role::participant, act::forecast>, may<role::participant, act::ask>,
                              may<role::participant, act::answer>>);
}
TEST(MovesAreThroughout, RUL4_FailsForAnActThatCutsAStageShortInIt) {
  FAILS_ONLY(moves_are_throughout, with_stage<may<role::leader, act::cut_short>>);
}

TEST(CanAlwaysEnd, RUL4_FailsWhereNobodyMayTerminate) {
  struct broken : sound {
    using throughout = declare::throughout<may<role::leader, act::advance>, may<role::leader, act::close>>;
  };
  FAILS_ONLY(can_always_end, broken);
}
TEST(CanAlwaysEnd, RUL4_FailsWhereOnlyOneStageCanBeEnded) {
  struct broken : sound {
    using order = sequence<in<stage::story, may<role::leader, act::terminate>>,
                           in<stage::closing, may<role::participant, act::reflect>>>;
    using throughout = declare::throughout<may<role::leader, act::advance>, may<role::leader, act::close>>;
  };
  static_assert(!can_always_end<broken> && !moves_are_throughout<broken>);
  EXPECT_FALSE(can_always_end<broken>);
}

TEST(LastStageIsReached, FailsWhereNobodyAdvances) {
  struct broken : sound {
    using throughout = declare::throughout<may<role::leader, act::close>, may<role::leader, act::terminate>>;
  };
  FAILS_ONLY(last_stage_is_reached, broken);
}
TEST(LastStageIsReached, FailsWhereNobodyCloses) {
  struct broken : sound {
    using throughout = declare::throughout<may<role::leader, act::advance>, may<role::leader, act::terminate>>;
  };
  FAILS_ONLY(last_stage_is_reached, broken);
}
// There is no stage after the last; to advance from it would read past the end of a table.
struct go_on final : act_on<no_target, effect::advances> {
  static constexpr std::string_view name = "go_on", source = "house";
};
TEST(WellFormed, FailsForAnActThatAdvancesFromTheLastStage) {
  using broken = with_stage<may<role::participant, go_on>>;
  EXPECT_FALSE(moves_are_throughout<broken>);
}

TEST(NobodyOutsideActs, FailsForAnActOfSomebodyOutside) {
  struct broken : sound {
    using order = sequence<in<stage::story, outside<role::participant>, may<role::participant, act::ask>>>;
  };
  FAILS_ONLY(nobody_outside_acts, broken);
}
TEST(NobodyOutsideActs, HoldsForActsOfTheOthers) {
  struct fine : sound {
    using order = sequence<in<stage::story, outside<role::participant>, may<role::leader, act::ask>>>;
  };
  FAILS_ONLY(none, fine);
}
// A participant but the presenter is a participant.
TEST(NobodyOutsideActs, FailsForAnActOfSomeOfThoseOutside) {
  struct broken : sound {
    using order =
        sequence<in<stage::story, outside<role::participant>, may<but<role::participant, role::presenter>, act::ask>>>;
  };
  EXPECT_FALSE(nobody_outside_acts<broken>);
}
// A presenter who takes part is one of the participants, unless they are ruled out.
TEST(NobodyOutsideActs, FailsForAnActOfEverybodyWithoutRulingOutThePresenter) {
  struct broken : sound {
    using order = sequence<in<stage::casting, once<role::participant, act::take_case>>,
                           in<stage::story, outside<role::presenter>, may<role::participant, act::ask>>>;
  };
  EXPECT_FALSE(nobody_outside_acts<broken>);
}

// What each check finds is the position of the culprit, or the number of stages or acts where there is none.
constexpr bool findings_are_positions() {
  struct stage_twice : sound {
    using order =
        sequence<in<stage::closing, may<role::leader, act::ask>>, in<stage::closing, may<role::leader, act::answer>>>;
  };
  struct never_closed : sound {
    using throughout = declare::throughout<may<role::leader, act::advance>, may<role::leader, act::terminate>>;
  };
  struct act_twice : sound {
    using throughout = throughout_with<may<role::participant, act::reflect>>;
  };
  return detail::stage_listed_twice<stage_twice>() == 0 && detail::stage_listed_twice<sound>() == 2 &&
         detail::act_in_two_places<act_twice>() == 1 && detail::act_in_two_places<sound>() == 5 &&
         detail::act_owed_in_vain<with_stage<may<role::leader, act::ask>, once<role::presenter, act::tell_story>>>() ==
             1 &&
         detail::stage_never_left<never_closed>() == 1 && detail::stage_never_left<sound>() == 2;
}
static_assert(findings_are_positions());
TEST(Checks, FindThePositionOfTheCulprit) { EXPECT_TRUE(findings_are_positions()); }

}  // namespace soundness_test
