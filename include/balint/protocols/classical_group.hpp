// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The classical Balint group: no advice, no assessment; the group works on the relationship.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <string_view>

/// What the classical group is declared from.
namespace balint::classical {

using namespace declare;

/// The offices. The presenter is not an office: the role is won in the session.
using group_offices = offices<role::participant, role::leader, role::co_leader, role::supervisor>;

/// A participant who is not the presenter.
using listener = but<role::participant, role::presenter>;

/// The leader, or a co-leader whose case it is not.
using leaders = either<role::leader, but<role::co_leader, role::presenter>>;

// clang-format off
/// The conditions on a group.
using group_conditions = conditions<
    at_least<2, role::participant>,
    somebody<role::leader>,
    no_rival<role::leader>,
    holds_no_other_office<role::supervisor>,
    voluntarily<role::participant>,
    consent_on_record<role::participant>,
    does_not_grade<role::leader>>;

/// The seven stages.
using seven_stages = sequence<
    in<stage::convening,
       may<role::leader, act::restate_rules>>,
    in<stage::call_for_case,
       may<role::participant, act::offer_case>,
       at_least_one<case_id>,
       once<role::leader, act::select_case, after<act::offer_case>>>,
    in<stage::story,
       once<role::presenter, act::tell_story>>,
    in<stage::questions,
       may<either<listener, role::leader>, act::ask>,
       may<role::presenter, act::answer, after<act::ask>>>,
    in<stage::group_work,
       may<role::presenter, act::sit_back>,
       some<either<listener, leaders>, act::speculate>>,
    in<stage::invitation_back,
       once<role::leader, act::invite_back, owed_after<act::sit_back>>,
       may<role::presenter, act::respond, after<act::invite_back>>>,
    in<stage::closing,
       may<either<role::participant, leaders>, act::reflect>>>;

/// The acts that are open throughout.
using acts_throughout = throughout<
    may<role::leader, act::open>,
    may<role::leader, act::advance>,
    may<role::leader, act::cut_short>,
    may<role::leader, act::close>,
    may<either<role::leader, unled<role::participant>>, act::terminate>,
    may<role::anyone, act::withdraw>,
    may<role::anyone, act::drop>,
    may<role::anyone, act::rejoin>,
    may<role::leader, act::hand_over, to<role::co_leader>>,
    may<leaders, act::remind>,
    may<leaders, act::refocus>,
    may<role::anyone, act::flag>,
    may<role::supervisor, act::note>>;
// clang-format on

}  // namespace balint::classical

namespace balint {

/// The classical Balint session. Restating the rules and pushing back are optional: a standing group begins with "Who
/// has a case?", and a school that pushes back records `sit_back`, after which the presenter is invited back. The
/// leader is a member or comes from outside, and never presents. @source domain 3.1
struct classical_group {
  static constexpr std::string_view name = "classical_group", source = "domain 3.1";
  using offices = classical::group_offices;
  using lead = declare::led_by<role::leader, role::co_leader>;
  using presented_by = role::presenter;
  using rules = rule::catalogue::with<rule::no_advice>;
  using formation = classical::group_conditions;
  using order = classical::seven_stages;
  using throughout = classical::acts_throughout;
};

}  // namespace balint
