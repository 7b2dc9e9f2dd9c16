// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/protocol/detail/table.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace table_test {

using namespace balint;
using namespace balint::declare;

constexpr bool effects_are_found() {
  return name_of<student_group>(detail::act_with_effect<student_group>(effect::advances)) == "advance" &&
         name_of<student_group>(detail::act_with_effect<student_group>(effect::selects_case)) == "select_case" &&
         detail::act_with_effect<student_group>(effect::takes_case).index == act_count<student_group> &&
         name_of<case_consultation>(detail::act_with_effect<case_consultation>(effect::takes_case)) == "take_case";
}
static_assert(effects_are_found());
TEST(ActWithEffect, IsTheActThatHasIt) { EXPECT_TRUE(effects_are_found()); }

// A declaration with one of everything, and the rows that it has to unfold into.
struct everything {
  static constexpr std::string_view name = "everything";
  using offices = declare::offices<role::participant, role::leader>;
  using lead = led_by<role::leader>;
  using presented_by = role::presenter;
  using formation = conditions<>;
  using listener = but<role::participant, role::presenter>;
  using order = sequence<in<stage::call_for_case, each<role::participant, act::offer_case>, at_least_one<case_id>,
                            once<role::leader, act::select_case, after_all<act::offer_case>>>,
                         in<stage::proposals, outside<role::presenter>, each_at_least_once<listener, act::propose>,
                            may<role::leader, act::propose>, at_least_one<option_id>>,
                         in<stage::assessment, per_option<listener, act::assess, upholds<rule::voluntary>>,
                            may<role::presenter, act::ask, after<act::assess>, until<act::answer>>,
                            may<role::leader, act::answer>, some<role::participant, act::share>>>;
  using throughout = declare::throughout<may<role::leader, act::advance, attended_by<role::participant>>,
                                         may<role::leader, act::close>, may<role::anyone, act::terminate>,
                                         may<role::leader, act::hand_over, to<listener>>>;
};
constexpr const detail::act_row& row(std::string_view act) {
  return detail::table_of<everything>.acts[find_act<everything>(act).index];
}
constexpr std::uint64_t only(std::string_view act) { return std::uint64_t{1} << find_act<everything>(act).index; }
constexpr bool names_term(std::uint16_t who, std::uint8_t base, std::uint8_t except = detail::none) {
  detail::term_pool pool = detail::table_of<everything>.terms;
  return (who & pool.add({base, except, false})) != 0;
}
constexpr std::uint8_t participant = 0, leader = 1, presenter = 2, anyone = 3;

constexpr bool acts_are_open_in_their_stages() {
  return row("offer_case").stages == 0b001 && row("propose").stages == 0b010 && row("ask").stages == 0b100 &&
         row("advance").stages == 0b011 && row("close").stages == 0b100 && row("terminate").stages == 0b111 &&
         row("propose").home == 1 && row("terminate").home == detail::none;
}
static_assert(acts_are_open_in_their_stages());
TEST(Table, OpensActsInTheirStages) { EXPECT_TRUE(acts_are_open_in_their_stages()); }

constexpr bool rows_say_who() {
  return names_term(row("propose").who, participant, presenter) && names_term(row("propose").who, leader) &&
         !names_term(row("propose").who, participant) && names_term(row("ask").who, presenter) &&
         names_term(row("terminate").who, anyone) && names_term(row("hand_over").heirs, participant, presenter) &&
         names_term(row("advance").attended, participant) && row("close").attended == 0 && row("close").heirs == 0 &&
         names_term(detail::table_of<everything>.stages[1].outside, presenter) &&
         detail::table_of<everything>.stages[0].outside == 0;
}
static_assert(rows_say_who());
TEST(Table, SaysWhoInTerms) { EXPECT_TRUE(rows_say_who()); }

constexpr bool rows_say_when() {
  return row("ask").after == only("assess") && row("ask").until == only("answer") &&
         row("select_case").until == only("select_case") &&
         row("select_case").after_all == find_act<everything>("offer_case").index &&
         row("ask").after_all == detail::none && row("offer_case").until == 0 && row("share").until == 0;
}
static_assert(rows_say_when());
TEST(Table, SaysWhatAnActWaitsFor) { EXPECT_TRUE(rows_say_when()); }

constexpr bool memories_have_places() {
  return row("offer_case").slot == 0 && row("propose").slot == 1 && row("select_case").slot == detail::none &&
         row("assess").weighing == 0 && row("propose").weighing == detail::none && row("offer_case").exactly_once &&
         !row("propose").exactly_once && detail::sizes_of<everything>.turn_slots == 2 &&
         detail::sizes_of<everything>.weighings == 1 && detail::sizes_of<everything>.makes_options &&
         !detail::sizes_of<classical_group>.makes_options;
}
static_assert(memories_have_places());
TEST(Table, GivesAPlaceToWhatIsRemembered) { EXPECT_TRUE(memories_have_places()); }

constexpr bool carrying_acts_are_owed_or_change_something() {
  return row("offer_case").carries && row("assess").carries && row("share").carries && row("propose").carries &&
         !row("ask").carries && !row("answer").carries;
}
static_assert(carrying_acts_are_owed_or_change_something());
TEST(Table, KnowsWhichActsCarryAStage) { EXPECT_TRUE(carrying_acts_are_owed_or_change_something()); }

constexpr bool duties_are_listed_in_order() {
  const auto& duties = detail::table_of<everything>.duties;
  constexpr std::array<std::string_view, 5> acts{"offer_case", "select_case", "propose", "assess", "share"};
  constexpr std::array<std::uint8_t, 5> stages{0, 0, 1, 2, 2};
  constexpr std::array<quota, 5> due{quota::each, quota::once, quota::each_at_least_once, quota::per_option,
                                     quota::some};
  if (duties.size() != 5) return false;
  for (std::size_t i = 0; i < 5; ++i) {
    if (name_of<everything>(act_id<everything>{duties[i].act}) != acts[i] || duties[i].stage != stages[i] ||
        duties[i].due != due[i])
      return false;
  }
  return duties[3].rule == rule_of<everything, rule::voluntary> &&
         duties[1].rule == rule_of<everything, rule::stage_order> &&
         names_term(duties[2].who, participant, presenter) && !names_term(duties[2].who, leader);
}
static_assert(duties_are_listed_in_order());
TEST(Table, ListsWhatIsOwedInOrder) { EXPECT_TRUE(duties_are_listed_in_order()); }

// What is owed only after another act, what a pass discharges, who may act only while nobody leads, and who discharges
// what every option is owed.
struct waived : everything {
  static constexpr std::string_view name = "waived";
  using order =
      sequence<in<stage::call_for_case, each<role::participant, act::offer_case>,
                  once<role::leader, act::select_case, after<act::offer_case>>>,
               in<stage::assessment, may<role::presenter, act::sit_back>, may<role::participant, act::propose>,
                  once<role::leader, act::invite_back, owed_after<act::sit_back>>, per_option<listener, act::assess>,
                  may<role::leader, act::assess>, once<role::presenter, act::self_assess, passable>>>;
  using throughout = everything::throughout::with<may<either<role::leader, unled<role::participant>>, act::withdraw>,
                                                  may<role::leader, act::cut_short>>;
};
constexpr bool words_that_waive_are_in_the_table() {
  const auto& t = detail::table_of<waived>;
  const auto at = [&](std::string_view act) { return t.acts[find_act<waived>(act).index]; };
  const auto sit_back = std::uint64_t{1} << find_act<waived>("sit_back").index;
  detail::term_pool pool = t.terms;
  const auto duty = [&](std::string_view act) {
    std::size_t i = 0;
    while (name_of<waived>(act_id<waived>{t.duties[i].act}) != act) ++i;
    return t.duties[i];
  };
  return duty("invite_back").since == sit_back && !duty("invite_back").passable && at("invite_back").after == 0 &&
         duty("self_assess").passable && duty("self_assess").since == 0 && duty("assess").since == 0 &&
         (at("withdraw").who & pool.add({participant, detail::none, true})) != 0 &&
         (at("withdraw").who & pool.add({participant, detail::none, false})) == 0 &&
         (at("assess").who & pool.add({leader, detail::none, false})) != 0 &&
         (at("assess").owed_by & pool.add({leader, detail::none, false})) == 0 &&
         (at("assess").owed_by & pool.add({participant, presenter, false})) != 0 && at("cut_short").stages == 0b01 &&
         at("cut_short").is_checked;
}
static_assert(words_that_waive_are_in_the_table());
TEST(Table, KnowsWhatIsOwedAtTimesPassableUnledOrDischargedBySome) { EXPECT_TRUE(words_that_waive_are_in_the_table()); }

constexpr bool stages_know_what_they_need() {
  const auto& stages = detail::table_of<everything>.stages;
  return stages[0].needs_case && !stages[0].needs_option && !stages[1].needs_case && stages[1].needs_option &&
         !stages[2].needs_case;
}
static_assert(stages_know_what_they_need());
TEST(Table, KnowsWhichStageNeedsACaseOrAnOption) { EXPECT_TRUE(stages_know_what_they_need()); }

template <typename P>
constexpr bool sources_agree() {
  const auto& all = detail::declared<P>;
  for (std::size_t i = 0; i < all.count; ++i) {
    const auto& item = *all.items[i];
    if (item.kind == detail::item_kind::clause && detail::table_of<P>.act_sources[all.acts[i]] != item.source)
      return false;
  }
  return detail::table_of<P>.act_sources[act_id_of<act::pass, P>.index] == act::pass::source;
}
static_assert(sources_agree<student_group>());
TEST(Table, KeepsTheSourceOfEachAct) {
  EXPECT_TRUE(sources_agree<student_group>());
  EXPECT_TRUE(sources_agree<case_consultation>());
}

// What a stage may owe, in the order of the rules: each, a case or an option, once or some, per option.
constexpr bool what_a_stage_may_owe_is_in_the_order_of_the_rules() {
  const auto& t = detail::table_of<everything>;
  const auto is_duty = [&](std::size_t place, std::string_view act) {
    return t.owed[place].kind == detail::item_kind::clause &&
           name_of<everything>(act_id<everything>{t.duties[t.owed[place].duty].act}) == act;
  };
  return t.stages[0].first_owed == 0 && is_duty(0, "offer_case") && t.owed[1].kind == detail::item_kind::case_needed &&
         is_duty(2, "select_case") && t.stages[0].end_of_owed == 3 && t.stages[1].first_owed == 3 &&
         is_duty(3, "propose") && t.owed[4].kind == detail::item_kind::option_needed && t.stages[1].end_of_owed == 5 &&
         t.stages[2].first_owed == 5 && is_duty(5, "share") && is_duty(6, "assess") && t.stages[2].end_of_owed == 7;
}
static_assert(what_a_stage_may_owe_is_in_the_order_of_the_rules());
TEST(Table, ListsWhatAStageMayOweInTheOrderOfTheRules) {
  EXPECT_TRUE(what_a_stage_may_owe_is_in_the_order_of_the_rules());
}

constexpr bool rows_know_their_parties() {
  const auto& t = detail::table_of<everything>;
  for (const auto& one : t.acts) {
    if (t.parties.terms[one.party] != one.who || t.parties.terms[one.attending] != one.attended) return false;
  }
  for (const auto& duty : t.duties) {
    if (t.parties.terms[duty.party] != duty.who) return false;
  }
  return true;
}
static_assert(rows_know_their_parties());
TEST(Table, KnowsThePartyOfEachActAndDuty) { EXPECT_TRUE(rows_know_their_parties()); }

constexpr bool a_base_is_named_by_its_term_and_by_anyone() {
  return detail::names_base<everything>(row("propose").who, participant) &&
         detail::names_base<everything>(row("propose").who, leader) &&
         !detail::names_base<everything>(row("propose").who, presenter) &&
         detail::names_base<everything>(row("terminate").who, presenter) &&
         !detail::names_base<everything>(0, participant);
}
static_assert(a_base_is_named_by_its_term_and_by_anyone());
TEST(Table, NamesABaseByItsTermAndByAnyone) { EXPECT_TRUE(a_base_is_named_by_its_term_and_by_anyone()); }

constexpr bool effects_are_checked_that_may_be_refused() {
  using enum effect;
  for (const auto checked :
       {opens, passes, rejoins, selects_case, takes_case, takes_lead, makes_option, advances, cuts_short, closes}) {
    if (!detail::is_checked(checked)) return false;
  }
  for (const auto free : {effect::none, tells_story, weighs_option, accepts_case, refocuses, makes_case, supports_case,
                          declines_case, terminates, withdraws, drops, hands_over, flags, reminds}) {
    if (detail::is_checked(free)) return false;
  }
  return row("close").is_checked && !row("ask").is_checked;
}
static_assert(effects_are_checked_that_may_be_refused());
TEST(Table, ChecksTheEffectsThatMayBeRefused) { EXPECT_TRUE(effects_are_checked_that_may_be_refused()); }

constexpr bool a_pool_keeps_each_term_once_and_says_when_it_is_full() {
  detail::term_pool pool;
  const auto first = pool.add({0, detail::none, false});
  if (first != 1 || pool.add({0, 1, false}) != 2 || pool.add({0, detail::none, false}) != first || pool.count != 2)
    return false;
  for (std::uint8_t i = 2; i < 16; ++i) (void)pool.add({i, detail::none, false});
  if (pool.overflows || pool.count != 16) return false;
  return pool.add({0, 1, false}) == 2 && !pool.overflows && pool.add({99, detail::none, false}) == 0 && pool.overflows;
}
static_assert(a_pool_keeps_each_term_once_and_says_when_it_is_full());
TEST(TermPool, KeepsEachTermOnceAndSaysWhenItIsFull) {
  EXPECT_TRUE(a_pool_keeps_each_term_once_and_says_when_it_is_full());
}

}  // namespace table_test
