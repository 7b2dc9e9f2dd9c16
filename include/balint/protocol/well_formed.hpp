// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether a declaration can work: one assertion and one message for each check.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/detail/culprit.hpp>
#include <balint/protocol/soundness.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>

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

/// What every question has, so that reading it asks the question.
struct complaint {
  static constexpr bool is_made = true;
};

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
/// Somebody can hold Role.
template <typename P, typename Role>
struct can_be_held : complaint {
  static constexpr bool holds = P::offices::template has<Role>;
  static_assert(can_be_held::holds,
                BALINT_COMPLAIN(Role, "is a role that nobody can hold: add it to the offices [role_unknown]",
                                "there is a role that nobody can hold: add it to the offices [role_unknown]"));
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
  if constexpr (acts_of<P>.count >= 64) {
    return std::type_identity<size_of::acts>{};
  } else if constexpr (stage_count<P> == 0 || stage_count<P> >= 64) {
    return std::type_identity<size_of::stages>{};
  } else if constexpr (P::offices::size > 32) {
    return std::type_identity<size_of::offices>{};
  } else if constexpr (rules_of<P>::size > 64) {
    return std::type_identity<size_of::rules>{};
  } else {
    return std::type_identity<size_of::ways_to_say_who>{};
  }
}
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
template <protocol P>
consteval bool well_formed() {
  if constexpr (!stages_are_listed_once<P>) {
    static_assert(detail::is_listed_once<P, detail::stage_at<P, detail::stage_listed_twice<P>()>>::is_made);
  }
  if constexpr (!acts_have_distinct_names<P>) {
    static_assert(
        detail::have_distinct_names<P, detail::act_of_shared_name<P>, detail::other_act_of_shared_name<P>>::is_made);
  }
  if constexpr (!acts_have_one_place<P>) {
    static_assert(detail::has_one_place<P, detail::act_at<P, detail::act_in_two_places<P>()>>::is_made);
  }
  if constexpr (!roles_can_be_held<P>) {
    static_assert(detail::can_be_held<P, detail::unknown_role<P>>::is_made);
  }
  if constexpr (!presenter_is_not_an_office<P>) {
    static_assert(detail::is_not_an_office<P, typename P::presented_by>::is_made);
  }
  if constexpr (!rules_are_listed<P>) {
    static_assert(detail::lists_rule<P, detail::unlisted_rule<P>>::is_made);
  }
  if constexpr (stages_are_listed_once<P> && acts_have_distinct_names<P> && acts_have_one_place<P> &&
                roles_can_be_held<P> && rules_are_listed<P>) {
    if constexpr (!fits_the_engine<P>) {
      using culprit = typename decltype(detail::size_that_does_not_fit<P>())::type;
      static_assert(detail::has_room_for<P, culprit>::is_made);
    } else {
      if constexpr (!effects_have_targets<P>) {
        static_assert(detail::has_its_target<P, detail::act_at<P, detail::act_without_its_target<P>()>>::is_made);
      }
      if constexpr (!moves_are_throughout<P>) {
        static_assert(detail::is_throughout<P, detail::act_at<P, detail::act_that_moves_in_a_stage<P>()>>::is_made);
      } else if constexpr (!effects_have_one_act<P>) {
        using culprit = detail::act_at<P, detail::act_of_the_same_effect<P>()>;
        static_assert(detail::have_distinct_effects<P, culprit, detail::first_act_of_effect<P, culprit>>::is_made);
      }
      if constexpr (!nobody_is_assessed<P>) {
        static_assert(detail::assesses_nobody<P, detail::act_at<P, detail::act_done_to_a_person<P>()>>::is_made);
      }
      if constexpr (!conditions_stay_in_stage<P>) {
        static_assert(
            detail::depends_on_its_stage<P, detail::act_at<P, detail::act_with_a_condition_elsewhere<P>()>>::is_made);
      }
      if constexpr (!obligations_can_come_due<P>) {
        static_assert(detail::can_come_due_in_time<P, detail::act_at<P, detail::act_never_due<P>()>>::is_made);
      } else if constexpr (!passable_acts_can_be_passed<P>) {
        static_assert(detail::can_be_passed<P, detail::act_at<P, detail::act_passable_in_vain<P>()>>::is_made);
      } else if constexpr (!obligations_can_be_met<P>) {
        static_assert(detail::can_be_met<P, detail::act_at<P, detail::act_owed_in_vain<P>()>>::is_made);
      }
      if constexpr (!cases_and_options_can_be_made<P>) {
        static_assert(detail::can_get_what_it_owes<P, detail::stage_at<P, detail::stage_owed_in_vain<P>()>>::is_made);
      }
      if constexpr (!can_always_end<P>) {
        static_assert(detail::can_be_ended<P, detail::stage_at<P, detail::stage_without_an_end<P>()>>::is_made);
      }
      if constexpr (!last_stage_is_reached<P>) {
        static_assert(detail::can_be_left<P, detail::stage_at<P, detail::stage_never_left<P>()>>::is_made);
      }
      if constexpr (!nobody_outside_acts<P>) {
        static_assert(detail::is_done_inside<P, detail::act_at<P, detail::act_of_somebody_outside<P>()>>::is_made);
      }
    }
  }
  return true;
}

}  // namespace balint
