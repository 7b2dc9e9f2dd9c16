// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The rule behind each refusal.
#include <balint/protocol/lookup.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/rule.hpp>

namespace balint {

/// The rule of protocol P behind a refusal. `stage_incomplete` has the rule of what is owed instead.
template <protocol P>
[[nodiscard]] constexpr rule_id rule_behind(code why) noexcept {
  switch (why) {
    case code::time_reversed:
    case code::absent:
    case code::not_absent: return rule_of<P, rule::live>;
    case code::unknown_person: return rule_of<P, rule::closed_group>;
    case code::wrong_role:
    case code::unknown_target:
    case code::leader_is_presenter: return rule_of<P, rule::roles>;
    case code::nothing_owed: return rule_of<P, rule::everyone_takes_part>;
    case code::not_supported: return rule_of<P, rule::joint_selection>;
    case code::too_many_options: return rule_of<P, rule::every_option_weighed>;
    case code::flag_open: return rule_of<P, rule::leader_enforces>;
    case code::supervisor_absent: return rule_of<P, rule::supervisor_present>;
    default: return rule_of<P, rule::stage_order>;
  }
}

}  // namespace balint
