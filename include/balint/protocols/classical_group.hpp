// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The classical Balint group: no advice, no assessment; the group works on the relationship.
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

namespace balint::protocols {

using namespace declare;

/// The classical Balint session. Pushing back is optional: a school that does it records `sit_back`. @source domain 3.1
struct classical_group {
  static constexpr std::string_view name = "classical_group", source = "domain 3.1";
  using offices = declare::offices<role::participant, role::leader, role::co_leader, role::supervisor>;
  using lead = led_by<role::leader, role::co_leader>;
  using presented_by = role::presenter;
  using rules = rule::catalogue::with<rule::no_advice>;
  /// A participant who is not the presenter.
  using listener = but<role::participant, role::presenter>;
  /// The leader, or a co-leader whose case it is not.
  using whoever_leads = either<role::leader, but<role::co_leader, role::presenter>>;
  using formation = conditions<
      at_least<2, role::participant>,
      somebody<role::leader>,
      no_rival<role::leader>,
      stands_apart<role::supervisor>,
      comes_from_outside<role::leader, role::participant>,
      voluntarily<role::participant>,
      consent_on_record<role::participant>,
      does_not_grade<role::leader>>;
  using order = sequence<
      in<stage::convening,
         once<role::leader, act::restate_rules>>,
      in<stage::call_for_case,
         may<role::participant, act::offer_case>,
         at_least_one<case_id>,
         once<role::leader, act::select_case, after<act::offer_case>>>,
      in<stage::story,
         once<role::presenter, act::tell_story>>,
      in<stage::questions,
         may<listener, act::ask>,
         may<role::presenter, act::answer, after<act::ask>>>,
      in<stage::group_work,
         may<role::presenter, act::sit_back>,
         some<either<listener, whoever_leads>, act::speculate>>,
      in<stage::invitation_back,
         once<role::leader, act::invite_back>,
         may<role::presenter, act::respond, after<act::invite_back>>>,
      in<stage::closing,
         may<either<role::participant, whoever_leads>, act::reflect>>>;
  using throughout = declare::throughout<
      may<role::leader, act::advance>,
      may<role::leader, act::close>,
      may<role::leader, act::terminate>,
      may<role::anyone, act::withdraw>,
      may<role::anyone, act::drop>,
      may<role::anyone, act::rejoin>,
      may<role::leader, act::hand_over, to<role::co_leader>>,
      may<whoever_leads, act::remind>,
      may<whoever_leads, act::refocus>,
      may<either<whoever_leads, role::supervisor>, act::flag>,
      may<role::supervisor, act::note>>;
};

}  // namespace balint::protocols

namespace balint {
using protocols::classical_group;
}  // namespace balint
