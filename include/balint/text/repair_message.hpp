// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The edits of a repair in words: what is missing and where it goes, what does not belong where it stands.
#include <balint/alignment/edit.hpp>
#include <balint/text/message.hpp>

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace balint {

namespace detail {
/// What an event is done to, in words; empty where its act has no target.
template <protocol P>
[[nodiscard]] std::string say_target(const event<P>& e, const pseudonyms& names, language in) {
  switch (target_of<P>(e.act)) {
    case target_kind::none: break;
    case target_kind::case_of:
      return fill("target.case", in, fmt::arg("who", names(e.template target_as<person_id>())));
    case target_kind::option: return fill("target.option", in, fmt::arg("number", e.target));
    case target_kind::rule:
      return fill("target.rule", in, fmt::arg("rule", say("rule", name_of<P>(e.template target_as<rule_id>()), in)));
    case target_kind::person:
      return fill("target.person", in, fmt::arg("who", names(e.template target_as<person_id>())));
  }
  return {};
}
}  // namespace detail

/// What to change: "p3 has not proposed: add a proposal by p3 before event 31". `events` is the length of the trace.
template <protocol P>
[[nodiscard]] std::string message(const edit<P>& change, std::uint64_t events, const pseudonyms& names,
                                  language in = language::english) {
  const bool goes = change.does == edit<P>::way::remove;
  const auto act = detail::say_act<P>(change.what.act, names, in) + detail::say_target<P>(change.what, names, in);
  const auto who = names(change.what.by);
  if (goes)
    return detail::fill("edit.remove", in, fmt::arg("act", act), fmt::arg("who", who), fmt::arg("at", change.at));
  std::string key = "missing.";
  key += name_of<P>(change.what.act);
  const auto why = find_phrase(key, in).empty() ? "missing" : std::string_view(key);
  return detail::fill(change.at > events ? "edit.append" : "edit.insert", in, fmt::arg("act", act),
                      fmt::arg("who", who), fmt::arg("at", change.at),
                      fmt::arg("why", detail::fill(why, in, fmt::arg("who", who), fmt::arg("act", act))));
}

}  // namespace balint
