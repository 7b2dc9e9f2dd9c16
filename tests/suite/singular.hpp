// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Cases of what no tour comes near: the clock, strangers, the most people, the most options.
#include <optional>

#include "tests/suite/cells.hpp"
#include "tests/suite/lasting.hpp"

namespace suite {

/// Times that run on, stand still and run back.
template <typename P>
case_file<P> clock_case(const cast<P>& people, const trace<P>& tour) {
  case_file<P> one(people, "code-time_reversed",
                   "Time may stand still but never runs back; what states no time is judged without it", {"REM-1"},
                   trace<P>(tour.begin(), tour.begin() + 6));
  const auto plain = detail::raw_event<P>({.by = people.find("p1"), .act = find_act<P>("drop")});
  const auto at = [&](std::int64_t minutes_later) {
    auto e = plain;
    e.at = tour[5].at + time_span::minutes(minutes_later);
    return e;
  };
  one.keep("the same time", 6, {at(0)});
  one.keep("a minute earlier", 6, {at(-1)});
  auto barely = at(0);
  barely.at = barely.at + time_span{-1};
  one.keep("a millisecond earlier", 6, {barely});
  one.keep("without a time", 6, {plain});
  auto back = at(-1);
  back.act = find_act<P>("rejoin");
  one.keep("earlier than the last that states a time", 6, {plain, back});
  back.at = at(1).at;
  one.keep("a refused event does not move the clock", 6, {at(-1), at(1), back});
  return one;
}

/// Whoever is not of the group, and what is no act.
template <typename P>
case_file<P> stranger_case(const cast<P>& people, const trace<P>& tour) {
  case_file<P> one(people, "code-unknown", "The group is closed, and so is the list of its acts", {"GRP-3"},
                   trace<P>(tour.begin(), tour.begin() + 6));
  const auto stranger = detail::raw_event<P>({.by = nobody, .act = find_act<P>("drop")});
  const auto applause = detail::raw_event<P>({.by = people.find("p1"), .act = {beyond}});
  one.keep("a stranger", 6, {stranger});
  one.keep("a stranger twice", 6, {stranger, stranger});
  one.keep("an act that is none", 6, {applause});
  one.keep("an act that is none, by a stranger", 6, {detail::raw_event<P>({.by = nobody, .act = {beyond}})});
  one.keep("a stranger, an act that is none, a stranger", 6, {stranger, applause, stranger});
  return one;
}

/// As many people as there can be, and one more.
template <typename P>
case_file<P> size_case(const cast<P>& people, const cast<P>& most, const cast<P>& too_many, const trace<P>& tour) {
  case_file<P> one(people, "code-too_many_people", "At most 64 people; with more no event is judged", {"HSE-2"},
                   trace<P>(tour.begin(), tour.begin() + 1));
  one.recast("64 people", most);
  one.recast("65 people", too_many);
  return one;
}

/// With too many people a fault is not looked for.
template <typename P>
case_file<P> unjudged_case(const cast<P>& people, const cast<P>& too_many, const trace<P>& tour) {
  case_file<P> one(people, "code-too_many_people-unjudged",
                   "With more than 64 people no event is judged, whatever it is", {"HSE-2"},
                   {tour[0], detail::raw_event<P>({.by = nobody, .act = find_act<P>("drop")})});
  one.recast("65 people", too_many);
  return one;
}

/// As many options as there can be, and one more.
template <typename P>
std::optional<case_file<P>> options_case(const cast<P>& people, const trace<P>& lean) {
  const auto proposing = detail::act_with_effect<P>(effect::makes_option);
  if (proposing.index >= act_count<P>) return std::nullopt;
  std::size_t before = 0;
  while (!(lean[before].act == proposing)) ++before;
  trace<P> events(lean.begin(), lean.begin() + static_cast<std::ptrdiff_t>(before));
  const auto one_more = lean[before];
  events.insert(events.end(), max_options, one_more);
  case_file<P> one(people, "code-too_many_options", "At most 256 options", {"HSE-4"}, events);
  one.keep("one more", events.size(), {one_more});
  one.keep("one more, twice", events.size(), {one_more, one_more});
  return one;
}

template <typename P>
std::vector<case_file<P>> singular_cases(const cast<P>& people) {
  const auto full = tour(people, true);
  std::vector<case_file<P>> all{clock_case(people, full), stranger_case(people, full)};
  static const auto names = [] {
    std::vector<std::string> made;
    for (int i = 0; i < 65; ++i) made.push_back("extra" + std::to_string(i));
    return made;
  }();
  auto crowd = usual_people<P>();
  for (std::size_t i = 0; crowd.size() < max_people; ++i) crowd.push_back(somebody_with<P>(names[i], {"participant"}));
  const cast<P> most(crowd);
  crowd.push_back(somebody_with<P>(names[64], {"participant"}));
  const cast<P> too_many(crowd);
  all.push_back(size_case(people, most, too_many, full));
  all.push_back(unjudged_case(people, too_many, full));
  const auto lean = tour(people, false);
  for (auto one : {options_case(people, lean), pass_case(people, lean), presenter_case(people, lean),
                   many_options_case(people, lean)}) {
    if (one) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace suite
