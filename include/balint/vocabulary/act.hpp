// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Acts as empty types: what a person does in a session. An act has a name, a source, a target and an effect, and no
/// place for content: what was said stays in the room (@source RUL-3).
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <string_view>
#include <type_traits>

namespace balint {

/// What every act is made of; derive an act of your own from it and add `name` and `source`.
template <typename Target = no_target, effect Does = effect::none>
struct act_on {
  /// What the act is done to: no_target, case_id, option_id, rule_id or person_id.
  using target = Target;
  /// What recording it gives back: the new option's id for an act that makes an option, else nothing.
  using result = std::conditional_t<Does == effect::makes_option, option_id, void>;
  /// What it does to the session.
  static constexpr effect does = Does;
};

}  // namespace balint

/// The acts of the protocols. An act of your own is one more empty type derived from `act_on`.
namespace balint::act {

using std::string_view_literals::operator""sv;  // of a bare literal, every compiler would count the characters

/// A participant presents a case in brief. @source STG-1
struct present_case final : act_on<no_target, effect::makes_case> {
  static constexpr std::string_view name = "present_case"sv, source = "STG-1"sv;
};
/// A voice for a case. @source STG-2
struct vote final : act_on<case_id, effect::supports_case> {
  static constexpr std::string_view name = "vote"sv, source = "STG-2"sv;
};
/// The leader confirms the group's choice of a case. @source STG-2
struct select_case final : act_on<case_id, effect::selects_case> {
  static constexpr std::string_view name = "select_case"sv, source = "STG-2"sv;
};
/// The presenter agrees to be worked with. @source GRP-7
struct accept_case final : act_on<no_target, effect::accepts_case> {
  static constexpr std::string_view name = "accept_case"sv, source = "GRP-7"sv;
};
/// The presenter declines; the selection is undone and the case is out. @source GRP-7
struct decline_case final : act_on<no_target, effect::declines_case> {
  static constexpr std::string_view name = "decline_case"sv, source = "GRP-7"sv;
};
/// The presenter tells the story, from memory. @source STG-3, STG-10
struct tell_story final : act_on<no_target, effect::tells_story> {
  static constexpr std::string_view name = "tell_story"sv, source = "STG-3"sv;
};
/// A question to the presenter. @source STG-3
struct ask final : act_on<> {
  static constexpr std::string_view name = "ask"sv, source = "STG-3"sv;
};
/// The presenter's answer. @source STG-3
struct answer final : act_on<> {
  static constexpr std::string_view name = "answer"sv, source = "STG-3"sv;
};
/// A way to act is proposed and becomes an option. @source STG-4
struct propose final : act_on<no_target, effect::makes_option> {
  static constexpr std::string_view name = "propose"sv, source = "STG-4"sv;
};
/// The expediency of an option, never of a person, is assessed. @source STG-5, RUL-2
struct assess final : act_on<option_id, effect::weighs_option> {
  static constexpr std::string_view name = "assess"sv, source = "STG-5"sv;
};
/// What an option may lead to is forecast. @source STG-5
struct forecast final : act_on<option_id, effect::weighs_option> {
  static constexpr std::string_view name = "forecast"sv, source = "STG-5"sv;
};
/// The presenter says what the discussion gave; nobody answers. @source STG-6
struct self_assess final : act_on<no_target> {
  static constexpr std::string_view name = "self_assess"sv, source = "STG-6"sv;
};

/// The meeting begins. @source house
struct open final : act_on<no_target, effect::opens> {
  static constexpr std::string_view name = "open", source = "house";
};
/// To the next stage, when this one is complete. @source STG-8
struct advance final : act_on<no_target, effect::advances> {
  static constexpr std::string_view name = "advance"sv, source = "STG-8"sv;
};
/// To the next stage although turns are open: the leader ends this discussion. @source RUL-4
struct cut_short final : act_on<no_target, effect::cuts_short> {
  static constexpr std::string_view name = "cut_short", source = "RUL-4";
};
/// The end of a complete session. @source STG-6
struct close final : act_on<no_target, effect::closes> {
  static constexpr std::string_view name = "close"sv, source = "STG-6"sv;
};
/// The end at once, on demand of the leader. @source RUL-4
struct terminate final : act_on<no_target, effect::terminates> {
  static constexpr std::string_view name = "terminate"sv, source = "RUL-4"sv;
};
/// The turn was offered and is let go by. @source GRP-7
struct pass final : act_on<no_target, effect::passes> {
  static constexpr std::string_view name = "pass"sv, source = "GRP-7"sv;
};
/// Leaves for good, which is always open. @source GRP-7
struct withdraw final : act_on<no_target, effect::withdraws> {
  static constexpr std::string_view name = "withdraw"sv, source = "GRP-7"sv;
};
/// Lost the connection or left the room; what is owed is suspended. @source REM-2
struct drop final : act_on<no_target, effect::drops> {
  static constexpr std::string_view name = "drop"sv, source = "REM-2"sv;
};
/// Present again. @source REM-2
struct rejoin final : act_on<no_target, effect::rejoins> {
  static constexpr std::string_view name = "rejoin"sv, source = "REM-2"sv;
};
/// Leadership moves to another person. @source RUL-5
struct hand_over final : act_on<person_id, effect::hands_over> {
  static constexpr std::string_view name = "hand_over"sv, source = "RUL-5"sv;
};
/// Somebody leads from now on, where nobody does. @source VAR-2
struct take_lead final : act_on<no_target, effect::takes_lead> {
  static constexpr std::string_view name = "take_lead", source = "VAR-2";
};
/// The group is reminded of a rule; every open flag of it is answered. @source RUL-6
struct remind final : act_on<rule_id, effect::reminds> {
  static constexpr std::string_view name = "remind"sv, source = "RUL-6"sv;
};
/// The discussion is brought back to the case. @source RSK-2
struct refocus final : act_on<no_target, effect::refocuses> {
  static constexpr std::string_view name = "refocus"sv, source = "RSK-2"sv;
};
/// Somebody says that a rule was broken: software cannot know. @source RUL-6
struct flag final : act_on<rule_id, effect::flags> {
  static constexpr std::string_view name = "flag"sv, source = "RUL-6"sv;
};
/// The supervisor observed the process. @source SUP-2
struct note final : act_on<> {
  static constexpr std::string_view name = "note"sv, source = "SUP-2"sv;
};

/// The supervisor gave professional assistance. @source VAR-3
struct assist final : act_on<> {
  static constexpr std::string_view name = "assist", source = "VAR-3";
};

/// The ground rules are restated. @source domain 3.1
struct restate_rules final : act_on<> {
  static constexpr std::string_view name = "restate_rules"sv, source = "domain 3.1"sv;
};
/// A participant offers a case. @source domain 3.1
struct offer_case final : act_on<no_target, effect::makes_case> {
  static constexpr std::string_view name = "offer_case"sv, source = "domain 3.1"sv;
};
/// The presenter moves out of the circle and listens. @source domain 3.1
struct sit_back final : act_on<> {
  static constexpr std::string_view name = "sit_back"sv, source = "domain 3.1"sv;
};
/// A thought, a feeling or a fantasy about the relationship; no advice. @source domain 3.1
struct speculate final : act_on<> {
  static constexpr std::string_view name = "speculate"sv, source = "domain 3.1"sv;
};
/// The presenter is invited back into the circle. @source domain 3.1
struct invite_back final : act_on<> {
  static constexpr std::string_view name = "invite_back"sv, source = "domain 3.1"sv;
};
/// The presenter responds, with no duty to justify. @source domain 3.1
struct respond final : act_on<> {
  static constexpr std::string_view name = "respond"sv, source = "domain 3.1"sv;
};
/// A word about the session as a whole. @source domain 3.1
struct reflect final : act_on<> {
  static constexpr std::string_view name = "reflect"sv, source = "domain 3.1"sv;
};

/// A participant volunteers as case giver. @source domain 3.2
struct take_case final : act_on<no_target, effect::takes_case> {
  static constexpr std::string_view name = "take_case"sv, source = "domain 3.2"sv;
};
/// The case giver says what the group is asked. @source domain 3.2
struct state_question final : act_on<> {
  static constexpr std::string_view name = "state_question"sv, source = "domain 3.2"sv;
};
/// A guess or an impression about the case. @source domain 3.2
struct hypothesise final : act_on<> {
  static constexpr std::string_view name = "hypothesise"sv, source = "domain 3.2"sv;
};
/// The case giver adds to the hypotheses and corrects them. @source domain 3.2
struct comment final : act_on<> {
  static constexpr std::string_view name = "comment"sv, source = "domain 3.2"sv;
};
/// What an adviser would do in that place. @source domain 3.2
struct suggest final : act_on<> {
  static constexpr std::string_view name = "suggest"sv, source = "domain 3.2"sv;
};
/// The case giver says which hypotheses and suggestions are taken up. @source domain 3.2
struct decide final : act_on<> {
  static constexpr std::string_view name = "decide"sv, source = "domain 3.2"sv;
};
/// What somebody takes away. @source domain 3.2
struct share final : act_on<> {
  static constexpr std::string_view name = "share"sv, source = "domain 3.2"sv;
};

}  // namespace balint::act
