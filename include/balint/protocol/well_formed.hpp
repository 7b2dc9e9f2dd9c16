// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether a declaration can work: one assertion and one message for each check.
#include <balint/protocol/detail/compiler_message.hpp>
#include <balint/protocol/soundness.hpp>

#include <string_view>

namespace balint {

namespace detail {
constexpr compiler_message complain(std::string_view protocol, std::string_view wrong, std::string_view what) {
  compiler_message m;
  m << "balint: in " << protocol << ", ";
  return m.quote(wrong) << " " << what;
}

}  // namespace detail

/// What a check of a declaration says: with the name that `finder` finds where the compiler computes messages, else
/// plainly.
#define BALINT_COMPLAIN(finder, what, plain) \
  BALINT_EXPLAIN((detail::complain(P::name, detail::finder<P>(), what)), "balint: " plain)

/// Holds for a protocol that can work; a declaration that cannot is an error that says what is wrong and what to do.
template <protocol P>
consteval bool well_formed() {
  static_assert(stages_stand_once<P>,
                BALINT_COMPLAIN(stage_declared_twice, "stands twice: leave one out [stage_twice]",
                                "a stage stands twice: leave one out [stage_twice]"));
  static_assert(acts_have_own_names<P>,
                BALINT_COMPLAIN(name_of_two_acts, "is the name of two acts: rename one [act_name_twice]",
                                "two acts have one name: rename one [act_name_twice]"));
  static_assert(acts_stand_once<P>,
                BALINT_COMPLAIN(act_in_two_places, "stands in two places: leave one, or name a second act [act_twice]",
                                "an act stands in two places: leave one, or name a second act [act_twice]"));
  static_assert(
      roles_can_be_held<P>,
      BALINT_COMPLAIN(role_nobody_can_hold, "is a role that nobody can hold: add it to the offices [role_unknown]",
                      "nobody can hold a role: add it to the offices [role_unknown]"));
  static_assert(presenter_is_no_office<P>,
                "balint: presented_by names an office: a role is given or won, not both [presenter_is_office]");
  static_assert(rules_listed<P>,
                "balint: rules must hold the catalogue: use rule::catalogue::with<...> [rule_unlisted]");
  if constexpr (stages_stand_once<P> && acts_have_own_names<P> && acts_stand_once<P> && roles_can_be_held<P> &&
                rules_listed<P>) {
    static_assert(
        fits_the_engine<P>,
        "balint: a protocol has at most 63 acts, 63 stages, 32 offices and 16 ways to say who [protocol_too_large]");
    if constexpr (fits_the_engine<P>) {
      static_assert(
          effects_have_targets<P>,
          BALINT_COMPLAIN(effect_without_its_target, "lacks what its effect needs: give it its target [effect_target]",
                          "an act lacks what its effect needs: give it its target [effect_target]"));
      static_assert(
          moves_are_throughout<P>,
          BALINT_COMPLAIN(act_that_moves_in_a_stage,
                          "leads on or ends: declare it throughout, in no stage [moves_throughout]",
                          "an act that leads on or ends stands in a stage: declare it throughout [moves_throughout]"));
      static_assert(nobody_is_assessed<P>,
                    BALINT_COMPLAIN(act_done_to_a_person,
                                    "is done to a person: only handing over is; weigh options [act_on_person]",
                                    "an act is done to a person: only handing over is; weigh options [act_on_person]"));
      static_assert(
          conditions_stay_in_stage<P>,
          BALINT_COMPLAIN(condition_on_another_stage, "waits for no act of its stage: name one [not_before_here]",
                          "an act waits for no act of its stage: name one [not_before_here]"));
      static_assert(
          obligations_can_be_met<P>,
          BALINT_COMPLAIN(
              obligation_nobody_can_meet,
              "is owed but nobody can do it: let an office do it, or do first what it needs [obligation_unmeetable]",
              "nobody can do what is owed: let an office do it, or do first what it needs [obligation_unmeetable]"));
      static_assert(
          can_always_end<P>,
          BALINT_COMPLAIN(stage_without_an_end,
                          "cannot be ended at once: let an office terminate throughout [no_way_out]",
                          "a stage cannot be ended at once: let an office terminate throughout [no_way_out]"));
      static_assert(
          last_stage_is_reached<P>,
          BALINT_COMPLAIN(stage_out_of_reach, "is never left: let an office advance and close throughout [no_way_on]",
                          "a stage is never left: let an office advance and close throughout [no_way_on]"));
      static_assert(outside_is_outside<P>,
                    BALINT_COMPLAIN(act_of_somebody_outside,
                                    "is an act of somebody outside: leave out one of the two [outside_acts]",
                                    "an act of somebody outside: leave out one of the two [outside_acts]"));
    }
  }
  return true;
}
#undef BALINT_COMPLAIN


}  // namespace balint
