// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The catalogue: every text that a person reads, one row each, one column for each language.
#include <balint/text/language.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace balint {

/// A text in every language, by key: `act.vote`, `refusal.absent`, `advisory.passed`, ….
struct phrase {
  /// What it is the text of.
  std::string_view key;
  /// The text, by language.
  std::array<std::string_view, language_count> in;
};

/// The texts. Placeholders in braces are the same in every language; acts are noun phrases.
inline constexpr phrase catalogue[]{
    // Refusals and findings.
    {"refusal.session_over", {"{act} by {who} comes after the end of the session"}},
    {"refusal.time_reversed", {"{act} by {who} is earlier than the event before it"}},
    {"refusal.unknown_person", {"{act} by {who}, who is not in the group"}},
    {"refusal.unknown_act", {"{act} by {who} is no act of this protocol"}},
    {"refusal.absent", {"{act} by {who}, who is absent"}},
    {"refusal.wrong_stage", {"{act} by {who} belongs to the stage {home}, not to {stage}"}},
    {"refusal.wrong_stage.advances", {"{act} by {who} in {stage}: the last stage is closed, not left"}},
    {"refusal.wrong_stage.closes", {"{act} by {who} in {stage}: a session is closed from its last stage, {last}"}},
    {"refusal.wrong_role", {"{act} by {who} in {stage} is for others to do: {roles}"}},
    {"refusal.too_early", {"{act} by {who} comes before {before}"}},
    {"refusal.unknown_target.case", {"{act} by {who} names a case that was not presented or is out"}},
    {"refusal.unknown_target.option", {"{act} by {who} names an option that does not exist"}},
    {"refusal.unknown_target.rule", {"{act} by {who} names a rule that this protocol does not know"}},
    {"refusal.unknown_target.person", {"{act} by {who} names a person who cannot be handed the lead"}},
    {"refusal.repeated", {"{act} by {who} was done before"}},
    {"refusal.nothing_owed", {"{act} by {who}, who owes nothing here"}},
    {"refusal.not_absent", {"{act} by {who}, who is present"}},
    {"refusal.leader_is_presenter", {"{act} by {who}: the case is the leader's own; the lead is handed over first"}},
    {"refusal.not_supported", {"{act} by {who}: another case has more votes"}},
    {"refusal.too_many_options", {"{act} by {who}: there are as many options as a session can hold"}},
    {"refusal.flag_open", {"{act} by {who} with a flag not answered: a reminder of the rule comes first"}},
    {"refusal.supervisor_absent", {"{act} by {who} with no supervisor present"}},
    {"refusal.stage_incomplete", {"{act} by {who}: the stage {stage} is not complete; {owed}"}},
    {"refusal.flagged", {"{who} flagged a breach of the rule {rule}"}},

    // What is owed.
    {"owed.each", {"{act} is still owed by {people}"}},
    {"owed.once", {"{act} is still owed"}},
    {"owed.per_option", {"{act} is still owed for {options} of the options, first for option {first}"}},
    {"owed.a_case", {"no case was presented"}},
    {"owed.an_option", {"no option was proposed"}},
    {"before.all", {"everybody gave or passed {act}"}},

    // Repairs: what is missing, what does not belong.
    {"edit.insert", {"{why}: add {act} by {who} before event {at}"}},
    {"edit.append", {"{why}: add {act} by {who} at the end"}},
    {"edit.remove", {"event {at} does not fit there: take out {act} by {who}"}},
    {"target.case", {" for the case of {who}"}},
    {"target.option", {" of option {number}"}},
    {"target.rule", {" of the rule {rule}"}},
    {"target.person", {" to {who}"}},
    {"missing", {"{act} by {who} is missing"}},
    {"missing.present_case", {"{who} has not presented a case"}},
    {"missing.vote", {"{who} has not voted"}},
    {"missing.select_case", {"no case is selected there"}},
    {"missing.accept_case", {"{who} has not agreed to be worked with"}},
    {"missing.tell_story", {"{who} has not told the story"}},
    {"missing.propose", {"{who} has not proposed"}},
    {"missing.assess", {"the option is not assessed"}},
    {"missing.forecast", {"the option has no forecast"}},
    {"missing.self_assess", {"{who} has not assessed what the discussion gave"}},
    {"missing.advance", {"the stage is not left"}},
    {"missing.close", {"the session is not closed"}},
    {"missing.pass", {"{who} did not take the turn"}},
    {"missing.withdraw", {"{who} takes no further part"}},
    {"missing.drop", {"{who} is not heard of for a while"}},
    {"missing.rejoin", {"{who} acts again"}},
    {"missing.hand_over", {"another leads from there"}},
    {"cause.group", {"the group itself"}},
    {"cause.stages_moved", {"stages were skipped or came in another order"}},
    {"cause.stage_not_left", {"nobody said that a stage was left"}},
    {"cause.ended_early", {"the session was closed before its last stage, or went on after its end"}},
    {"cause.owed", {"something owed was left open"}},
    {"cause.unanswered_flag", {"a flag was not answered"}},
    {"cause.breach", {"a person in office said that a rule was broken"}},
    {"cause.misplaced", {"something that could not be recorded there"}},
    {"repair.none", {"nothing to repair"}},
    {"repair.cost", {"nearest conforming trace: changes {cost}"}},
    {"repair.at_most", {"a conforming trace, perhaps not the nearest: changes {cost}, at least {least} are needed"}},
    {"repair.impossible", {"no change of events mends a group that cannot be formed"}},

    // Formation errors.
    {"formation.duplicate_person", {"an id stands twice: {people}"}},
    {"formation.too_many_people", {"more than 64 people: no event can be judged"}},
    {"formation.too_few_participants", {"too few participants for a group"}},
    {"formation.no_leader", {"nobody leads"}},
    {"formation.several_leaders", {"more than one leads: {people}"}},
    {"formation.supervisor_takes_part", {"a supervisor holds another office: {people}"}},
    {"formation.leader_must_be_teacher", {"the leader is a participant: {people}"}},
    {"formation.leader_must_be_member", {"the leader is not a participant: {people}"}},
    {"formation.no_supervisor", {"there is no supervisor"}},
    {"formation.supervisor_profession", {"not one of the professions that may supervise: {people}"}},
    {"formation.too_many_less_experienced", {"more participants are less experienced than the protocol allows"}},
    {"formation.condition_broken", {"a condition of the protocol on its group is broken"}},
    {"formation.not_voluntary", {"a participant does not consent: {people}"}},

    // Advisories: something to think about, never a mark.
    {"advisory.group_size", {"the number of participants is outside the recommended range"}},
    {"advisory.consent_not_declared", {"consent is not on record: {people}"}},
    {"advisory.leader_profession", {"the leader's profession is not on record as one that the source names"}},
    {"advisory.dual_role", {"the leader also grades members of the group"}},
    {"advisory.passed", {"a turn was passed, which is everybody's right: {people}"}},
    {"advisory.own_option_only", {"an option was weighed by its author alone: {people}"}},
    {"advisory.session_length", {"the session was shorter or longer than recommended"}},
    {"advisory.no_refocus", {"a long session without one refocus: losing the focus is to be expected"}},

    // Verdicts.
    {"verdict.conforming", {"conforming"}},
    {"verdict.in_progress", {"in progress"}},
    {"verdict.terminated", {"terminated by its leader, as is the leader's right"}},
    {"verdict.different", {"something different: stages were skipped or reordered"}},
    {"verdict.rule_violation", {"rules were not kept"}},

    // Stages.
    {"stage.presentation", {"presentation"}},
    {"stage.selection", {"selection"}},
    {"stage.story", {"story"}},
    {"stage.proposals", {"proposals"}},
    {"stage.assessment", {"assessment"}},
    {"stage.self_assessment", {"self-assessment"}},
    {"stage.convening", {"convening"}},
    {"stage.call_for_case", {"call for a case"}},
    {"stage.questions", {"questions"}},
    {"stage.group_work", {"group work"}},
    {"stage.invitation_back", {"invitation back"}},
    {"stage.closing", {"closing"}},
    {"stage.casting", {"casting"}},
    {"stage.account", {"account"}},
    {"stage.hypotheses", {"hypotheses"}},
    {"stage.statement", {"statement"}},
    {"stage.suggestions", {"suggestions"}},
    {"stage.decision", {"decision"}},
    {"stage.exchange", {"exchange"}},

    // Acts.
    {"act.present_case", {"presenting a case"}},
    {"act.vote", {"a vote"}},
    {"act.select_case", {"the selection of a case"}},
    {"act.accept_case", {"the presenter's acceptance"}},
    {"act.decline_case", {"the presenter's declining"}},
    {"act.tell_story", {"the story"}},
    {"act.ask", {"a question"}},
    {"act.answer", {"an answer"}},
    {"act.propose", {"a proposal"}},
    {"act.assess", {"an assessment"}},
    {"act.forecast", {"a forecast"}},
    {"act.self_assess", {"the self-assessment"}},
    {"act.advance", {"advancing"}},
    {"act.close", {"closing"}},
    {"act.terminate", {"terminating"}},
    {"act.pass", {"a pass"}},
    {"act.withdraw", {"withdrawing"}},
    {"act.drop", {"dropping out"}},
    {"act.rejoin", {"rejoining"}},
    {"act.hand_over", {"handing over the lead"}},
    {"act.remind", {"a reminder"}},
    {"act.refocus", {"a refocus"}},
    {"act.flag", {"a flag"}},
    {"act.note", {"a note"}},
    {"act.restate_rules", {"restating the rules"}},
    {"act.offer_case", {"offering a case"}},
    {"act.sit_back", {"sitting back"}},
    {"act.speculate", {"speculating"}},
    {"act.invite_back", {"inviting the presenter back"}},
    {"act.respond", {"responding"}},
    {"act.reflect", {"reflecting"}},
    {"act.take_case", {"bringing a case"}},
    {"act.state_question", {"stating the question"}},
    {"act.hypothesise", {"a hypothesis"}},
    {"act.comment", {"the case giver's comment"}},
    {"act.suggest", {"a suggestion"}},
    {"act.decide", {"the case giver's decision"}},
    {"act.share", {"sharing"}},

    // Roles.
    {"role.participant", {"participant"}},
    {"role.leader", {"leader"}},
    {"role.deputy", {"deputy"}},
    {"role.supervisor", {"supervisor"}},
    {"role.presenter", {"presenter"}},
    {"role.co_leader", {"co-leader"}},
    {"role.moderator", {"moderator"}},
    {"role.case_giver", {"case giver"}},
    {"role.anyone", {"anyone"}},
    {"role.but", {"{role} other than the {except}"}},

    // Rules.
    {"rule.respect", {"respect"}},
    {"rule.no_criticism", {"no criticism of persons"}},
    {"rule.confidentiality", {"confidentiality"}},
    {"rule.leader_may_terminate", {"the leader may terminate"}},
    {"rule.leader_enforces", {"the leader answers for the rules"}},
    {"rule.from_memory", {"from memory"}},
    {"rule.own_case", {"one's own case"}},
    {"rule.no_single_solution", {"no single solution"}},
    {"rule.voluntary", {"taking part is voluntary"}},
    {"rule.closed_group", {"a closed group"}},
    {"rule.stage_order", {"the order of the stages"}},
    {"rule.everyone_takes_part", {"everyone takes part"}},
    {"rule.every_option_weighed", {"every option is weighed"}},
    {"rule.joint_selection", {"the case is selected together"}},
    {"rule.roles", {"each office does what is its own"}},
    {"rule.less_experienced_share", {"the share of the less experienced"}},
    {"rule.supervisor_present", {"a supervisor is present"}},
    {"rule.live", {"people meet live"}},
    {"rule.no_advice", {"no advice"}},

    // Small words.
    {"word.nobody", {"nobody"}},
    {"word.or", {" or "}},
};

/// The text of a key, or an empty one if the catalogue has none.
[[nodiscard]] constexpr std::string_view find_phrase(std::string_view key, language in = language::english) noexcept {
  for (const auto& row : catalogue) {
    if (row.key == key) return row.in[static_cast<std::size_t>(in)];
  }
  return {};
}

/// A word as a person reads it: `say("act", "tell_story")`. A word of your own reads as its name with spaces.
[[nodiscard]] inline std::string say(std::string_view kind, std::string_view name, language in = language::english) {
  std::string key(kind);
  key += '.';
  key += name;
  if (const auto text = find_phrase(key, in); !text.empty()) return std::string(text);
  std::string plain(name);
  for (auto& c : plain) {
    if (c == '_') c = ' ';
  }
  return plain;
}

}  // namespace balint
