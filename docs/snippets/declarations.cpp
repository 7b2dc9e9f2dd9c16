// SPDX-License-Identifier: MIT
// Each word of docs/reference/declarations.md, in use.
#include <balint/balint.hpp>

#include <string_view>

using namespace balint;
using namespace balint::declare;

// clang-format off

// Clauses
using may_ask = may<role::participant, act::ask>;
using told_once = once<role::presenter, act::tell_story>;
using some_question = some<role::participant, act::ask>;
using each_votes = each<role::participant, act::vote>;
using each_proposes = each_at_least_once<role::participant, act::propose>;
using all_weighed = per_option<role::participant, act::assess>;
using some_case = at_least_one<case_id>;
using turned_away = outside<role::case_giver>;

// Conditions of a clause
using answered = may<role::presenter, act::answer, after<act::ask>>;
using chosen = once<role::leader, act::select_case, after_all<act::vote>>;
using declined = may<role::presenter, act::decline_case, until<act::accept_case>>;
using invited = once<role::leader, act::invite_back, owed_after<act::sit_back>>;
using looked_back = once<role::presenter, act::self_assess, passable>;
using handed = may<role::leader, act::hand_over, to<role::deputy>>;
using watched = may<role::leader, act::advance, attended_by<role::supervisor>>;
using agreed = once<role::presenter, act::accept_case, upholds<rule::voluntary>>;

// Who
using listeners = but<role::participant, role::presenter>;
using all_who_ask = either<but<role::participant, role::presenter>, role::leader>;
using in_need = unled<role::participant>;

// Parts of a protocol
using closing = in<stage::closing, each<role::participant, act::reflect>>;
using stages = sequence<in<stage::closing, each<role::participant, act::reflect>>>;
using always = throughout<may<role::leader, act::terminate>>;
using given = offices<role::participant, role::leader, role::deputy>;
using leading = led_by<role::leader, role::deputy>;
using asked = conditions<at_least<2, role::participant>, somebody<role::leader>>;

// Conditions on the group: errors
using enough = at_least<2, role::participant>;
using is_led = somebody<role::leader>;
using one_leader = no_rival<role::leader>;
using apart = holds_no_other_office<role::supervisor>;
using guest = comes_from_outside<role::leader, role::participant>;
using member = comes_from_within<role::leader, role::participant>;
using is_watched = supervised_by<role::supervisor>;
using trained = professed<role::supervisor, profession::psychologist, profession::methodologist>;
using willing = voluntarily<role::participant>;

// Conditions on the group: advisories
using experienced = less_experienced_at_most_one_in<role::participant, 5>;
using ten_to_twelve = recommended_size<role::participant, 10, 12>;
using consenting = consent_on_record<role::participant>;
using stated = profession_on_record<role::supervisor>;
using named = office_on_record<role::supervisor>;
using teaching = recommended_profession<role::leader, profession::teacher>;
using ungraded = does_not_grade<role::leader>;

// Effects
using that_none = act_on<no_target, effect::none>;
using that_opens = act_on<no_target, effect::opens>;
using that_makes_case = act_on<no_target, effect::makes_case>;
using that_supports_case = act_on<case_id, effect::supports_case>;
using that_selects_case = act_on<case_id, effect::selects_case>;
using that_takes_case = act_on<no_target, effect::takes_case>;
using that_accepts_case = act_on<no_target, effect::accepts_case>;
using that_declines_case = act_on<no_target, effect::declines_case>;
using that_tells_story = act_on<no_target, effect::tells_story>;
using that_makes_option = act_on<no_target, effect::makes_option>;
using that_weighs_option = act_on<option_id, effect::weighs_option>;
using that_advances = act_on<no_target, effect::advances>;
using that_cuts_short = act_on<no_target, effect::cuts_short>;
using that_closes = act_on<no_target, effect::closes>;
using that_terminates = act_on<no_target, effect::terminates>;
using that_passes = act_on<no_target, effect::passes>;
using that_withdraws = act_on<no_target, effect::withdraws>;
using that_drops = act_on<no_target, effect::drops>;
using that_rejoins = act_on<no_target, effect::rejoins>;
using that_hands_over = act_on<person_id, effect::hands_over>;
using that_takes_lead = act_on<no_target, effect::takes_lead>;
using that_flags = act_on<rule_id, effect::flags>;
using that_reminds = act_on<rule_id, effect::reminds>;
using that_refocuses = act_on<no_target, effect::refocuses>;
// clang-format on

// Those that go together make a protocol.
struct round_of_words {
  static constexpr std::string_view name = "round_of_words";
  using offices = given;
  using lead = leading;
  using presented_by = role::presenter;
  using formation = asked;
  using order = stages;
  using throughout = always::with<may<role::leader, act::close>>;
};
static_assert(well_formed<round_of_words>());

int main() {}
