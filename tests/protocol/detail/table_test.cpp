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
  return (who & pool.add({base, except})) != 0;
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
         !row("propose").exactly_once && detail::sizes_of<everything>.slots == 2 &&
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
    if (name_of<everything>(act_id{duties[i].act}) != acts[i] || duties[i].stage != stages[i] ||
        duties[i].due != due[i])
      return false;
  }
  return duties[3].rule == rule_of<everything, rule::voluntary> &&
         duties[1].rule == rule_of<everything, rule::stage_order> &&
         names_term(duties[2].who, participant, presenter) && !names_term(duties[2].who, leader);
}
static_assert(duties_are_listed_in_order());
TEST(Table, ListsWhatIsOwedInOrder) { EXPECT_TRUE(duties_are_listed_in_order()); }

constexpr bool stages_know_what_they_need() {
  const auto& stages = detail::table_of<everything>.stages;
  return stages[0].needs_case && !stages[0].needs_option && !stages[1].needs_case && stages[1].needs_option &&
         !stages[2].needs_case;
}
static_assert(stages_know_what_they_need());
TEST(Table, KnowsWhichStageNeedsACaseOrAnOption) { EXPECT_TRUE(stages_know_what_they_need()); }

template <typename P, typename... Ins, typename... Clauses>
constexpr bool sources_agree(sequence<Ins...>, throughout<Clauses...>) {
  bool agree = true;
  detail::each_clause_of<P>([&]<typename Clause>(std::uint8_t) {
    agree = agree && detail::table_of<P>.act_sources[detail::acts_of<P>.find(Clause::act::name)] == Clause::act::source;
  });
  return agree;
}
static_assert(sources_agree<student_group>(student_group::order{}, student_group::throughout{}));
TEST(Table, KeepsTheSourceOfEachAct) {
  EXPECT_TRUE((sources_agree<student_group>(student_group::order{}, student_group::throughout{})));
  EXPECT_TRUE((sources_agree<case_consultation>(case_consultation::order{}, case_consultation::throughout{})));
}

constexpr bool a_pool_keeps_each_term_once_and_says_when_it_is_full() {
  detail::term_pool pool;
  const auto first = pool.add({0, detail::none});
  if (first != 1 || pool.add({0, 1}) != 2 || pool.add({0, detail::none}) != first || pool.count != 2) return false;
  for (std::uint8_t i = 2; i < 16; ++i) (void)pool.add({i, detail::none});
  if (pool.overflows || pool.count != 16) return false;
  return pool.add({0, 1}) == 2 && !pool.overflows && pool.add({99, detail::none}) == 0 && pool.overflows;
}
static_assert(a_pool_keeps_each_term_once_and_says_when_it_is_full());
TEST(TermPool, KeepsEachTermOnceAndSaysWhenItIsFull) {
  EXPECT_TRUE(a_pool_keeps_each_term_once_and_says_when_it_is_full());
}

constexpr bool a_list_of_names_keeps_each_once() {
  detail::name_list<8> list;
  list.add<act::ask>();
  list.add<act::answer>();
  list.add<act::ask>();
  return list.count == 2 && list.find("answer") == 1 && list.find("vote") == 2 && list.shared.empty();
}
static_assert(a_list_of_names_keeps_each_once());
TEST(NameList, KeepsEachNameOnce) { EXPECT_TRUE(a_list_of_names_keeps_each_once()); }

struct other_ask {
  static constexpr std::string_view name = "ask";
};
constexpr bool a_list_of_names_tells_what_two_words_share() {
  detail::name_list<8> list;
  list.add<act::answer>();
  list.add<act::ask>();
  list.add<other_ask>();
  return list.count == 2 && list.shared == "ask";
}
static_assert(a_list_of_names_tells_what_two_words_share());
TEST(NameList, TellsWhichNameTwoWordsShare) { EXPECT_TRUE(a_list_of_names_tells_what_two_words_share()); }

}  // namespace table_test
