// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether a declaration can work: one assertion and one message for each check.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/kinds.hpp>
#include <balint/protocol/detail/pointless.hpp>
#include <balint/protocol/detail/problem.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/soundness.hpp>

#include <concepts>
#include <string_view>

namespace balint {

namespace detail {

/// A computed message: the protocol, the culprit and what is wrong with it.
constexpr compiler_message complain(std::string_view protocol, std::string_view culprit, std::string_view what) {
  compiler_message m;
  m << "balint: in " << protocol << ", ";
  return m.quote(culprit) << " " << what;
}

/// The message about a culprit: with its name where the compiler computes messages, in general terms elsewhere.
#define BALINT_COMPLAIN(culprit, what, plain) BALINT_EXPLAIN((complain(P::name, culprit::name, what)), "balint: " plain)

// Each of these is asked about a culprit alone, once its check has failed: a compiler prints it with its arguments and
// so names protocol and culprit in its first lines.

/// P has all its parts, but for Part.
template <typename P, typename Word>
struct has_part : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::part, Word>;
  static_assert(has_part::holds,
                "balint: a protocol lacks a part, or it is not what its name says: write it as its section shows "
                "[protocol_incomplete]");
};
/// The name of Word can be written in logs.
template <typename P, typename Word>
struct has_plain_name : complaint {
  static constexpr bool holds = is_plain_name(Word::name);
  static_assert(has_plain_name::holds,
                "balint: a name is not 1 to 40 of a-z, 0-9 and _, a letter first: rename it [bad_name]");
};
/// Word is a stage with its clauses.
template <typename P, typename Word>
struct is_a_stage : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::stage, Word>;
  static_assert(is_a_stage::holds,
                "balint: a sequence lists what is no stage: write in<stage, clauses...> [not_a_stage]");
};
/// Word is a clause.
template <typename P, typename Word>
struct is_a_clause : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::clause, Word>;
  static_assert(is_a_clause::holds,
                "balint: what is no clause is listed as one: write may<who, act>, once<...>, each<...> [not_a_clause]");
};
/// Word is a condition of a clause.
template <typename P, typename Word>
struct is_a_condition : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::condition, Word>;
  static_assert(is_a_condition::holds,
                "balint: a clause has a condition that is none: use after, until, upholds, ... [not_a_condition]");
};
/// Word is a condition on the group.
template <typename P, typename Word>
struct is_a_condition_on_the_group : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::group_condition, Word>;
  static_assert(
      is_a_condition_on_the_group::holds,
      "balint: what is no condition on the group is listed as one: use at_least, somebody, ... [not_a_condition]");
};
/// Word is an act.
template <typename P, typename Word>
struct is_an_act : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::act, Word>;
  static_assert(
      is_an_act::holds,
      "balint: what is no act is in the place of one: derive it from act_on, with name and source [not_an_act]");
};
/// Word is a role, or several.
template <typename P, typename Word>
struct is_a_role : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::role, Word>;
  static_assert(is_a_role::holds,
                "balint: what is no role is in the place of one: name an office, or combine some [not_a_role]");
};
/// Word is a rule.
template <typename P, typename Word>
struct is_a_rule : complaint {
  static constexpr bool holds = is_elsewhere<P, expects::rule, Word>;
  static_assert(is_a_rule::holds,
                "balint: what is no rule is in the place of one: give it name, source and holds [not_a_rule]");
};

/// Somebody can hold Role.
template <typename P, typename Role>
struct can_be_held : complaint {
  static constexpr bool holds = P::offices::template has<Role>;
  static_assert(can_be_held::holds,
                BALINT_COMPLAIN(Role, "is a role that nobody can hold: add it to the offices [role_unknown]",
                                "there is a role that nobody can hold: add it to the offices [role_unknown]"));
};

// What a declaration says to no purpose.

/// P has a stage.
template <typename P, typename Order>
struct has_a_stage : complaint {
  static constexpr bool holds = Order::size != 0;
  static_assert(has_a_stage::holds, "balint: a protocol has no stage: list one in its sequence [no_stage]");
};
/// No other role of P has the name of Role.
template <typename P, typename Role>
struct has_a_name_of_its_own : complaint {
  static constexpr bool holds = P::offices::names[office_without_a_name_of_its_own<P>()] != Role::name;
  static_assert(has_a_name_of_its_own::holds,
                BALINT_COMPLAIN(Role, "is the name of two roles: remove one of them, or rename it [office_twice]",
                                "two roles have the same name: remove one of them, or rename it [office_twice]"));
};
/// No other rule of P has the name of Rule.
template <typename P, typename Rule>
struct is_one_rule : complaint {
  static constexpr bool holds = rules_of<P>::names[rule_listed_twice<P>()] != Rule::name;
  static_assert(is_one_rule::holds, BALINT_COMPLAIN(Rule, "is listed twice in P::rules: remove one [rule_twice]",
                                                    "P::rules lists a rule twice: remove one [rule_twice]"));
};
/// Stage is no role of P.
template <typename P, typename Stage>
struct is_no_role : complaint {
  static constexpr bool holds = base_of<P, Stage>() == none;
  static_assert(is_no_role::holds,
                BALINT_COMPLAIN(Stage, "is a role of the protocol: name a stage where one is expected [not_a_stage]",
                                "a role is in the place of a stage: name a stage where one is expected [not_a_stage]"));
};
/// Something can be done in Stage.
template <typename P, typename Stage>
struct has_acts : complaint {
  static constexpr bool holds = stage_without_acts<P>() != P::order::template index<Stage>;
  static_assert(has_acts::holds,
                BALINT_COMPLAIN(Stage, "has no acts: add a clause, or remove the stage [stage_without_acts]",
                                "a stage has no acts: add a clause, or remove the stage [stage_without_acts]"));
};
/// Act has no clause that is listed twice.
template <typename P, typename Act>
struct has_distinct_clauses : complaint {
  static constexpr bool holds = act_with_a_clause_twice<P>() != acts_of<P>.find(Act::name);
  static_assert(has_distinct_clauses::holds,
                BALINT_COMPLAIN(Act, "has the same clause twice: remove one of them [clause_twice]",
                                "an act has the same clause twice: remove one of them [clause_twice]"));
};
/// Every condition of Act has an effect.
template <typename P, typename Act>
struct has_effective_conditions : complaint {
  static constexpr bool holds = act_with_a_condition_in_vain<P>() != acts_of<P>.find(Act::name);
  static_assert(has_effective_conditions::holds,
                BALINT_COMPLAIN(Act, "has a condition that changes nothing: remove it [condition_in_vain]",
                                "an act has a condition that changes nothing: remove it [condition_in_vain]"));
};
/// Act can be done at some time.
template <typename P, typename Act>
struct can_be_done : complaint {
  static constexpr bool holds = act_never_done<P>() != acts_of<P>.find(Act::name);
  static_assert(can_be_done::holds,
                BALINT_COMPLAIN(Act, "can never be done: remove what it waits for, or the act [never_done]",
                                "an act can never be done: remove what it waits for, or the act [never_done]"));
};
/// Every group has somebody who owes Act.
template <typename P, typename Act>
struct is_owed_by_somebody : complaint {
  static constexpr bool holds = act_owed_by_a_vacant_office<P>() != acts_of<P>.find(Act::name);
  static_assert(is_owed_by_somebody::holds,
                BALINT_COMPLAIN(Act,
                                "is owed by an office that may be vacant: add somebody<...> to the formation "
                                "[office_vacant]",
                                "an act is owed by an office that may be vacant: add somebody<...> to the formation "
                                "[office_vacant]"));
};
/// The numbers of a condition on the group are possible.
template <typename P, typename Condition>
struct has_possible_numbers : complaint {
  static constexpr bool holds = !is_out_of_range<Condition>;
  static_assert(has_possible_numbers::holds,
                "balint: a condition has a number that no group can have, or more than its upper one: correct it "
                "[count_out_of_range]");
};
/// Condition is listed once.
template <typename P, typename Condition>
struct is_one_condition : complaint {
  static constexpr bool holds = times_listed<Condition, typename P::formation> < 2 &&
                                times_listed<Condition, typename advisories_declared<P>::type> < 2;
  static_assert(is_one_condition::holds, "balint: a condition on the group is listed twice: remove one [clause_twice]");
};
/// A group can meet Condition together with all the others.
template <typename P, typename Condition>
struct can_be_met_by_a_group : complaint {
  static constexpr bool holds = !contradicts<Condition, typename P::formation>;
  static_assert(can_be_met_by_a_group::holds,
                "balint: a condition on the group contradicts another or names one office twice: remove it "
                "[formation_impossible]");
};

// How it works.

/// Stage is listed once in the sequence of P.
template <typename P, typename Stage>
struct is_listed_once : complaint {
  static constexpr bool holds = stage_listed_twice<P>() != P::order::template index<Stage>;
  static_assert(is_listed_once::holds, BALINT_COMPLAIN(Stage, "is listed twice: remove one of them [stage_twice]",
                                                       "a stage is listed twice: remove one of them [stage_twice]"));
};
/// Two acts of P have two names.
template <typename P, typename Act, typename Other>
struct have_distinct_names : complaint {
  static constexpr bool holds = Act::name != Other::name;
  static_assert(have_distinct_names::holds,
                BALINT_COMPLAIN(Act, "is the name of two acts: rename one of them [act_name_twice]",
                                "two acts have the same name: rename one of them [act_name_twice]"));
};
/// Act is listed in one stage of P, or throughout.
template <typename P, typename Act>
struct has_one_place : complaint {
  static constexpr bool holds = act_in_two_places<P>() != acts_of<P>.find(Act::name);
  static_assert(
      has_one_place::holds,
      BALINT_COMPLAIN(Act, "is listed in two places: remove one of them, or declare a second act [act_twice]",
                      "an act is listed in two places: remove one of them, or declare a second act [act_twice]"));
};
/// Role is not an office of P.
template <typename P, typename Role>
struct is_not_an_office : complaint {
  static constexpr bool holds = !P::offices::template has<Role>;
  static_assert(is_not_an_office::holds,
                BALINT_COMPLAIN(
                    Role, "is both an office and the role of presented_by: remove one of them [presenter_is_office]",
                    "a role is both an office and the role of presented_by: remove one of them [presenter_is_office]"));
};
/// `P::rules` lists Rule.
template <typename P, typename Rule>
struct lists_rule : complaint {
  static constexpr bool holds = rules_of<P>::template has<Rule>;
  static_assert(lists_rule::holds,
                BALINT_COMPLAIN(Rule,
                                "is a rule that P::rules does not list: use rule::catalogue::with<...> [rule_unlisted]",
                                "P::rules does not list a rule: use rule::catalogue::with<...> [rule_unlisted]"));
};

/// The engine has room for as many as P declares.
template <typename P, typename Size>
struct has_room_for : complaint {
  static constexpr bool holds = !std::same_as<Size, typename decltype(size_that_does_not_fit<P>())::type>;
  static_assert(has_room_for::holds,
                "balint: a protocol has at most 63 acts, 63 stages, 32 offices, 64 rules and 16 ways to say who: "
                "split it [protocol_too_large]");
};

/// Act takes what its effect needs.
template <typename P, typename Act>
struct has_its_target : complaint {
  static constexpr bool holds = act_without_its_target<P>() != acts_of<P>.find(Act::name);
  static_assert(has_its_target::holds,
                BALINT_COMPLAIN(Act, "does not take what its effect needs: give it that target [effect_target]",
                                "an act does not take what its effect needs: give it that target [effect_target]"));
};
/// Act, which advances or ends the session, is listed throughout.
template <typename P, typename Act>
struct is_throughout : complaint {
  static constexpr bool holds = act_that_moves_in_a_stage<P>() != acts_of<P>.find(Act::name);
  static_assert(
      is_throughout::holds,
      BALINT_COMPLAIN(Act, "advances or ends the session: list it in throughout, not in a stage [moves_throughout]",
                      "an act in a stage advances or ends the session: list it in throughout [moves_throughout]"));
};
/// Act has an effect that Other does not have.
template <typename P, typename Act, typename Other>
struct have_distinct_effects : complaint {
  static constexpr bool holds = Act::does != Other::does;
  static_assert(have_distinct_effects::holds,
                BALINT_COMPLAIN(
                    Act, "does what another act does: let either role do the one, and remove the other [effect_twice]",
                    "two acts do the same: let either role do the one, and remove the other [effect_twice]"));
};
/// Act is not done to a person, or it hands over.
template <typename P, typename Act>
struct assesses_nobody : complaint {
  static constexpr bool holds = act_done_to_a_person<P>() != acts_of<P>.find(Act::name);
  static_assert(
      assesses_nobody::holds,
      BALINT_COMPLAIN(
          Act, "is done to a person, as only handing over may be: weigh an option instead [act_on_person]",
          "an act is done to a person, as only handing over may be: weigh an option instead [act_on_person]"));
};
/// The conditions of Act name acts of its stage.
template <typename P, typename Act>
struct depends_on_its_stage : complaint {
  static constexpr bool holds = act_with_a_condition_elsewhere<P>() != acts_of<P>.find(Act::name);
  static_assert(
      depends_on_its_stage::holds,
      BALINT_COMPLAIN(
          Act, "depends on an act that its stage lacks, or that not each owes: name another [not_before_here]",
          "an act depends on one that its stage lacks, or that not each owes: name another [not_before_here]"));
};
/// What Act is owed after can happen before it.
template <typename P, typename Act>
struct can_come_due_in_time : complaint {
  static constexpr bool holds = act_never_due<P>() != acts_of<P>.find(Act::name);
  static_assert(can_come_due_in_time::holds,
                BALINT_COMPLAIN(Act,
                                "never comes due: owe it after another act, of its stage, an earlier one or throughout "
                                "[never_due]",
                                "an act never comes due: owe it after another act, of its stage, an earlier one or "
                                "throughout [never_due]"));
};
/// Act is owed once, and somebody who owes it may pass.
template <typename P, typename Act>
struct can_be_passed : complaint {
  static constexpr bool holds = act_passable_in_vain<P>() != acts_of<P>.find(Act::name);
  static_assert(can_be_passed::holds,
                BALINT_COMPLAIN(Act, "is passable in vain: make it owed once, by somebody who may pass [passable_once]",
                                "an act is passable in vain: make it owed once, by somebody who may pass "
                                "[passable_once]"));
};
/// Somebody can do Act where it is owed.
template <typename P, typename Act>
struct can_be_met : complaint {
  static constexpr bool holds = act_owed_in_vain<P>() != acts_of<P>.find(Act::name);
  static_assert(
      can_be_met::holds,
      BALINT_COMPLAIN(
          Act,
          "is owed, but nobody can do it: let an office do it, or add what it needs before it [obligation_unmeetable]",
          "an act is owed, but nobody can do it: let an office do it, or add what it needs before it "
          "[obligation_unmeetable]"));
};
/// Somebody can make the case or the option that Stage owes.
template <typename P, typename Stage>
struct can_get_what_it_owes : complaint {
  static constexpr bool holds = stage_owed_in_vain<P>() != P::order::template index<Stage>;
  static_assert(
      can_get_what_it_owes::holds,
      BALINT_COMPLAIN(Stage, "owes a case or an option that no act makes: add one that does [obligation_unmeetable]",
                      "a stage owes a case or an option that no act makes: add one that does [obligation_unmeetable]"));
};
/// Somebody may end the session at once in Stage.
template <typename P, typename Stage>
struct can_be_ended : complaint {
  static constexpr bool holds = stage_without_an_end<P>() != P::order::template index<Stage>;
  static_assert(can_be_ended::holds,
                BALINT_COMPLAIN(Stage, "cannot be ended at once: let an office terminate throughout [no_way_out]",
                                "a stage cannot be ended at once: let an office terminate throughout [no_way_out]"));
};
/// Somebody can advance from Stage, or close it where it is the last.
template <typename P, typename Stage>
struct can_be_left : complaint {
  static constexpr bool holds = stage_never_left<P>() != P::order::template index<Stage>;
  static_assert(can_be_left::holds,
                BALINT_COMPLAIN(Stage, "is never left: let an office advance and close throughout [no_way_on]",
                                "a stage is never left: let an office advance and close throughout [no_way_on]"));
};
/// Nobody does Act who is outside the circle.
template <typename P, typename Act>
struct is_done_inside : complaint {
  static constexpr bool holds = act_of_somebody_outside<P>() != acts_of<P>.find(Act::name);
  static_assert(is_done_inside::holds,
                BALINT_COMPLAIN(Act, "is an act of somebody outside: remove the act or the outside<...> [outside_acts]",
                                "somebody outside has an act: remove the act or the outside<...> [outside_acts]"));
};
#undef BALINT_COMPLAIN

}  // namespace detail

/// Holds for a protocol that can work; a declaration that cannot is an error that says what is wrong and what to do.
template <typename P>
consteval bool well_formed() {
  static_assert(detail::problem_of<P>::is_made);
  return true;
}

}  // namespace balint
