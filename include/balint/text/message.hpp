// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Messages a person reads: what a refusal or a finding says, what a stage still lacks, what was legal instead.
#include <balint/conformance/finding.hpp>
#include <balint/group/advisory.hpp>
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/base_name.hpp>
#include <balint/session/obligation.hpp>
#include <balint/session/refusal.hpp>
#include <balint/text/advisory_message.hpp>
#include <balint/text/breach_message.hpp>
#include <balint/text/detail/acts_in_words.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/detail/variant.hpp>
#include <balint/text/formation_message.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

namespace detail {

/// What is owed, behind "before" or alone.
template <protocol P>
[[nodiscard]] std::string say_owed(std::string_view kind, const obligation<P>& owed, const pseudonyms& names,
                                   const wording& in) {
  std::string key(kind);
  std::uint64_t n = owed.options;
  switch (owed.owes) {
    case debt::nothing: return {};
    case debt::a_case: key += ".a_case"; break;
    case debt::an_option: key += ".an_option"; break;
    case debt::an_act:
      if (owed.due == quota::per_option) {
        key += ".per_option";
      } else if (owed.due == quota::each || owed.due == quota::each_at_least_once) {
        key += ".each";
        n = owed.by.size();
      } else {
        key += ".once";
      }
  }
  const bool is_act = owed.owes == debt::an_act;
  const auto act = is_act ? say_act<P>(owed.act, in) : std::string();
  const auto lack = is_act ? act_key<P>("lack", owed.act, in) : std::string();
  return fill(key_for(key, n, in), in, fmt::arg("act", act), fmt::arg("people", people(owed.by, names, in)),
              fmt::arg("turn", is_act ? say_turn<P>(owed.act, in) : std::string()),
              fmt::arg("lack", is_act ? fill(lack, in, fmt::arg("act", act)) : std::string()),
              fmt::arg("options", owed.options), fmt::arg("first", owed.first_option.number));
}

/// "once more", "2 more times".
[[nodiscard]] inline std::string say_more(std::uint64_t n, const wording& in) {
  return fill(key_for("more", n, in), in, fmt::arg("n", n));
}
/// "3 votes".
[[nodiscard]] inline std::string say_votes(std::uint64_t n, const wording& in) {
  return fill(key_for("votes", n, in), in, fmt::arg("n", n));
}

/// Why something is refused or found.
template <protocol P>
[[nodiscard]] std::string say_why(std::string_view kind, const fact<P>& what, const pseudonyms& names,
                                  const wording& in) {
  const auto& e = what.what;
  const auto& behind = what.behind;
  const bool known = e.act.index < act_count<P>;
  const bool has_home = is_act_of_a_stage<P>(e.act);
  const auto home = has_home ? fill(act_key<P>("home", e.act, in), in, fmt::arg("number", stage_of<P>(e.act).index + 1))
                             : std::string();
  const auto target = e.template target_as<person_id>();
  return fill(
      key_of<P>(kind, what, names, in), in, fmt::arg("act", say_act<P>(e.act, in)),
      fmt::arg("who", named(e.by, names, in)), fmt::arg("stage", say("stage", name_of<P>(what.stage), in)),
      fmt::arg("home", home), fmt::arg("last", say("stage", P::order::names[P::order::size - 1], in)),
      fmt::arg("doing", known ? say("doing", name_of<P>(e.act), in) : std::string()),
      fmt::arg("do", known ? act_phrase<P>("do", e.act, in) : std::string()),
      fmt::arg("roles", known ? say_roles<P>(e.act, behind.is_led, in) : std::string()),
      fmt::arg("offices", say_offices<P>(behind.roles, in)), fmt::arg("case", in("word.case")),
      fmt::arg("before", known ? say_before<P>(e.act, in) : std::string()),
      fmt::arg("other", named(behind.other, names, in)), fmt::arg("leader", say("role", P::lead::office::name, in)),
      fmt::arg("presenter", say("role", base_name<P>(P::offices::size), in)),
      fmt::arg("case_of", named(target, names, in)), fmt::arg("person", named(target, names, in)),
      fmt::arg("option", e.template target_as<option_id>().number), fmt::arg("votes", say_votes(behind.votes, in)),
      fmt::arg("other_votes", behind.other_votes), fmt::arg("breaches", say_breaches<P>(behind.rules, in)),
      fmt::arg("lacking", say_owed<P>(kind == "finding" ? "before" : "open", what.owed, names, in)),
      fmt::arg("back", length_in_words(behind.back, in)), fmt::arg("line", names.line),
      fmt::arg("earlier", names.earlier_line), fmt::arg("most", max_options));
}

}  // namespace detail

/// What is owed, and by whom: "open turns: p2 and p3 (a vote or a pass)".
template <protocol P>
[[nodiscard]] std::string message(const obligation<P>& owed, const pseudonyms& names, const wording& in = {}) {
  return detail::say_owed<P>("open", owed, names, in);
}

/// Why the session says no.
template <protocol P>
[[nodiscard]] std::string message(const refusal<P>& no, const pseudonyms& names, const wording& in = {}) {
  return detail::say_why<P>("refusal", {no.code, no.rule, no.stage, no.refused, no.owed, no.behind}, names, in);
}

/// What a judge found, and how often it came again in a row.
template <protocol P>
[[nodiscard]] std::string message(const finding<P>& found, const pseudonyms& names, naming how = naming::counted,
                                  const wording& in = {}) {
  if (is_formation_error(found.code))
    return message<P>(formation_error{found.code, found.rule, found.who, found.condition}, names, how, in);
  auto text = detail::say_why<P>("finding", {found.code, found.rule, found.stage, found.what, found.owed, found.behind},
                                 names, in);
  if (found.times < 2) return text;
  text += "; ";
  const bool is_out_of_turn = found.code == code::wrong_stage && is_act_of_a_stage<P>(found.what.act);
  const bool is_mixed = found.is_mixed || in("acts." + std::string(name_of<P>(found.what.act))).empty();
  const auto key = !is_out_of_turn ? "again"
                   : is_mixed      ? "finding.wrong_stage.again.mixed"
                                   : "finding.wrong_stage.again";
  return text + detail::fill(key, in, fmt::arg("more", detail::say_more(found.times - 1, in)),
                             fmt::arg("acts", say("acts", name_of<P>(found.what.act), in)),
                             fmt::arg("home_stage", detail::say_home<P>(found.what.act, in)),
                             fmt::arg("stage", say("stage", name_of<P>(found.stage), in)));
}

namespace detail {
/// Whether something is told with the names of people.
template <typename Thing>
inline constexpr bool is_told = false;
template <typename P>
inline constexpr bool is_told<refusal<P>> = true;
template <typename P>
inline constexpr bool is_told<finding<P>> = true;
template <typename P>
inline constexpr bool is_told<obligation<P>> = true;

template <typename Words>
inline constexpr bool are_words = std::convertible_to<const Words&, const wording&> || std::same_as<Words, naming>;
}  // namespace detail

/// What is told with the names of people: a refusal, a finding, an obligation.
template <typename T>
concept told_of_people = detail::is_told<T>;
/// The words that a message takes: a `wording`, what one is made of, or a `naming`.
template <typename T>
concept words_of_messages = detail::are_words<T>;

/// Of something that is told with the names of people, this says without them what is missing.
template <typename Thing, typename... Others>
  requires(told_of_people<Thing> && !(std::convertible_to<const Others&, const pseudonyms&> || ...))
[[nodiscard]] std::string message(const Thing&, const Others&...) {
  constexpr bool has_names = !told_of_people<Thing>;
  static_assert(has_names,
                "balint: a message names people: give their names in braces after what it is about, as in "
                "`message(refusal, {people.names()})` [not_the_names]");
  return {};
}
/// Of words that are none, this says what they are to be.
template <typename Thing, typename Words>
  requires(told_of_people<Thing> && !words_of_messages<Words>)
[[nodiscard]] std::string message(const Thing&, const pseudonyms&, const Words&) {
  constexpr bool are_words = words_of_messages<Words>;
  static_assert(are_words,
                "balint: words of your own are asked as `std::optional<std::string_view>(std::string_view "
                "key)`, and are constant [not_the_words]");
  return {};
}

/// Acts in a row, as a person reads them; none is an empty text.
template <protocol P>
[[nodiscard]] std::string message(act_set<P> acts, const wording& in = {}) {
  std::vector<std::string> all;
  for (const auto act : acts) all.push_back(say("act", name_of<P>(act), in));
  return detail::listed(all, "word.or", in);
}

/// What was a person's to do instead: the acts of the stage that are among the legal ones. Empty where that says
/// nothing: about a fault of the record, about what was not a person's act of a stage, or to whom listens.
template <protocol P>
[[nodiscard]] std::string instead_message(const finding<P>& found, act_set<P> legal, const pseudonyms& names,
                                          const wording& in = {}) {
  const bool is_order = found.code == code::wrong_stage || found.code == code::too_early;
  const bool is_about_a_turn = is_order || found.code == code::wrong_role || found.code == code::not_supported;
  if (found.event == 0 || found.about == finding_class::record || !is_about_a_turn) return {};
  if (!is_act_of_a_stage<P>(found.what.act)) return {};
  act_set<P> of_the_stage;
  for (const auto act : legal) {
    if (is_act_of_a_stage<P>(act)) of_the_stage.insert(act);
  }
  if (of_the_stage.empty() && found.code != code::wrong_stage) return {};
  return detail::fill(of_the_stage.empty() ? "instead.nothing" : "instead", in,
                      fmt::arg("who", detail::named(found.what.by, names, in)),
                      fmt::arg("acts", message<P>(of_the_stage, in)),
                      fmt::arg("leader", say("role", P::lead::office::name, in)));
}

}  // namespace balint
