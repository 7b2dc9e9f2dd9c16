// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a declaration says, in words: who, how often, on which conditions, with which group. A new word of the
/// declarations that has no text here does not compile.
#include <balint/balint.hpp>
#include <balint/text/wording.hpp>

#include <string>
#include <string_view>

namespace protocol_pages {

using namespace balint;
using namespace balint::declare;

template <typename Word>
std::string code_of() {
  return "`" + std::string(Word::name) + "`";
}
template <typename Role>
std::string role_of() {
  return say("role", Role::name);
}
inline std::string joined(std::string all, std::string_view between, std::string one) {
  if (one.empty()) return all;
  return all.empty() ? one : all + std::string(between) + one;
}

// ---- who ------------------------------------------------------------------------------------------------------------

template <typename Role, typename Except, bool Unled>
std::string who(detail::term<Role, Except, Unled>) {
  auto text = role_of<Role>();
  if constexpr (!std::same_as<Except, void>) text += " other than the " + role_of<Except>();
  return Unled ? text + " while nobody leads" : text;
}
template <typename... Terms>
std::string who(detail::term_list<Terms...>) {
  std::string all;
  ((all = joined(all, ", or ", who(Terms{}))), ...);
  return all;
}
template <typename Who>
std::string who() {
  return who(typename detail::terms_of<Who>::type{});
}

// ---- how often ------------------------------------------------------------------------------------------------------

constexpr std::string_view how_often(quota due) {
  switch (due) {
    case quota::may: return "may";
    case quota::once: return "owed once";
    case quota::some: return "owed at least once, by any of them";
    case quota::each: return "owed once by each";
    case quota::each_at_least_once: return "owed at least once by each";
    case quota::per_option:
      return "owed at least once for every option, by any of them; others who may do not discharge it";
  }
  return "";
}

// ---- on what conditions ---------------------------------------------------------------------------------------------

template <typename Act>
std::string condition(after<Act>) {
  return "after " + code_of<Act>();
}
template <typename Act>
std::string condition(after_all<Act>) {
  return "after everybody who owes " + code_of<Act>() + " has done it or passed";
}
template <typename Act>
std::string condition(until<Act>) {
  return "until " + code_of<Act>();
}
template <typename Act>
std::string condition(owed_after<Act>) {
  return "owed only after " + code_of<Act>();
}
inline std::string condition(passable) { return "a pass discharges it"; }
template <typename Who>
std::string condition(to<Who>) {
  return "to " + who<Who>();
}
template <typename Role>
std::string condition(attended_by<Role>) {
  return "while a " + role_of<Role>() + " is present";
}
template <typename Rule>
std::string condition(upholds<Rule>) {
  return "left open, it breaks the rule " + code_of<Rule>();
}
template <quota Due, typename Who, typename Act, typename... Conditions>
std::string conditions_of(clause<Due, Who, Act, Conditions...>*) {
  std::string all;
  ((all = joined(all, "; ", condition(Conditions{}))), ...);
  return all;
}

// ---- what a stage asks beside its acts ------------------------------------------------------------------------------

inline std::string beside(at_least_one<case_id>) { return "At least one case is owed."; }
inline std::string beside(at_least_one<option_id>) { return "At least one option is owed."; }
template <typename Role>
std::string beside(outside<Role>) {
  return "The " + role_of<Role>() + " is outside the circle, hears, and does nothing.";
}

// ---- by which source ------------------------------------------------------------------------------------------------

/// The source of an act. That a case is voted for, and that votes bind, is how this house reads the source.
template <typename Act>
std::string source_of_act() {
  return std::string(Act::source) + (std::same_as<Act, act::vote> ? ", house" : "");
}
/// The source of a condition on a group: of what another field asks of the lead, that of the protocol.
template <typename P>
constexpr std::string_view source_of_condition(code why) {
  if (why == code::leader_must_be_member && P::source.starts_with("domain")) return P::source;
  switch (why) {
    case code::too_few_participants: return "house";
    case code::no_leader:
    case code::several_leaders: return "RUL-5";
    case code::supervisor_takes_part: return "SUP-2";
    case code::leader_takes_part: return "VAR-1";
    case code::leader_must_be_member: return "VAR-2";
    case code::no_supervisor:
    case code::supervisor_profession: return "VAR-3";
    case code::not_voluntary: return "GRP-7";
    default: return "house";
  }
}

// ---- the group ------------------------------------------------------------------------------------------------------

inline std::string said(std::string_view profession) {
  std::string plain(profession);
  for (auto& c : plain) {
    if (c == '_') c = ' ';
  }
  return plain;
}
template <typename... Professions>
std::string professions() {
  std::string all;
  ((all = joined(all, " or ", said(Professions::name))), ...);
  return all;
}

template <std::int64_t N, typename Role>
std::string group_words(at_least<N, Role>) {
  return "at least " + std::to_string(N) + " with the office " + role_of<Role>();
}
template <typename Office>
std::string group_words(somebody<Office>) {
  return "somebody is " + role_of<Office>();
}
template <typename Office>
std::string group_words(no_rival<Office>) {
  return "not more than one is " + role_of<Office>();
}
template <typename Office>
std::string group_words(holds_no_other_office<Office>) {
  return "a " + role_of<Office>() + " holds no other office";
}
template <typename Office, typename Other>
std::string group_words(comes_from_outside<Office, Other>) {
  return "the " + role_of<Office>() + " is no " + role_of<Other>();
}
template <typename Office, typename Other>
std::string group_words(comes_from_within<Office, Other>) {
  return "the " + role_of<Office>() + " is a " + role_of<Other>() + " too";
}
template <typename Office>
std::string group_words(supervised_by<Office>) {
  return "somebody is " + role_of<Office>();
}
template <typename Office, typename... Professions>
std::string group_words(professed<Office, Professions...>) {
  return "the " + role_of<Office>() + ", where a profession is stated, is a " + professions<Professions...>();
}
template <typename Role, std::int64_t Whole>
std::string group_words(less_experienced_at_most_one_in<Role, Whole>) {
  return "at most one " + role_of<Role>() + " in " + std::to_string(Whole) + " is less experienced";
}
template <typename Role>
std::string group_words(voluntarily<Role>) {
  return "no " + role_of<Role>() + " has refused";
}
template <typename Role, std::int64_t Low, std::int64_t High>
std::string group_words(recommended_size<Role, Low, High>) {
  return std::to_string(Low) + " to " + std::to_string(High) + " with the office " + role_of<Role>();
}
template <typename Role>
std::string group_words(consent_on_record<Role>) {
  return "every " + role_of<Role>() + "'s consent is on record";
}
template <typename Office, typename... Professions>
std::string group_words(recommended_profession<Office, Professions...>) {
  return "the " + role_of<Office>() + " is a " + professions<Professions...>();
}
template <typename Office>
std::string group_words(profession_on_record<Office>) {
  return "the profession of the " + role_of<Office>() + " is on record";
}
template <typename Office>
std::string group_words(office_on_record<Office>) {
  return "somebody is " + role_of<Office>() + ", as far as the record says";
}
template <typename Office>
std::string group_words(does_not_grade<Office>) {
  return "the " + role_of<Office>() + " grades nobody of the group";
}

// ---- the session ----------------------------------------------------------------------------------------------

inline std::string group_words(notice_passes) { return "nobody passed, which is everybody's right"; }
inline std::string group_words(notice_own_options) {
  return "every option was weighed by somebody other than its author";
}
inline std::string group_words(notice_options_of_leader) { return "no option is the leader's"; }
inline std::string group_words(notice_options_of_presenter) { return "no option is the presenter's"; }
inline std::string group_words(notice_grading_leader) {
  return "a leader who grades members of the group weighed no option";
}
inline std::string group_words(notice_cut_stages) { return "no stage was cut short, which is the leader's right"; }
inline std::string group_words(attended_throughout) { return "a supervisor was present all the time"; }
template <int Silence, int Whole>
std::string group_words(live_within<Silence, Whole>) {
  return "no more than " + std::to_string(Silence) + " minutes lie between two events, and no more than " +
         std::to_string(Whole / 60) + " hours in all";
}
template <int Low, int High>
std::string group_words(recommended_minutes<Low, High>) {
  return "a closed session lasted " + std::to_string(Low) + " to " + std::to_string(High) + " minutes";
}
template <int Minutes>
std::string group_words(refocus_in<Minutes>) {
  return "a closed session of " + std::to_string(Minutes) + " minutes or more has a `refocus`";
}

}  // namespace protocol_pages
