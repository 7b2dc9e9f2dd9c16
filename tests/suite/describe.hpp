// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A declaration as JSON: what an implementation in any language reads its tables from. A new word of the declarations
/// that has no JSON here does not compile.
#include <balint/balint.hpp>
#include <balint/conformance/judge.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "tests/suite/trace.hpp"

namespace suite {

using namespace balint;
using namespace balint::declare;

// ---- who ------------------------------------------------------------------------------------------------------------

template <typename Role, typename Except, bool Unled>
json who_of(detail::term<Role, Except, Unled>) {
  object one;
  one.add("role", Role::name);
  if constexpr (!std::same_as<Except, void>) one.add("but", Except::name);
  if constexpr (Unled) one.add("unled", json{"true"});
  return one.on_one_line();
}
template <typename... Terms>
json who_of(detail::term_list<Terms...>) {
  return list({who_of(Terms{})...});
}
template <typename Who>
json who_of() {
  return who_of(typename detail::terms_of<Who>::type{});
}

// ---- clauses --------------------------------------------------------------------------------------------------------

constexpr std::string_view word_of(quota due) {
  switch (due) {
    case quota::may: return "may";
    case quota::once: return "once";
    case quota::some: return "some";
    case quota::each: return "each";
    case quota::each_at_least_once: return "each_at_least_once";
    case quota::per_option: return "per_option";
  }
  return {};
}
constexpr std::string_view word_of(target_kind kind) {
  switch (kind) {
    case target_kind::none: return "none";
    case target_kind::case_of: return "case";
    case target_kind::option: return "option";
    case target_kind::rule: return "rule";
    case target_kind::person: return "to";
  }
  return {};
}
constexpr std::string_view word_of(effect does) {
  switch (does) {
    case effect::none: return "none";
    case effect::opens: return "opens";
    case effect::makes_case: return "makes_case";
    case effect::supports_case: return "supports_case";
    case effect::selects_case: return "selects_case";
    case effect::takes_case: return "takes_case";
    case effect::accepts_case: return "accepts_case";
    case effect::declines_case: return "declines_case";
    case effect::tells_story: return "tells_story";
    case effect::makes_option: return "makes_option";
    case effect::weighs_option: return "weighs_option";
    case effect::advances: return "advances";
    case effect::cuts_short: return "cuts_short";
    case effect::closes: return "closes";
    case effect::terminates: return "terminates";
    case effect::passes: return "passes";
    case effect::withdraws: return "withdraws";
    case effect::drops: return "drops";
    case effect::rejoins: return "rejoins";
    case effect::hands_over: return "hands_over";
    case effect::takes_lead: return "takes_lead";
    case effect::flags: return "flags";
    case effect::reminds: return "reminds";
    case effect::refocuses: return "refocuses";
  }
  return {};
}
constexpr std::string_view word_of(held holds) {
  switch (holds) {
    case held::by_type: return "by_type";
    case held::by_machine: return "by_machine";
    case held::by_advisory: return "by_advisory";
    case held::by_person: return "by_person";
  }
  return {};
}

template <typename Act>
void condition(object& row, after<Act>) {
  row.add("after", Act::name);
}
template <typename Act>
void condition(object& row, after_all<Act>) {
  row.add("after_all", Act::name);
}
template <typename Act>
void condition(object& row, until<Act>) {
  row.add("until", Act::name);
}
template <typename Act>
void condition(object& row, owed_after<Act>) {
  row.add("owed_after", Act::name);
}
inline void condition(object& row, passable) { row.add("passable", json{"true"}); }
template <typename Who>
void condition(object& row, to<Who>) {
  row.add("to", who_of<Who>());
}
template <typename Role>
void condition(object& row, attended_by<Role>) {
  row.add("attended_by", Role::name);
}
template <typename Rule>
void condition(object&, upholds<Rule>) {}

template <quota Due, typename Who, typename Act, typename... Conditions>
json clause_of(clause<Due, Who, Act, Conditions...>*) {
  object row;
  row.add("act", Act::name).add("who", who_of<Who>()).add("due", word_of(Due));
  if (Due != quota::may) row.add("rule", clause<Due, Who, Act, Conditions...>::rule::name);
  (condition(row, Conditions{}), ...);
  return row.on_one_line();
}

template <typename Stage, typename... Items>
json stage_of(in<Stage, Items...>) {
  std::vector<json> clauses;
  std::vector<json> needs;
  std::vector<json> outside;
  const auto add = [&]<typename Item>() {
    if constexpr (detail::is_clause<Item>) {
      clauses.push_back(clause_of(static_cast<Item*>(nullptr)));
    } else if constexpr (requires { typename Item::thing; }) {
      needs.push_back(value(std::same_as<typename Item::thing, case_id> ? "case" : "option"));
    } else {
      outside.push_back(value(Item::role::name));
    }
  };
  (add.template operator()<Items>(), ...);
  object row;
  row.add("stage", Stage::name).add("source", Stage::source);
  if (!needs.empty()) row.add("needs", list(needs));
  if (!outside.empty()) row.add("outside", list(outside));
  return row.add("clauses", lines(clauses)).on_one_line();
}
template <typename... Ins>
json stages_of(sequence<Ins...>) {
  return lines({stage_of(Ins{})...});
}
template <typename... Clauses>
json throughout_of(throughout<Clauses...>) {
  return lines({clause_of(static_cast<Clauses*>(nullptr))...});
}

// ---- the group ------------------------------------------------------------------------------------------------------

template <typename... Words>
json names_of() {
  return list({value(Words::name)...});
}
template <std::int64_t N, typename Role>
void asks(object& row, at_least<N, Role>) {
  row.add("asks", "number").add("role", Role::name).add("low", N);
}
template <typename Office>
void asks(object& row, somebody<Office>) {
  row.add("asks", "number").add("role", Office::name).add("low", 1);
}
template <typename Office>
void asks(object& row, no_rival<Office>) {
  row.add("asks", "number").add("role", Office::name).add("high", 1);
}
template <typename Office>
void asks(object& row, holds_no_other_office<Office>) {
  row.add("asks", "holds_no_other_office").add("role", Office::name);
}
template <typename Office, typename Other>
void asks(object& row, comes_from_outside<Office, Other>) {
  row.add("asks", "comes_from_outside").add("role", Office::name).add("other", Other::name);
}
template <typename Office, typename Other>
void asks(object& row, comes_from_within<Office, Other>) {
  row.add("asks", "comes_from_within").add("role", Office::name).add("other", Other::name);
}
template <typename Office>
void asks(object& row, supervised_by<Office>) {
  row.add("asks", "number").add("role", Office::name).add("low", 1);
}
template <typename Office, typename... Professions>
void asks(object& row, professed<Office, Professions...>) {
  row.add("asks", "stated_profession").add("role", Office::name).add("professions", names_of<Professions...>());
}
template <typename Role, std::int64_t Whole>
void asks(object& row, less_experienced_at_most_one_in<Role, Whole>) {
  row.add("asks", "less_experienced_at_most_one_in").add("role", Role::name).add("count", Whole);
}
template <typename Role>
void asks(object& row, voluntarily<Role>) {
  row.add("asks", "voluntarily").add("role", Role::name);
}
template <typename Role, std::int64_t Low, std::int64_t High>
void asks(object& row, recommended_size<Role, Low, High>) {
  row.add("asks", "number").add("role", Role::name).add("low", Low).add("high", High);
}
template <typename Role>
void asks(object& row, consent_on_record<Role>) {
  row.add("asks", "consent_on_record").add("role", Role::name);
}
template <typename Office>
void asks(object& row, profession_on_record<Office>) {
  row.add("asks", "profession_on_record").add("role", Office::name);
}
template <typename Office>
void asks(object& row, office_on_record<Office>) {
  row.add("asks", "number").add("role", Office::name).add("low", 1);
}
template <typename Office, typename... Professions>
void asks(object& row, recommended_profession<Office, Professions...>) {
  row.add("asks", "profession").add("role", Office::name).add("professions", names_of<Professions...>());
}
template <typename Office>
void asks(object& row, does_not_grade<Office>) {
  row.add("asks", "does_not_grade").add("role", Office::name);
}
inline void asks(object& row, notice_passes) { row.add("asks", "no_pass"); }
inline void asks(object& row, notice_own_options) { row.add("asks", "weighed_by_another"); }
inline void asks(object& row, notice_options_of_leader) { row.add("asks", "no_option_of_leader"); }
inline void asks(object& row, notice_options_of_presenter) { row.add("asks", "no_option_of_presenter"); }
inline void asks(object& row, notice_grading_leader) { row.add("asks", "nothing_weighed_by_grading_leader"); }
inline void asks(object& row, notice_cut_stages) { row.add("asks", "no_stage_cut_short"); }
inline void asks(object& row, attended_throughout) { row.add("asks", "attended_throughout"); }
template <int Low, int High>
void asks(object& row, recommended_minutes<Low, High>) {
  row.add("asks", "minutes").add("low", Low).add("high", High);
}
template <int Minutes>
void asks(object& row, refocus_in<Minutes>) {
  row.add("asks", "refocus_in").add("low", Minutes);
}
template <int Silence, int Whole>
void asks(object& row, live_within<Silence, Whole>) {
  row.add("asks", "live_within").add("silence", Silence).add("whole", Whole);
}
template <typename Condition>
json condition_of() {
  object row;
  asks(row, Condition{});
  if constexpr (requires { Condition::error; }) {
    row.add("error", name_of(Condition::error)).add("rule", Condition::rule::name);
  } else {
    row.add("advisory", name_of(Condition::advises));
  }
  return row.on_one_line();
}
template <typename... Conditions>
json conditions_of(conditions<Conditions...>) {
  return lines({condition_of<Conditions>()...});
}
template <typename P>
json session_advisories_of() {
  if constexpr (requires { typename P::session_advisories; }) return conditions_of(typename P::session_advisories{});
  return {"[]"};
}
template <typename Office, typename... StandIns>
json lead_of(led_by<Office, StandIns...>) {
  return object().add("office", Office::name).add("stand_ins", names_of<StandIns...>()).on_one_line();
}

// ---- findings -------------------------------------------------------------------------------------------------------

/// A code that is asked about events: the rule behind it and the class of its findings, and where either depends on the
/// event, how.
template <typename P>
json code_of(code why) {
  const auto of_a_stage = detail::raw_event<P>({.act = {[] {
                                                  std::uint16_t act = 0;
                                                  while (!is_act_of_a_stage<P>(act_id<P>{act})) ++act;
                                                  return act;
                                                }()}});
  const auto rule = [&](bool terminated) { return rule_or_null<P>(rule_behind<P>(why, of_a_stage.act, terminated)); };
  const auto about = [&](bool terminated) { return name_of(class_of<P>(why, of_a_stage, terminated)); };
  object row;
  row.add("code", name_of(why));
  if (why != code::stage_incomplete) row.add("rule", rule(false));
  row.add("class", about(false));
  if (about(true) != about(false))
    row.add("after_terminate", object().add("rule", rule(true)).add("class", about(true)).on_one_line());
  const auto of_a_move =
      name_of(class_of<P>(why, detail::raw_event<P>({.act = detail::act_with_effect<P>(effect::advances)}), false));
  if (of_a_move != about(false)) row.add("of_a_move", of_a_move);
  return row.on_one_line();
}
/// The errors that no condition of a declaration states: too many people, and one of them twice.
template <typename P>
std::vector<json> errors_of_any_group() {
  static constexpr std::size_t too_many = max_people + 1;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < too_many; ++i) ids.push_back("p" + std::to_string(i));
  ids.push_back(ids.front());
  std::vector<person<P>> people;
  for (const auto& id : ids) people.push_back({.id = id, .offices = {}});
  std::vector<json> errors;
  for (const auto& error : form<P>(people).errors) {
    if (error.code != code::duplicate_person && error.code != code::too_many_people) continue;
    errors.push_back(object()
                         .add("code", name_of(error.code))
                         .add("rule", rule_or_null<P>(error.rule))
                         .add("class", name_of(class_of<P>(error.code, {}, false)))
                         .on_one_line());
  }
  return errors;
}

// ---- the whole ------------------------------------------------------------------------------------------------------

/// The description of protocol P, as `protocols/NAME.json` holds it.
template <typename P>
std::string description() {
  std::vector<json> offices;
  for (const auto name : P::offices::names) offices.push_back(value(name));
  std::vector<json> rules;
  using all_rules = rules_of<P>;
  for (std::size_t i = 0; i < all_rules::size; ++i) {
    rules.push_back(object()
                        .add("rule", all_rules::names[i])
                        .add("source", all_rules::sources[i])
                        .add("held", word_of(all_rules::holding[i]))
                        .on_one_line());
  }
  std::vector<json> acts;
  for (std::uint16_t i = 0; i < act_count<P>; ++i) {
    const auto& row = detail::table_of<P>.acts[i];
    acts.push_back(object()
                       .add("act", name_of<P>(act_id<P>{i}))
                       .add("target", word_of(row.target))
                       .add("effect", word_of(row.does))
                       .add("carries", json{row.carries ? "true" : "false"})
                       .add("source", source_of<P>(act_id<P>{i}))
                       .on_one_line());
  }
  std::vector<json> codes = errors_of_any_group<P>();
  for (std::size_t i = 0; i < code_count && !is_formation_error(static_cast<code>(i)); ++i)
    codes.push_back(code_of<P>(static_cast<code>(i)));
  return object()
      .add("format", format)
      .add("protocol", P::name)
      .add("source", P::source)
      .add("offices", list(offices))
      .add("lead", lead_of(typename P::lead{}))
      .add("presenter", P::presented_by::name)
      .add("most_people", max_people)
      .add("most_options", max_options)
      .add("formation", conditions_of(typename P::formation{}))
      .add("stages", stages_of(typename P::order{}))
      .add("throughout", throughout_of(typename P::throughout{}))
      .add("session_advisories", session_advisories_of<P>())
      .add("acts", lines(acts))
      .add("rules", lines(rules))
      .add("codes", lines(codes))
      .on_lines()
      .text;
}

}  // namespace suite
