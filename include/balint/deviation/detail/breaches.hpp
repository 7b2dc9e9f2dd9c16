// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Which rules a recorded log says were broken, and how each was answered.
#include <balint/deviation/detail/asking.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace balint::deviation::detail {

/// The flags of a log up to its end, with the first reminder of the rule after each, or the end by termination. Closes
/// that end nothing are given by their positions. What somebody flags who left for good is none. @source protocol.md 5
template <protocol P>
[[nodiscard]] std::vector<expected_breach> breaches_in(std::span<const event<P>> log,
                                                       std::span<const std::uint64_t> idle_closes) {
  std::vector<expected_breach> all;
  std::uint64_t gone = 0;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const auto& e = log[i];
    if (e.act.index >= act_count<P> || e.by.index >= max_people || ((gone >> e.by.index) & 1U) != 0) continue;
    const auto does = table_of<P>.acts.items[e.act.index].does;
    const auto rule = name_of<P>(rule_id{static_cast<std::uint8_t>(balint::detail::raw_target(e))});
    const auto answer = [&](expected_answer how) {
      for (auto& one : all) {
        if (one.answer != expected_answer::none || (how == expected_answer::reminder && one.rule != rule)) continue;
        one.answer = how;
        one.answered_at = i + 1;
      }
    };
    switch (does) {
      case effect::flags: all.push_back({.event = i + 1, .rule = rule}); break;
      case effect::reminds: answer(expected_answer::reminder); break;
      case effect::withdraws: gone |= std::uint64_t{1} << e.by.index; break;
      case effect::terminates: answer(expected_answer::terminated); return all;
      case effect::closes:
        if (std::find(idle_closes.begin(), idle_closes.end(), i + 1) == idle_closes.end()) return all;
        break;
      default: break;
    }
  }
  return all;
}

}  // namespace balint::deviation::detail
