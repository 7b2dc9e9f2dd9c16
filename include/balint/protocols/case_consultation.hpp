// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Case consultation (kollegiale Fallberatung): eight stages, a moderator from the group, advice and a decision.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <string_view>

/// What the case consultation is declared from.
namespace balint::consultation {

using namespace declare;

/// The offices. The case giver is not an office: the role is won in the session.
using group_offices = offices<role::participant, role::moderator>;

/// A participant whose case it is not.
using adviser = but<role::participant, role::case_giver>;

// clang-format off
/// The conditions on a group.
using group_conditions = conditions<
    at_least<3, role::participant>,
    somebody<role::moderator>,
    no_rival<role::moderator>,
    comes_from_within<role::moderator, role::participant>,
    voluntarily<role::participant>,
    recommended_size<role::participant, 6, 9>,
    consent_on_record<role::participant>>;

/// The eight stages.
using eight_stages = sequence<
    in<stage::casting,
       once<role::participant, act::take_case>>,
    in<stage::account,
       once<role::case_giver, act::tell_story>,
       once<role::case_giver, act::state_question, after<act::tell_story>>>,
    in<stage::questions,
       may<adviser, act::ask>,
       may<role::case_giver, act::answer, after<act::ask>>>,
    in<stage::hypotheses,
       outside<role::case_giver>,
       some<adviser, act::hypothesise>>,
    in<stage::statement,
       once<role::case_giver, act::comment>>,
    in<stage::suggestions,
       outside<role::case_giver>,
       each_at_least_once<adviser, act::suggest>>,
    in<stage::decision,
       once<role::case_giver, act::decide>>,
    in<stage::exchange,
       each<role::participant, act::share>>>;

/// The acts that are open throughout.
using acts_throughout = throughout<
    may<role::moderator, act::open>,
    may<role::moderator, act::advance>,
    may<role::moderator, act::cut_short>,
    may<role::moderator, act::close>,
    may<role::moderator, act::terminate>,
    may<role::participant, act::pass>,
    may<role::anyone, act::withdraw>,
    may<role::anyone, act::drop>,
    may<role::anyone, act::rejoin>,
    may<role::moderator, act::hand_over, to<adviser>>,
    may<role::moderator, act::remind>,
    may<role::moderator, act::refocus>,
    may<role::anyone, act::flag>>;
// clang-format on

}  // namespace balint::consultation

namespace balint {

/// Case consultation among colleagues, after Haug-Benien, in the Heilsbronn line. It is not a Balint group.
/// @source domain 3.2
struct case_consultation {
  static constexpr std::string_view name = "case_consultation", source = "domain 3.2";
  using offices = consultation::group_offices;
  using lead = declare::led_by<role::moderator, role::participant>;  // somebody can always end it
  using presented_by = role::case_giver;
  using formation = consultation::group_conditions;
  using order = consultation::eight_stages;
  using throughout = consultation::acts_throughout;
  using session_advisories = declare::conditions<declare::notice_passes>;
};

}  // namespace balint
