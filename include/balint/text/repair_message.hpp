// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Repairs in words: what is missing from the record, what in it is unexplained.
#include <balint/alignment/edit.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/text/detail/acts_in_words.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace balint {

/// What an edit says of the record: "p5's agreement is not on record: ask p5 (before event 31)", "event 17 has no place
/// in the protocol". `events` is the length of the trace.
template <protocol P>
[[nodiscard]] std::string message(const edit<P>& change, std::uint64_t events, const pseudonyms& names,
                                  const wording& in = {}) {
  const auto& e = change.what;
  const auto act = detail::say_act<P>(e.act, in);
  const auto target = detail::say_target<P>(e, names, in);
  const auto who = detail::named(e.by, names, in);
  if (change.does == edit<P>::way::remove)
    return detail::fill("edit.remove", in, fmt::arg("act", act + target), fmt::arg("who", who),
                        fmt::arg("at", change.at));
  const auto what =
      detail::fill(detail::act_key<P>("missing", e.act, in), in, fmt::arg("act", act), fmt::arg("target", target),
                   fmt::arg("who", who), fmt::arg("number", e.template target_as<option_id>().number),
                   fmt::arg("target_who", detail::named(e.template target_as<person_id>(), names, in)));
  return detail::fill(change.at > events ? "edit.append" : "edit.insert", in, fmt::arg("at", change.at),
                      fmt::arg("what", what));
}

/// That somebody's turns are missing from the record, in which stages, both included.
template <protocol P>
[[nodiscard]] std::string absence_message(person_id who, stage_id<P> from, stage_id<P> to, const pseudonyms& names,
                                          const wording& in = {}) {
  const std::uint64_t stages = to.index < from.index ? 1U : to.index - from.index + 1U;
  return detail::fill(detail::key_for("away", stages, in), in, fmt::arg("who", detail::named(who, names, in)),
                      fmt::arg("from", from.index + 1), fmt::arg("to", to.index + 1));
}

/// What a repair comes to: so many edits, of which so many are proven to be needed.
[[nodiscard]] inline std::string repair_message(bool is_possible, std::uint64_t edits, std::uint64_t at_least,
                                                const wording& in = {}) {
  const auto key = !is_possible       ? "repair.impossible"
                   : edits == 0       ? "repair.none"
                   : edits > at_least ? "repair.at_most"
                                      : "repair.cost";
  return detail::fill(detail::key_for(key, edits, in), in, fmt::arg("cost", edits), fmt::arg("least", at_least));
}

}  // namespace balint
