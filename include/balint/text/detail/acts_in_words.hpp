// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Acts and roles of a protocol in words: who may do what, what comes before it, whose turn it is.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/base_name.hpp>
#include <balint/protocol/detail/declared.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint::detail {

/// What an act does; nothing for one that P does not know.
template <protocol P>
[[nodiscard]] constexpr effect effect_of(act_id<P> act) noexcept {
  return act.index < act_count<P> ? table_of<P>.acts[act.index].does : effect::none;
}
/// "a vote"; of an act that P does not have, that it is none.
template <protocol P>
[[nodiscard]] std::string say_act(act_id<P> act, const wording& in) {
  return act.index < act_count<P> ? say("act", name_of<P>(act), in) : std::string(in("word.unknown_act"));
}
/// The stage of an act; empty for one that belongs to none.
template <protocol P>
[[nodiscard]] std::string say_home(act_id<P> act, const wording& in) {
  return is_act_of_a_stage<P>(act) ? say("stage", name_of<P>(stage_of<P>(act)), in) : std::string();
}
/// The key of an act in one of the catalogue's columns of acts, or of the text for acts that have none there.
template <protocol P>
[[nodiscard]] std::string act_key(std::string_view column, act_id<P> act, const wording& in) {
  std::string key(column);
  key += '.';
  key += name_of<P>(act);
  return in.has(key) ? key : std::string(column);
}
/// The text of an act there, as it stands.
template <protocol P>
[[nodiscard]] std::string act_phrase(std::string_view column, act_id<P> act, const wording& in) {
  return std::string(in(act_key<P>(column, act, in)));
}

/// Calls f with each term of those who may do an act.
template <protocol P, typename F>
void each_term(act_id<P> act, F f) {
  for (auto terms = table_of<P>.acts[act.index].who; terms != 0; terms &= static_cast<std::uint16_t>(terms - 1U))
    f(table_of<P>.terms.rows[static_cast<std::size_t>(std::countr_zero(terms))]);
}
/// Who does an act: "participants and the leader". `is_led`: those who do it only while nobody leads are left out.
template <protocol P>
[[nodiscard]] std::string say_roles(act_id<P> act, bool is_led, const wording& in) {
  std::uint32_t bases = 0;
  each_term<P>(act, [&](const term_row& term) {
    if (!term.unled || !is_led) bases |= std::uint32_t{1} << term.base;
  });
  std::vector<std::string> roles;
  for (; bases != 0; bases &= bases - 1)
    roles.push_back(say("roles", base_name<P>(static_cast<std::uint8_t>(std::countr_zero(bases))), in));
  return listed(roles, "word.and", in);
}
/// What somebody is: "a participant and the presenter". Bit i: the i-th office, the one behind them: the presenter.
template <protocol P>
[[nodiscard]] std::string say_offices(std::uint32_t roles, const wording& in) {
  std::vector<std::string> all;
  for (std::uint8_t base = 0; base <= P::offices::size; ++base) {
    if (((roles >> base) & 1U) != 0) all.push_back(say("is", base_name<P>(base), in));
  }
  return listed(all, "word.and", in);
}

/// What a turn may be: "a vote or a pass".
template <protocol P>
[[nodiscard]] std::string say_turn(act_id<P> act, const wording& in) {
  const bool may_pass = act_with_effect<P>(effect::passes).index < act_count<P>;
  return fill(may_pass ? "turn.pass" : "turn", in, fmt::arg("act", say_act<P>(act, in)));
}
/// What an act waits for.
template <protocol P>
[[nodiscard]] std::string say_before(act_id<P> act, const wording& in) {
  const auto& row = table_of<P>.acts[act.index];
  if (row.after_all != none) return fill("after.all", in, fmt::arg("turn", say_turn<P>({row.after_all}, in)));
  std::vector<std::string> acts;
  for (const auto before : act_set<P>{row.after}) acts.push_back(say_act<P>(before, in));
  return listed(acts, "word.and", in);
}

/// What an event is done to, in words; empty where its act has no target.
template <protocol P>
[[nodiscard]] std::string say_target(const event<P>& e, const pseudonyms& names, const wording& in) {
  switch (target_of<P>(e.act)) {
    case target_kind::none: break;
    case target_kind::case_of:
      return fill("target.case", in, fmt::arg("who", detail::named(e.template target_as<person_id>(), names, in)));
    case target_kind::option:
      return fill("target.option", in, fmt::arg("number", e.template target_as<option_id>().number));
    case target_kind::rule:
      return fill("target.rule", in, fmt::arg("rule", say("rule", name_of<P>(e.template target_as<rule_id>()), in)));
    case target_kind::person:
      return fill("target.person", in, fmt::arg("who", detail::named(e.template target_as<person_id>(), names, in)));
  }
  return {};
}

}  // namespace balint::detail
