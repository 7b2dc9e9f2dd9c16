// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The kinds of deviations that can be planted into a session.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::deviation {

/// What is planted. A later version adds kinds at the end.
enum class kind : std::uint8_t {
  none,  ///< Nothing: a control.
  // Something is missing.
  lost_case,        ///< A case that was presented.
  lost_vote,        ///< A vote.
  lost_selection,   ///< The selection of a case.
  lost_acceptance,  ///< The presenter's agreement.
  lost_story,       ///< The story.
  lost_step,        ///< Another act that is owed once, or by somebody.
  lost_turn,        ///< Somebody's turn of an act that each owes.
  lost_option,      ///< A proposal.
  lost_weighing,    ///< The only assessment or forecast of an option.
  lost_pass,        ///< A turn that was let go by.
  lost_advance,     ///< The word that led to the next stage.
  lost_close,       ///< The close.
  lost_open,        ///< The opening.
  lost_free_act,    ///< An act that nobody waits for, such as a question.
  lost_return,      ///< A return.
  lost_absence,     ///< The word that somebody was away.
  // Something is there twice.
  doubled_turn,     ///< An act that is done exactly once.
  doubled_advance,  ///< The word that leads to the next stage.
  doubled_close,    ///< The close.
  doubled_option,   ///< A proposal.
  doubled_free,     ///< An act that may be done again.
  doubled_pass,     ///< A turn that is let go by.
  doubled_absence,  ///< The word that somebody is away.
  doubled_return,   ///< A return.
  doubled_open,     ///< The opening.
  // Something is there that was not to be.
  outsider,           ///< An act of somebody outside the group.
  unknown_word,       ///< An act that the protocol does not have.
  foreign_role,       ///< An act of the stage by somebody whose part it is not.
  early_word,         ///< An act before that which has to come before it.
  unknown_option,     ///< An option that was not proposed.
  unknown_case,       ///< A case that cannot be there.
  surplus_pass,       ///< A pass by somebody of whom nothing is open.
  surplus_return,     ///< A return of somebody present.
  surplus_lead,       ///< The lead taken while somebody leads.
  surplus_advance,    ///< A move on from the last stage.
  late_open,          ///< An opening in the middle.
  own_case_selected,  ///< The leader's own case is selected first.
  unsupported_case,   ///< A case with fewer votes is selected first.
  too_many_options,   ///< More options than a session holds.
  unattended_move,    ///< The supervisor leaves before a move.
  flag_ignored,       ///< A rule is flagged and nobody is reminded of it.
  flag_answered,      ///< A rule is flagged and a reminder follows.
  flagged_again,      ///< A rule is flagged in two stages, and nobody is reminded of it in time.
  stray_words,        ///< Acts of other stages, by somebody whose part they are not.
  excursion,          ///< Acts of the next stage in the midst of one, by somebody whose part they are not.
  early_advance,      ///< The leader moves on too soon, and the group goes on where it was.
  act_after_leaving,  ///< Somebody leaves for good, and acts.
  close_by_other,     ///< Somebody else than the leader closes before the end.
  terminated_early,   ///< The leader ends the session.
  act_after_end,      ///< The leader ends the session, and it goes on.
  act_after_close,    ///< An act after the close.
  closed_early,       ///< The leader closes before the last stage.
  // Something is another than it was.
  misattributed_turn,  ///< Somebody's turn is put down to somebody who had it before.
  misattributed_move,  ///< A move is put down to somebody who does not lead.
  clock_back,          ///< An event's clock is behind.
  clock_forward,       ///< An event's clock is ahead.
  time_missing,        ///< An event states no time.
  // Something is elsewhere.
  commuted,           ///< Two independent events, the other way round.
  early_turn,         ///< A turn in the stage before.
  quick_turn,         ///< All that a stage is held by, right before the word that leads to it.
  late_turn,          ///< A turn right after the stage was left.
  early_selection,    ///< The selection before the last vote.
  late_advance,       ///< The word that led to the next stage, when that stage has begun.
  belated_advance,    ///< The word that led to the next stage, in the stage after that one.
  stage_left_out,     ///< A stage, and the word that leads to it.
  stage_passed_over,  ///< A stage, but for the word that leads on from it.
  stages_swapped,     ///< Two stages, the other way round.
  last_stage_before,  ///< The last stage is held in the one before it, and the session is closed from there.
  // Something is wrong with the roster.
  person_twice,           ///< Somebody is in it twice.
  crowd,                  ///< More than 64 people.
  few_participants,       ///< Too few participants.
  no_leader,              ///< Nobody leads.
  second_leader,          ///< Two lead.
  supervisor_in_circle,   ///< The supervisor has another office.
  leader_in_circle,       ///< The leader takes part where somebody from outside leads.
  leader_from_outside,    ///< The leader does not take part where a member leads.
  no_supervisor,          ///< Nobody is supervisor.
  supervisor_profession,  ///< A profession that does not supervise.
  consent_refused,        ///< A participant did not agree to take part.
};

/// How many kinds there are, with `none`.
inline constexpr std::size_t kind_count = static_cast<std::size_t>(kind::consent_refused) + 1;

/// What a deviation is a fault of.
enum class origin : std::uint8_t {
  nothing,    ///< Nothing was planted.
  behaviour,  ///< It was done so: the true log has it, too.
  recording,  ///< It was recorded so: the true log does not have it.
};

namespace detail {
/// What is known of a kind without any session.
struct kind_row {
  std::string_view name;
  origin of;
};
// clang-format off
inline constexpr kind_row kind_rows[kind_count]{
    {"none", origin::nothing},
    {"lost_case", origin::recording}, {"lost_vote", origin::recording}, {"lost_selection", origin::recording},
    {"lost_acceptance", origin::recording}, {"lost_story", origin::recording}, {"lost_step", origin::recording},
    {"lost_turn", origin::recording}, {"lost_option", origin::recording}, {"lost_weighing", origin::recording},
    {"lost_pass", origin::recording}, {"lost_advance", origin::recording}, {"lost_close", origin::recording},
    {"lost_open", origin::recording}, {"lost_free_act", origin::recording}, {"lost_return", origin::recording},
    {"lost_absence", origin::recording},
    {"doubled_turn", origin::recording}, {"doubled_advance", origin::recording}, {"doubled_close", origin::recording},
    {"doubled_option", origin::recording}, {"doubled_free", origin::recording}, {"doubled_pass", origin::recording},
    {"doubled_absence", origin::recording}, {"doubled_return", origin::recording}, {"doubled_open", origin::recording},
    {"outsider", origin::behaviour}, {"unknown_word", origin::recording}, {"foreign_role", origin::behaviour},
    {"early_word", origin::behaviour}, {"unknown_option", origin::recording}, {"unknown_case", origin::recording},
    {"surplus_pass", origin::recording}, {"surplus_return", origin::recording}, {"surplus_lead", origin::behaviour},
    {"surplus_advance", origin::recording}, {"late_open", origin::recording}, {"own_case_selected", origin::behaviour},
    {"unsupported_case", origin::behaviour}, {"too_many_options", origin::recording},
    {"unattended_move", origin::behaviour}, {"flag_ignored", origin::behaviour}, {"flag_answered", origin::behaviour},
    {"flagged_again", origin::behaviour}, {"stray_words", origin::behaviour}, {"excursion", origin::behaviour},
    {"early_advance", origin::behaviour},
    {"act_after_leaving", origin::recording}, {"close_by_other", origin::behaviour},
    {"terminated_early", origin::behaviour}, {"act_after_end", origin::behaviour},
    {"act_after_close", origin::recording}, {"closed_early", origin::behaviour},
    {"misattributed_turn", origin::recording}, {"misattributed_move", origin::recording},
    {"clock_back", origin::recording}, {"clock_forward", origin::recording}, {"time_missing", origin::recording},
    {"commuted", origin::recording}, {"early_turn", origin::behaviour}, {"quick_turn", origin::behaviour},
    {"late_turn", origin::behaviour}, {"early_selection", origin::behaviour}, {"late_advance", origin::recording},
    {"belated_advance", origin::recording}, {"stage_left_out", origin::behaviour},
    {"stage_passed_over", origin::behaviour}, {"stages_swapped", origin::behaviour},
    {"last_stage_before", origin::behaviour},
    {"person_twice", origin::recording}, {"crowd", origin::behaviour}, {"few_participants", origin::behaviour},
    {"no_leader", origin::behaviour}, {"second_leader", origin::behaviour},
    {"supervisor_in_circle", origin::behaviour}, {"leader_in_circle", origin::behaviour},
    {"leader_from_outside", origin::behaviour}, {"no_supervisor", origin::behaviour},
    {"supervisor_profession", origin::behaviour}, {"consent_refused", origin::behaviour}};
// clang-format on
}  // namespace detail

/// The name of a kind, as outputs write it.
[[nodiscard]] constexpr std::string_view name_of(kind what) noexcept {
  return detail::kind_rows[static_cast<std::size_t>(what)].name;
}
/// What a kind is a fault of.
[[nodiscard]] constexpr origin origin_of(kind what) noexcept {
  return detail::kind_rows[static_cast<std::size_t>(what)].of;
}
/// The name of an origin, as outputs write it.
[[nodiscard]] constexpr std::string_view name_of(origin of) noexcept {
  constexpr std::string_view names[]{"nothing", "behaviour", "recording"};
  return names[static_cast<std::size_t>(of)];
}
/// Whether a kind is a fault of the roster.
[[nodiscard]] constexpr bool is_of_roster(kind what) noexcept { return what >= kind::person_twice; }

}  // namespace balint::deviation
