// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rule behind each refusal.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/rule.hpp>

namespace balint {

/// The rule of protocol P behind a code, or `no_rule`. `stage_incomplete` has the rule of what is owed instead, and
/// `session_over` after the leader ended it, for an act of a stage, the leader's right to.
template <protocol P>
[[nodiscard]] constexpr rule_id rule_behind(code why) noexcept {
  switch (why) {
    case code::unknown_person: return rule_of<P, rule::closed_group>;
    case code::wrong_role:
    case code::somebody_leads:
    case code::leader_is_presenter: return rule_of<P, rule::roles>;
    case code::not_supported: return rule_of<P, rule::joint_selection>;
    case code::flag_open: return rule_of<P, rule::leader_enforces>;
    case code::supervisor_absent: return rule_of<P, rule::supervisor_present>;
    case code::wrong_stage:
    case code::too_early:
    case code::stage_skipped: return rule_of<P, rule::stage_order>;
    default: return no_rule;
  }
}
/// The same for an event: what was tried decides whether it is the leader's right that stands behind `session_over`.
template <protocol P>
[[nodiscard]] constexpr rule_id rule_behind(code why, act_id<P> act, bool terminated) noexcept {
  if (why == code::session_over && terminated && is_act_of_a_stage<P>(act))
    return rule_of<P, rule::leader_may_terminate>;
  return rule_behind<P>(why);
}

}  // namespace balint
