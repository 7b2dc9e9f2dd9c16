// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a declaration says, in words: who, how often, on which conditions, with which group. A new word of the
/// declarations that has no text here does not compile.
#include <balint/balint.hpp>
#include <balint/text/catalogue.hpp>

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

template <typename Role, typename Except>
std::string who(detail::term<Role, Except>) {
  if constexpr (std::same_as<Except, void>) {
    return role_of<Role>();
  } else {
    return role_of<Role>() + " other than the " + role_of<Except>();
  }
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
    case quota::per_option: return "owed at least once for every option, by any of them";
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

template <unsigned N, typename Role>
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
template <typename Role, unsigned Whole>
std::string group_words(less_experienced_at_most_one_in<Role, Whole>) {
  return "at most one " + role_of<Role>() + " in " + std::to_string(Whole) + " is less experienced";
}
template <typename Role>
std::string group_words(voluntarily<Role>) {
  return "no " + role_of<Role>() + " has refused";
}
template <typename Role, unsigned Low, unsigned High>
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
std::string group_words(does_not_grade<Office>) {
  return "the " + role_of<Office>() + " grades nobody of the group";
}

// ---- after the session ----------------------------------------------------------------------------------------------

inline std::string group_words(notice_passes) { return "nobody passed, which is everybody's right"; }
inline std::string group_words(notice_own_options) { return "every option was weighed by somebody other than its author"; }
template <int Low, int High>
std::string group_words(recommended_minutes<Low, High>) {
  return "a closed session lasted " + std::to_string(Low) + " to " + std::to_string(High) + " minutes";
}
template <int Minutes>
std::string group_words(refocus_in<Minutes>) {
  return "a closed session of " + std::to_string(Minutes) + " minutes or more has a `refocus`";
}

}  // namespace protocol_pages
