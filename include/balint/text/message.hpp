// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Messages a person reads: what a refusal, a finding, an advisory says, and what would be legal or is owed instead.
#include <balint/conformance/finding.hpp>
#include <balint/group/advisory.hpp>
#include <balint/session/refusal.hpp>
#include <balint/text/catalogue.hpp>
#include <balint/text/language.hpp>

#include <fmt/format.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace balint {

/// The pseudonyms that messages name people by, and how an outsider or an act that the protocol does not know was
/// named.
struct pseudonyms {
  /// The pseudonym of each person of the group, by position.
  std::span<const std::string_view> ids;
  /// Who is not in the group, as the log names them.
  std::string_view outsider = "somebody";
  /// An act that the protocol does not know, as the log names it.
  std::string_view unknown_act = "an unknown act";

  /// What a message calls a person.
  [[nodiscard]] std::string_view operator()(person_id who) const noexcept {
    return who.index < ids.size() ? ids[who.index] : outsider;
  }
};

namespace detail {

template <typename... Args>
[[nodiscard]] std::string fill(std::string_view key, language in, const Args&... args) {
  return fmt::format(fmt::runtime(find_phrase(key, in)), args...);
}

template <typename Set, typename Say>
[[nodiscard]] std::string listed(const Set& set, std::string_view if_empty, Say say_one) {
  std::string text;
  for (const auto id : set) {
    if (!text.empty()) text += ", ";
    text += say_one(id);
  }
  return text.empty() ? std::string(if_empty) : text;
}

[[nodiscard]] inline std::string people(person_set who, const pseudonyms& names, language in) {
  return listed(who, find_phrase("word.nobody", in), [&](person_id id) { return names(id); });
}

template <protocol P>
[[nodiscard]] std::string say_act(act_id act, const pseudonyms& names, language in) {
  return act.index < act_count<P> ? say("act", name_of<P>(act), in) : "\"" + std::string(names.unknown_act) + "\"";
}

template <protocol P>
[[nodiscard]] std::string say_base(std::uint8_t base, language in) {
  if (base < P::offices::size) return say("role", P::offices::names[base], in);
  if constexpr (requires { P::presented_by::name; }) {
    if (base == P::offices::size) return say("role", P::presented_by::name, in);
  }
  return say("role", role::anyone::name, in);
}

/// Who may do an act: the roles that its clauses name.
template <protocol P>
[[nodiscard]] std::string say_roles(act_id act, language in) {
  std::string text;
  for (auto terms = table_of<P>.acts[act.index].who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U)) {
    const auto& term = table_of<P>.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))];
    if (!text.empty()) text += find_phrase("word.or", in);
    const auto role = say_base<P>(term.base, in);
    text += term.except == none
                ? role
                : fill("role.but", in, fmt::arg("role", role), fmt::arg("except", say_base<P>(term.except, in)));
  }
  return text;
}

/// What an act waits for.
template <protocol P>
[[nodiscard]] std::string say_before(act_id act, language in) {
  const auto& row = table_of<P>.acts[act.index];
  if (row.after_all != none) {
    return fill("before.all", in, fmt::arg("act", say("act", name_of<P>(act_id{row.after_all}), in)));
  }
  return listed(act_set{row.after}, "", [&](act_id before) { return say("act", name_of<P>(before), in); });
}

[[nodiscard]] constexpr std::string_view target_suffix(target_kind kind) noexcept {
  switch (kind) {
    case target_kind::none: break;
    case target_kind::case_of: return ".case";
    case target_kind::option: return ".option";
    case target_kind::rule: return ".rule";
    case target_kind::person: return ".person";
  }
  return {};
}

template <protocol P>
[[nodiscard]] std::string key_of(code why, act_id act) {
  std::string key = "refusal.";
  key += name_of(why);
  if (act.index >= act_count<P>) return key;
  const auto& row = table_of<P>.acts[act.index];
  if (why == code::unknown_target) key += target_suffix(row.target);
  if (why == code::wrong_stage && row.does == effect::advances) key += ".advances";
  if (why == code::wrong_stage && row.does == effect::closes) key += ".closes";
  return key;
}

}  // namespace detail

/// What is owed, and by whom.
template <protocol P>
[[nodiscard]] std::string message(const obligation& owed, const pseudonyms& names, language in = language::english) {
  std::string_view key = "owed.once";
  if (owed.owes == debt::a_case) key = "owed.a_case";
  if (owed.owes == debt::an_option) key = "owed.an_option";
  if (owed.owes == debt::an_act && owed.due == quota::per_option) key = "owed.per_option";
  if (owed.owes == debt::an_act && (owed.due == quota::each || owed.due == quota::each_at_least_once))
    key = "owed.each";
  return detail::fill(key, in, fmt::arg("act", detail::say_act<P>(owed.act, names, in)),
                      fmt::arg("people", detail::people(owed.by, names, in)), fmt::arg("options", owed.options),
                      fmt::arg("first", owed.first_option.number));
}

namespace detail {
template <protocol P>
[[nodiscard]] std::string say_why(code why, const event<P>& e, stage_id stage, rule_id rule, const obligation& owed,
                                  const pseudonyms& names, language in) {
  const bool known = e.act.index < act_count<P>;
  const auto home = known ? table_of<P>.acts[e.act.index].home : none;
  return fill(key_of<P>(why, e.act), in, fmt::arg("act", say_act<P>(e.act, names, in)), fmt::arg("who", names(e.by)),
              fmt::arg("stage", say("stage", name_of<P>(stage), in)),
              fmt::arg("home", home == none ? std::string() : say("stage", name_of<P>(stage_id{home}), in)),
              fmt::arg("last", say("stage", P::order::names[P::order::size - 1], in)),
              fmt::arg("roles", known ? say_roles<P>(e.act, in) : std::string()),
              fmt::arg("before", known ? say_before<P>(e.act, in) : std::string()),
              fmt::arg("rule", say("rule", name_of<P>(rule), in)),
              fmt::arg("owed", owed ? message<P>(owed, names, in) : std::string()));
}
}  // namespace detail

/// Why the session says no.
template <protocol P>
[[nodiscard]] std::string message(const refusal<P>& no, const pseudonyms& names, language in = language::english) {
  return detail::say_why<P>(no.code, no.refused, no.stage, no.rule, no.owed, names, in);
}

/// Why a group cannot be formed.
[[nodiscard]] inline std::string message(const formation_error& error, const pseudonyms& names,
                                         language in = language::english) {
  return detail::fill("formation." + std::string(name_of(error.code)), in,
                      fmt::arg("people", detail::people(error.who, names, in)));
}

/// What a judge found.
template <protocol P>
[[nodiscard]] std::string message(const finding<P>& found, const pseudonyms& names, language in = language::english) {
  if (is_formation_error(found.code)) return message(formation_error{found.code, found.rule, found.who}, names, in);
  return detail::say_why<P>(found.code, found.what, found.stage, found.rule, found.owed, names, in);
}

/// Something to think about.
[[nodiscard]] inline std::string message(const advisory& thought, const pseudonyms& names,
                                         language in = language::english) {
  return detail::fill("advisory." + std::string(name_of(thought.code)), in,
                      fmt::arg("people", detail::people(thought.who, names, in)));
}

/// Acts in a row, as a person reads them; none is an empty text.
template <protocol P>
[[nodiscard]] std::string message(act_set acts, language in = language::english) {
  return detail::listed(acts, "", [&](act_id act) { return say("act", name_of<P>(act), in); });
}

}  // namespace balint
