// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the student group and the staff group share: the six stages, the acts throughout, the conditions on the group.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/formation.hpp>
#include <balint/protocol/sequence.hpp>
#include <balint/protocol/session_advisories.hpp>
#include <balint/protocol/who.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

/// The pedagogical Balint group of Rudneva et al. (2019). It is not the classical group (@source DEF-2).
namespace balint::pedagogical {

using namespace declare;

/// The offices of both variants. The presenter is not an office: the role is won in the session.
using group_offices = offices<role::participant, role::leader, role::deputy, role::supervisor>;

/// Who leads; a deputy stands in.
using group_lead = led_by<role::leader, role::deputy>;

/// A participant who is not the presenter.
using listener = but<role::participant, role::presenter>;

// clang-format off
/// The six stages. @source STG-1 to STG-8
using six_stages = sequence<
    in<stage::presentation,
       each<role::participant, act::present_case>,
       at_least_one<case_id>>,
    in<stage::selection,
       each<role::participant, act::vote>,
       may<role::leader, act::vote>,
       once<role::leader, act::select_case, after_all<act::vote>>,
       once<role::presenter, act::accept_case, after<act::select_case>, upholds<rule::voluntary>>,
       may<role::presenter, act::decline_case, after<act::select_case>, until<act::accept_case>>>,
    in<stage::story,
       once<role::presenter, act::tell_story>,
       may<either<listener, role::leader>, act::ask, after<act::tell_story>>,
       may<role::presenter, act::answer, after<act::ask>>>,
    in<stage::proposals,
       each_at_least_once<listener, act::propose>,
       may<either<role::leader, role::presenter>, act::propose>,
       at_least_one<option_id>>,
    in<stage::assessment,
       per_option<listener, act::assess>,
       may<role::leader, act::assess>,
       per_option<listener, act::forecast>,
       may<role::leader, act::forecast>>,
    in<stage::self_assessment,
       once<role::presenter, act::self_assess, passable>>>;

/// The acts that are open throughout. The lead may be handed to Heirs; Moving are conditions on advancing and closing.
template <typename Heirs, typename... Moving>
using acts_throughout = throughout<
    may<role::leader, act::open>,
    may<role::leader, act::advance, Moving...>,
    may<role::leader, act::cut_short, Moving...>,
    may<role::leader, act::close, Moving...>,
    may<either<role::leader, unled<role::participant>>, act::terminate>,
    may<role::participant, act::pass>,
    may<role::anyone, act::withdraw>,
    may<role::anyone, act::drop>,
    may<role::anyone, act::rejoin>,
    may<role::leader, act::hand_over, to<Heirs>>,
    may<role::leader, act::remind>,
    may<role::leader, act::refocus>,
    may<role::anyone, act::flag>,
    may<role::supervisor, act::note>,
    may<role::supervisor, act::assist>>;

/// The conditions of both variants on a group, with More conditions of one variant among them.
template <typename... More>
using group_conditions = conditions<
    at_least<2, role::participant>,
    somebody<role::leader>,
    no_rival<role::leader>,
    holds_no_other_office<role::supervisor>,
    More...,
    voluntarily<role::participant>,
    recommended_size<role::participant, 10, 12>,
    consent_on_record<role::participant>>;

/// The advisories about a session that all variants give.
using session_advisories =
    conditions<notice_passes, notice_own_options, notice_options_of_leader, notice_options_of_presenter,
               notice_grading_leader, notice_cut_stages, recommended_minutes<120, 180>, refocus_in<60>,
               live_within<60, 360>>;
// clang-format on

}  // namespace balint::pedagogical
