// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Which sentence of the catalogue says what: one code has several sentences, by what happened.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/evidence.hpp>
#include <balint/session/obligation.hpp>
#include <balint/text/detail/acts_in_words.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace balint::detail {

/// What refusals and findings have in common.
template <protocol P>
struct fact {
  balint::code code{};
  rule_id rule{};
  stage_id<P> stage{};
  event<P> what{};
  obligation<P> owed{};
  evidence behind{};
};

/// What an act that nobody may do but the presenter, or the presenter may not, says of a wrong role: the presenter
/// listens while the others do what has words for it, and does not lead.
template <protocol P>
[[nodiscard]] std::string variant_of_role(const fact<P>& f, const wording& in) {
  const auto presenter = static_cast<std::uint8_t>(P::offices::size);
  constexpr auto lead = P::offices::template index<typename P::lead::office>;
  const auto holds = [&f](std::size_t role) { return ((f.behind.roles >> role) & 1U) != 0; };
  bool excludes_the_presenter = false;
  bool is_the_presenters = true;
  bool is_led = false;
  bool is_of_others = false;
  each_term<P>(f.what.act, [&](const term_row& term) {
    const bool excludes = term.except == presenter;
    excludes_the_presenter = excludes_the_presenter || (excludes && holds(term.base));
    is_the_presenters = is_the_presenters && term.base == presenter;
    is_led = is_led || (!excludes && term.base == lead);
    is_of_others = is_of_others || (!excludes && term.base != lead);
  });
  if (excludes_the_presenter && holds(presenter)) {
    const std::string act(name_of<P>(f.what.act));
    if (in.has("do." + act)) return ".presenter." + act;
    const bool leads = effect_of<P>(f.what.act) == effect::takes_lead || (is_led && !is_of_others);
    if (leads && !is_act_of_a_stage<P>(f.what.act)) return ".leads";
  }
  if (is_the_presenters && f.behind.other == nobody) return ".nobody_presents";
  return f.behind.roles == 0 ? ".not_leading" : "";
}

/// What the key of a fact ends in.
template <protocol P>
[[nodiscard]] std::string variant_of(const fact<P>& f, const pseudonyms& names, const wording& in = {}) {
  const auto does = effect_of<P>(f.what.act);
  const bool moves = does == effect::advances || does == effect::cuts_short;
  switch (f.code) {
    case code::session_over: return f.rule == no_rule ? "" : ".terminated";
    case code::unknown_act: return names.line != 0 ? ".line" : "";
    case code::absent:
      return std::string(f.behind.has_withdrawn ? ".left" : "") + (names.earlier_line != 0 ? ".line" : "");
    case code::wrong_stage:
      return is_act_of_a_stage<P>(f.what.act) ? "" : does == effect::closes ? ".closes" : ".moves";
    case code::wrong_role: return variant_of_role<P>(f, in);
    case code::unknown_target:
      switch (target_of<P>(f.what.act)) {
        case target_kind::none: break;
        case target_kind::case_of: return ".case";
        case target_kind::option: return ".option";
        case target_kind::rule: return names.line != 0 ? ".rule.line" : ".rule";
        case target_kind::person: return ".person";
      }
      return "";
    case code::repeated:
      if (moves) return ".moves";
      if (does == effect::opens) return ".opens";
      if (does == effect::selects_case) return ".selects";
      if (does == effect::accepts_case || does == effect::declines_case) return ".settled";
      return f.behind.has_passed ? ".passed" : "";
    case code::stage_incomplete:
      if (moves) return ".moves";
      [[fallthrough]];
    case code::flag_open:
    case code::supervisor_absent: return does == effect::closes ? ".closes" : "";
    case code::stage_skipped: return f.behind.was_elsewhere ? ".elsewhere" : "";
    default: return "";
  }
}

/// The key of a sentence: the most particular one of refusals, if there is any, else of findings.
template <protocol P>
[[nodiscard]] std::string key_of(std::string_view kind, const fact<P>& f, const pseudonyms& names,
                                 const wording& in = {}) {
  const auto whole = "." + std::string(name_of(f.code)) + variant_of<P>(f, names, in);
  for (const auto of : {kind, std::string_view("finding")}) {
    for (auto rest = whole; !rest.empty(); rest.resize(rest.rfind('.'))) {
      if (auto key = std::string(of) + rest; in.has(key)) return key;
    }
  }
  return "";
}

}  // namespace balint::detail
