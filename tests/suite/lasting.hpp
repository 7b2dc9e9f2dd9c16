// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Cases of what lasts and what does not: a pass in its stage alone, the presenter beyond leaving, options beyond a
/// few.
#include <algorithm>
#include <cstddef>
#include <optional>

#include "tests/suite/trace.hpp"

namespace suite {

/// Where the first event with that effect stands; past the end: nowhere.
template <typename P>
std::size_t first_with(const trace<P>& events, effect does) {
  const auto act = detail::act_with_effect<P>(does);
  return static_cast<std::size_t>(std::ranges::find(events, act, &event<P>::act) - events.begin());
}

/// Somebody passes a turn and takes the next stage's.
template <typename P>
std::optional<case_file<P>> pass_case(const cast<P>& people, const trace<P>& lean) {
  constexpr auto passing = detail::act_with_effect<P>(effect::passes);
  for (std::size_t i = 0; passing.index < act_count<P> && i < lean.size(); ++i) {
    const auto slot = detail::table_of<P>.acts[lean[i].act.index].slot;
    const bool comes_again =
        std::any_of(lean.begin() + static_cast<std::ptrdiff_t>(i), lean.end(), [&](const event<P>& e) {
          return e.by == lean[i].by && e.act != lean[i].act && detail::table_of<P>.acts[e.act.index].exactly_once;
        });
    auto passed = lean;
    passed[i] = detail::raw_event<P>({.by = lean[i].by, .act = passing});
    if (slot == detail::none || !comes_again || judge_trace<P>(people.formed(), passed) != verdict::conforming)
      continue;
    case_file<P> one(people, "a7-a-pass-is-of-its-stage", "Who passed a turn takes that of a later stage", {"A7"},
                     passed);
    one.insert("passing twice", i + 2, passed[i]);
    return one;
  }
  return std::nullopt;
}

/// The presenter withdraws before the story: it is nobody else's to tell.
template <typename P>
std::optional<case_file<P>> presenter_case(const cast<P>& people, const trace<P>& lean) {
  const auto telling = first_with(lean, effect::tells_story);
  const auto withdrawing = detail::act_with_effect<P>(effect::withdraws);
  if (telling == lean.size() || withdrawing.index >= act_count<P>) return std::nullopt;
  const auto story = lean[telling];
  case_file<P> one(people, "grp-7-the-presenter-withdraws",
                   "A presenter who withdraws after the selection stays the presenter", {"GRP-7"},
                   trace<P>(lean.begin(), lean.begin() + static_cast<std::ptrdiff_t>(telling) + 1));
  const auto leaves = detail::raw_event<P>({.by = story.by, .act = withdrawing});
  for (const auto who : people.group().template holders<role::participant>()) {
    auto another = story;
    another.by = who;
    one.keep("then " + people.id(who) + " tells the story", telling, {leaves, another});
  }
  return one;
}

/// More options than a word has bits, each of them weighed.
template <typename P>
std::optional<case_file<P>> many_options_case(const cast<P>& people, const trace<P>& lean) {
  const auto proposing = first_with(lean, effect::makes_option);
  const auto weighing = first_with(lean, effect::weighs_option);
  if (proposing == lean.size() || weighing == lean.size()) return std::nullopt;
  constexpr std::uint16_t many = 66;
  trace<P> events;
  trace<P> weighings;
  for (std::size_t i = 0; i < lean.size(); ++i) {
    const bool weighs = detail::table_of<P>.acts[lean[i].act.index].does == effect::weighs_option;
    if (weighs && detail::raw_target(lean[i]) == 1) weighings.push_back(lean[i]);
    if (!weighs) events.push_back(lean[i]);
    if (i == proposing) events.insert(events.end(), many - 1U, lean[i]);
  }
  const auto options = std::ranges::count(events, lean[proposing].act, &event<P>::act);
  const auto at = weighing + many - 1;
  trace<P> all;
  for (std::uint16_t option = 1; option <= options; ++option) {
    for (auto one : weighings) {
      detail::set_raw_target(one, option);
      all.push_back(one);
    }
  }
  events.insert(events.begin() + static_cast<std::ptrdiff_t>(at), all.begin(), all.end());
  case_file<P> one(people, "stg-5-many-options", "Every option is weighed, also the 65th", {"STG-5"}, events);
  const std::size_t each = weighings.size();
  one.remove("but the 64th", at + 63 * each + 1);
  one.remove("but the 65th", at + 64 * each + 1);
  one.remove("but the last", at + all.size());
  return one;
}

}  // namespace suite
