// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is wrong with a declaration: the first complaint about it, which `well_formed` makes.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/culprit.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/kinds.hpp>
#include <balint/protocol/detail/pointless.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/soundness.hpp>

#include <concepts>
#include <type_traits>

namespace balint::detail {

// clang-format off: a line for each kind
template <typename Complaint> struct made { using type = Complaint; };
// The complaints, which are written in `protocol/well_formed.hpp`: that is where a compiler says them, and so as few
// headers as possible come between them and the file that includes it.
/// What every question has, so that reading it asks the question.
struct complaint {
  static constexpr bool is_made = true;
};
template <typename P, typename Word> struct has_part;
template <typename P, typename Word> struct has_plain_name;
template <typename P, typename Word> struct is_a_stage;
template <typename P, typename Word> struct is_a_clause;
template <typename P, typename Word> struct is_a_condition;
template <typename P, typename Word> struct is_a_condition_on_the_group;
template <typename P, typename Word> struct is_an_act;
template <typename P, typename Word> struct is_a_role;
template <typename P, typename Word> struct is_a_rule;
template <typename P, typename Role> struct can_be_held;
template <typename P, typename Order> struct has_a_stage;
template <typename P, typename Role> struct has_a_name_of_its_own;
template <typename P, typename Rule> struct is_one_rule;
template <typename P, typename Stage> struct is_no_role;
template <typename P, typename Stage> struct has_acts;
template <typename P, typename Act> struct has_distinct_clauses;
template <typename P, typename Act> struct has_effective_conditions;
template <typename P, typename Act> struct can_be_done;
template <typename P, typename Act> struct is_owed_by_somebody;
template <typename P, typename Condition> struct has_possible_numbers;
template <typename P, typename Condition> struct is_one_condition;
template <typename P, typename Condition> struct can_be_met_by_a_group;
template <typename P, typename Stage> struct is_listed_once;
template <typename P, typename Act, typename Other> struct have_distinct_names;
template <typename P, typename Act> struct has_one_place;
template <typename P, typename Role> struct is_not_an_office;
template <typename P, typename Rule> struct lists_rule;
template <typename P, typename Size> struct has_room_for;
template <typename P, typename Act> struct has_its_target;
template <typename P, typename Act> struct is_throughout;
template <typename P, typename Act, typename Other> struct have_distinct_effects;
template <typename P, typename Act> struct assesses_nobody;
template <typename P, typename Act> struct depends_on_its_stage;
template <typename P, typename Act> struct can_come_due_in_time;
template <typename P, typename Act> struct can_be_passed;
template <typename P, typename Act> struct can_be_met;
template <typename P, typename Stage> struct can_get_what_it_owes;
template <typename P, typename Stage> struct can_be_ended;
template <typename P, typename Stage> struct can_be_left;
template <typename P, typename Act> struct is_done_inside;
/// The complaint about a word that is out of place.
template <typename P, typename Finding> struct complaint_of;
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::part, Word>> { using type = has_part<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::stage, Word>> { using type = is_a_stage<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::clause, Word>> { using type = is_a_clause<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::condition, Word>> { using type = is_a_condition<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::group_condition, Word>> {
  using type = is_a_condition_on_the_group<P, Word>;
};
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::act, Word>> { using type = is_an_act<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::role, Word>> { using type = is_a_role<P, Word>; };
template <typename P, typename Word>
struct complaint_of<P, misplaced<expects::rule, Word>> { using type = is_a_rule<P, Word>; };
/// What a protocol can have too much or too little of.
struct size_of {
  struct acts;
  struct stages;
  struct offices;
  struct rules;
  struct ways_to_say_who;
};
template <typename P>
consteval auto size_that_does_not_fit() {
  if constexpr (acts_of<P>.count >= 64) { return made<size_of::acts>{};
  } else if constexpr (stage_count<P> == 0 || stage_count<P> >= 64) { return made<size_of::stages>{};
  } else if constexpr (P::offices::size > 32) { return made<size_of::offices>{};
  } else if constexpr (rules_of<P>::size > 64) { return made<size_of::rules>{};
  } else {
    return made<size_of::ways_to_say_who>{};
  }
}
/// What is wrong with the conditions of P on its group, or its advisories about a session: a complaint that is not
/// made yet, or `complaint`.
template <typename P, typename... Conditions>
consteval auto problem_of_group(declare::conditions<Conditions...>) {
  using all = declare::conditions<Conditions...>;
  // Types are made of culprits alone: of what is as it should be, a compiler makes numbers.
  if constexpr (!(names_only_offices<P, Conditions>() && ...)) {
    return made<can_be_held<P, unheld_office<P, Conditions...>>>{};
  } else if constexpr (constexpr auto i = first_true({false, is_out_of_range<Conditions>...}); i != 0) {
    return made<has_possible_numbers<P, nth_type<i - 1, Conditions...>>>{};
  } else if constexpr (constexpr auto k = first_same({nullptr, &tag_of<Conditions>...}); k != 0) {
    return made<is_one_condition<P, nth_type<k - 1, Conditions...>>>{};
  } else if constexpr (constexpr auto n = first_true({false, contradicts<Conditions, all>...}); n != 0) {
    return made<can_be_met_by_a_group<P, nth_type<n - 1, Conditions...>>>{};
  } else {
    return made<complaint>{};
  }
}

// A declaration is asked one question after the other, so that it gets one message.

/// What keeps P from working, where the tables hold it.
template <typename P>
consteval auto problem_at_work() {
  if constexpr (!effects_have_targets<P>) { return made<has_its_target<P, act_at<P, act_without_its_target<P>()>>>{};
  } else if constexpr (!moves_are_throughout<P>) {
    return made<is_throughout<P, act_at<P, act_that_moves_in_a_stage<P>()>>>{};
  } else if constexpr (!effects_have_one_act<P>) {
    return made<have_distinct_effects<P, act_at<P, act_of_the_same_effect<P>()>,
                                                    first_act_of_effect<P, act_at<P, act_of_the_same_effect<P>()>>>>{};
  } else if constexpr (!nobody_is_assessed<P>) {
    return made<assesses_nobody<P, act_at<P, act_done_to_a_person<P>()>>>{};
  } else if constexpr (act_with_a_clause_twice<P>() != acts_of<P>.count) {
    return made<has_distinct_clauses<P, act_at<P, act_with_a_clause_twice<P>()>>>{};
  } else if constexpr (!conditions_stay_in_stage<P>) {
    return made<depends_on_its_stage<P, act_at<P, act_with_a_condition_elsewhere<P>()>>>{};
  } else if constexpr (!obligations_can_come_due<P>) {
    return made<can_come_due_in_time<P, act_at<P, act_never_due<P>()>>>{};
  } else if constexpr (!passable_acts_can_be_passed<P>) {
    return made<can_be_passed<P, act_at<P, act_passable_in_vain<P>()>>>{};
  } else if constexpr (act_with_a_condition_in_vain<P>() != acts_of<P>.count) {
    return made<has_effective_conditions<P, act_at<P, act_with_a_condition_in_vain<P>()>>>{};
  } else if constexpr (!obligations_can_be_met<P>) { return made<can_be_met<P, act_at<P, act_owed_in_vain<P>()>>>{};
  } else if constexpr (!cases_and_options_can_be_made<P>) {
    return made<can_get_what_it_owes<P, stage_at<P, stage_owed_in_vain<P>()>>>{};
  } else if constexpr (stage_without_acts<P>() != stage_count<P>) {
    return made<has_acts<P, stage_at<P, stage_without_acts<P>()>>>{};
  } else if constexpr (!can_always_end<P>) { return made<can_be_ended<P, stage_at<P, stage_without_an_end<P>()>>>{};
  } else if constexpr (!last_stage_is_reached<P>) { return made<can_be_left<P, stage_at<P, stage_never_left<P>()>>>{};
  } else if constexpr (!nobody_outside_acts<P>) {
    return made<is_done_inside<P, act_at<P, act_of_somebody_outside<P>()>>>{};
  } else if constexpr (act_never_done<P>() != acts_of<P>.count) {
    return made<can_be_done<P, act_at<P, act_never_done<P>()>>>{};
  } else if constexpr (act_owed_by_a_vacant_office<P>() != acts_of<P>.count) {
    return made<is_owed_by_somebody<P, act_at<P, act_owed_by_a_vacant_office<P>()>>>{};
  } else {
    using formation = typename decltype(problem_of_group<P>(typename P::formation{}))::type;
    using advisories = decltype(problem_of_group<P>(typename advisories_declared<P>::type{}));
    if constexpr (std::same_as<formation, complaint>) {
      return advisories{};
    } else {
      return made<formation>{};
    }
  }
}

/// What is wrong with P as far as names and sizes go, and then with how it works.
template <typename P>
consteval auto problem_of_names() {
  if constexpr (P::order::size == 0) { return made<has_a_stage<P, typename P::order>>{};
  } else if constexpr (!is_plain_name(P::name)) { return made<has_plain_name<P, P>>{};
  } else if constexpr (not_plain<P::offices::size>(P::offices::names) != P::offices::size) {
    return made<has_plain_name<P, office_at<P, not_plain<P::offices::size>(P::offices::names)>>>{};
  } else if constexpr (not_plain<P::order::size>(P::order::names) != P::order::size) {
    return made<has_plain_name<P, stage_at<P, not_plain<P::order::size>(P::order::names)>>>{};
  } else if constexpr (not_plain<rules_of<P>::size>(rules_of<P>::names) != rules_of<P>::size) {
    return made<has_plain_name<P, rule_at<P, not_plain<rules_of<P>::size>(rules_of<P>::names)>>>{};
  } else if constexpr (not_plain<acts_of<P>.count>(acts_of<P>.names) != acts_of<P>.count) {
    return made<has_plain_name<P, act_at<P, not_plain<acts_of<P>.count>(acts_of<P>.names)>>>{};
  } else if constexpr (!name_of_presenter<P>().empty() && !is_plain_name(name_of_presenter<P>())) {
    return made<has_plain_name<P, typename P::presented_by>>{};
  } else if constexpr (office_without_a_name_of_its_own<P>() != P::offices::size) {
    return made<has_a_name_of_its_own<P, office_at<P, office_without_a_name_of_its_own<P>()>>>{};
  } else if constexpr (!presenter_is_not_an_office<P>) { return made<is_not_an_office<P, typename P::presented_by>>{};
  } else if constexpr (rule_listed_twice<P>() != rules_of<P>::size) {
    return made<is_one_rule<P, rule_at<P, rule_listed_twice<P>()>>>{};
  } else if constexpr (stage_that_is_a_role<P>(typename P::order{}) != stage_count<P>) {
    return made<is_no_role<P, stage_at<P, stage_that_is_a_role<P>(typename P::order{})>>>{};
  } else if constexpr (!stages_are_listed_once<P>) {
    return made<is_listed_once<P, stage_at<P, stage_listed_twice<P>()>>>{};
  } else if constexpr (!acts_have_distinct_names<P>) {
    return made<have_distinct_names<P, act_of_shared_name<P>, other_act_of_shared_name<P>>>{};
  } else if constexpr (!acts_have_one_place<P>) { return made<has_one_place<P, act_at<P, act_in_two_places<P>()>>>{};
  } else if constexpr (!roles_can_be_held<P>) { return made<can_be_held<P, unknown_role<P>>>{};
  } else if constexpr (!rules_are_listed<P>) { return made<lists_rule<P, unlisted_rule<P>>>{};
  } else if constexpr (!fits_the_engine<P>) {
    return made<has_room_for<P, typename decltype(size_that_does_not_fit<P>())::type>>{};
  } else {
    return problem_at_work<P>();
  }
}

/// What is wrong with P: a complaint that is not made yet, or `complaint` itself where nothing is.
template <typename P>
consteval auto find_problem() {
  if constexpr (is_made_of_words<P>) { return problem_of_names<P>();
  } else {
    return complaint_of<P, finding_in<P>>{};
  }
}
template <typename P> using problem_of = typename decltype(find_problem<P>())::type;

// clang-format on

}  // namespace balint::detail
