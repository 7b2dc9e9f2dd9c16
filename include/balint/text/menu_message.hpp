// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Menus in words, to the person whose they are: what can be done now, and why not the rest.
#include <balint/protocol/clause.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/base_name.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/menu/menu.hpp>
#include <balint/session/obligation.hpp>
#include <balint/text/breach_message.hpp>
#include <balint/text/detail/acts_in_words.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/detail/variant.hpp>
#include <balint/text/message.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

namespace detail {

/// What is owed, to one of those who may be meant: "open turns: p2 and you".
template <protocol P>
[[nodiscard]] std::string say_owed_to(person_id you, const obligation<P>& owed, const pseudonyms& names,
                                      const wording& in) {
  const bool is_yours = owed.owes == debt::an_act && is_owed_by_each(owed.due) && owed.by.contains(you);
  if (!is_yours) return say_owed<P>("open", owed, names, in);
  std::vector<std::string> all;
  for (const auto who : owed.by) {
    if (who != you) all.emplace_back(named(who, names, in));
  }
  all.emplace_back(in("word.you"));
  return fill(key_for("yours.each", owed.by.size(), in), in, fmt::arg("people", listed(all, "word.and", in)),
              fmt::arg("turn", say_turn<P>(owed.act, in)));
}
/// All that is owed before something, one after the other.
template <protocol P>
[[nodiscard]] std::string say_all_owed_to(const menu_entry<P>& entry, const pseudonyms& names, const wording& in) {
  std::string all;
  for (const auto& one : entry.owed) {
    if (!all.empty()) all += in("word.semicolon");
    all += say_owed_to<P>(entry.who, one, names, in);
  }
  return all;
}
/// Acts: "a vote and the selection of a case".
template <protocol P>
[[nodiscard]] std::string say_acts(act_set<P> acts, const wording& in) {
  std::vector<std::string> all;
  for (const auto act : acts) all.push_back(say_act<P>(act, in));
  return listed(all, "word.and", in);
}

/// What the key ends in of why something cannot be done.
template <protocol P>
[[nodiscard]] std::string variant_for_you(const menu_entry<P>& entry, const wording& in) {
  const auto& why = entry.why;
  const auto does = effect_of<P>(entry.act);
  switch (why.code) {
    case code::session_over: return "";
    case code::wrong_stage:
      if (entry.has_home) return entry.home < why.stage ? ".past" : "";
      break;
    case code::too_early: return entry.owed.empty() ? "" : ".all";
    case code::somebody_leads: return why.behind.other == entry.who ? ".you" : "";
    case code::leader_is_presenter: return does == effect::takes_case ? ".takes" : "";
    case code::flag_open:
    case code::supervisor_absent:
    case code::stage_incomplete: return "";
    case code::repeated:
      if (entry.done.empty() || entry.done_by.contains(entry.who) || !entry.done.contains(entry.act)) break;
      if (!entry.done_by.empty()) return ".by";
      break;
    default: break;
  }
  const auto usual = variant_of<P>({why.code, why.rule, why.stage, why.refused, why.owed, why.behind}, {}, in);
  const bool is_of_others = why.code == code::repeated && usual.empty() && !entry.done_by.contains(entry.who);
  return is_of_others ? ".after" : usual;
}

/// The key of what an entry says: whose the act is, where it never is this person's; else what stands against it.
template <protocol P>
[[nodiscard]] std::string key_for_you(const menu_entry<P>& entry, const wording& in) {
  if (entry.is_legal()) return "you.can";
  const auto why = entry.why.code;
  const bool is_over = why == code::session_over || (why == code::absent && entry.why.behind.has_withdrawn);
  if (entry.is_out_of_reach && !is_over && entry.yours.bits() != 0) return "you.never";
  auto key = "you." + std::string(name_of(why)) + variant_for_you<P>(entry, in);
  while (!in.has(key) && key.rfind('.') > 3) key.resize(key.rfind('.'));
  return key;
}

}  // namespace detail

/// What an entry of a menu says to the person whose menu it is: "you can vote now", "you cannot vote yet: votes are
/// stage 2".
template <protocol P>
[[nodiscard]] std::string message(const menu_entry<P>& entry, const pseudonyms& names, const wording& in = {}) {
  const auto& why = entry.why;
  const bool known = entry.act.index < act_count<P>;
  const auto home = entry.has_home ? detail::fill(detail::act_key<P>("home", entry.act, in), in,
                                                  fmt::arg("number", entry.home.index + 1))
                                   : std::string();
  return detail::fill(
      detail::key_for_you<P>(entry, in), in,
      fmt::arg("can", known ? say("can", name_of<P>(entry.act), in) : std::string()), fmt::arg("home", home),
      fmt::arg("last", say("stage", P::order::names[P::order::size - 1], in)),
      fmt::arg("doing", known ? say("doing", name_of<P>(entry.act), in) : std::string()),
      fmt::arg("do", known ? detail::act_phrase<P>("do", entry.act, in) : std::string()),
      fmt::arg("roles", known ? detail::say_roles<P>(entry.act, why.behind.is_led, in) : std::string()),
      fmt::arg("offices", detail::say_offices<P>(entry.yours.bits(), in)), fmt::arg("case", in("word.case")),
      fmt::arg("before", detail::say_acts<P>(entry.waits_for, in)),
      fmt::arg("lacking", detail::say_all_owed_to<P>(entry, names, in)),
      fmt::arg("done", detail::say_acts<P>(entry.done, in)),
      fmt::arg("people", detail::people(entry.done_by, names, in)),
      fmt::arg("other", detail::named(why.behind.other, names, in)),
      fmt::arg("leader", say("role", P::lead::office::name, in)),
      fmt::arg("presenter", say("role", detail::base_name<P>(P::offices::size), in)),
      fmt::arg("case_of", detail::named(why.refused.template target_as<person_id>(), names, in)),
      fmt::arg("votes", detail::say_votes(why.behind.votes, in)), fmt::arg("other_votes", why.behind.other_votes),
      fmt::arg("breaches", detail::say_breaches<P>(why.behind.rules, in)), fmt::arg("most", max_options));
}

/// What a choice on a menu is called: "vote for the case of boris", "assess option 2".
template <protocol P>
[[nodiscard]] std::string choice_message(const event<P>& choice, const pseudonyms& names, const wording& in = {}) {
  if (choice.act.index >= act_count<P>) return std::string(in("you.unknown_act"));
  const auto kind = target_of<P>(choice.act);
  const auto rule = choice.template target_as<rule_id>();
  const bool is_rule = kind == target_kind::rule;
  return detail::fill(detail::act_key<P>("choice", choice.act, in), in,
                      fmt::arg("can", say("can", name_of<P>(choice.act), in)),
                      fmt::arg("target", detail::say_target<P>(choice, names, in)),
                      fmt::arg("who", detail::named(choice.template target_as<person_id>(), names, in)),
                      fmt::arg("number", choice.template target_as<option_id>().number),
                      fmt::arg("rule", is_rule ? say("rule", name_of<P>(rule), in) : std::string()),
                      fmt::arg("breach", is_rule ? detail::say_breach<P>(rule, in) : std::string()));
}

}  // namespace balint
