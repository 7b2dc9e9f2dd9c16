// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Walks: sessions by chance, the same in every run, with faults in the group and in what is done; and the edits of a
/// tour.
#include <array>
#include <cstdint>

#include "tests/suite/tour.hpp"

namespace suite {

/// A stream of numbers that is the same everywhere (SplitMix64).
class chance {
 public:
  explicit chance(std::uint64_t seed) : state_(seed) {}
  /// A number below n.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

/// People by chance: mostly a group that can be formed, sometimes one with a fault or two.
template <typename P>
std::vector<person<P>> people_by_chance(std::vector<person<P>> people, chance& by) {
  constexpr std::array<std::string_view, 6> professions{
      "", "teacher", "methodologist", "internship_supervisor", "psychologist", "nurse"};
  for (auto& one : people) {
    if (by.one_in(8)) one.agrees = by.one_in(3) ? consent::refused : consent::not_declared;
    if (by.one_in(3)) one.profession = professions[by.below(professions.size())];
    if (by.one_in(12)) one.less_experienced = true;
    if (by.one_in(12)) one.grades = true;
    if (by.one_in(12)) one.offices.bits |= 1U << by.below(P::offices::size);
  }
  if (by.one_in(10)) people.push_back(people[by.below(people.size())]);
  if (by.one_in(10)) people.erase(people.begin() + static_cast<std::ptrdiff_t>(by.below(people.size())));
  return people;
}

/// A session by chance. Most events are legal and lead on; some are not.
template <typename P>
trace<P> walk(const cast<P>& people, chance& by, std::size_t length) {
  trace<P> events;
  judge<P> following(people.formed());
  instant clock{1'772'467'200'000};
  while (events.size() < length) {
    const auto& now = following.session();
    if (now.is_over() && by.one_in(3)) break;
    trace<P> legal;
    trace<P> forward;
    for (const auto who : now.people().people()) {
      now.each_legal_event(who, [&](const event<P>& e) {
        const auto& row = detail::table_of<P>.acts[e.act.index];
        legal.push_back(e);
        const bool leaves = row.does == effect::declines_case;
        if (row.home != detail::none && !leaves) forward.push_back(e);
        if (row.does == effect::advances || row.does == effect::closes) forward.insert(forward.end(), 3, e);
      });
    }
    auto e = detail::raw_event<P>({.by = {static_cast<std::uint8_t>(by.below(people.group().size()))},
                                   .act = {static_cast<std::uint16_t>(by.below(act_count<P>))}});
    detail::set_raw_target(
        e, static_cast<std::uint16_t>(target_of<P>(e.act) == target_kind::option ? 1 + by.below(now.option_count() + 1)
                                      : target_of<P>(e.act) == target_kind::none ? 0
                                                                                 : by.below(people.group().size())));
    const auto kind = by.below(24);
    if (kind < 18 && !forward.empty()) {
      e = forward[by.below(forward.size())];
    } else if (kind < 21 && !legal.empty()) {
      e = legal[by.below(legal.size())];
      const auto does = detail::table_of<P>.acts[e.act.index].does;
      if ((does == effect::terminates || does == effect::closes) && !by.one_in(6)) continue;
    } else if (kind == 21 && !events.empty()) {
      e = events.back();
    } else if (kind == 22 && by.one_in(3)) {
      by.one_in(2) ? e.by = nobody : e.by;
      e.act = {beyond};
      detail::set_raw_target(e, 0);
    }
    e.at = unstated;
    if (!by.one_in(3)) {
      clock = clock + time_span{static_cast<std::int64_t>(by.below(240'000))};
      e.at = by.one_in(25) ? clock + time_span::minutes(-9) : clock;
    }
    events.push_back(e);
    following.apply(e);
  }
  return events;
}

/// A session by chance in which something is found.
template <typename P>
trace<P> faulty_walk(const cast<P>& people, chance& by) {
  while (true) {
    auto events = walk(people, by, 20 + by.below(50));
    everything_said<P> said;
    judge_trace<P, everything_said<P>&>(people.formed(), events, said);
    if (!said.findings.empty()) return events;
  }
}

/// Every edit of one event of a trace: left out, in its neighbour's place, done twice, done by somebody else.
template <typename P>
void edit_each(case_file<P>& into, const cast<P>& people, const trace<P>& events) {
  for (std::size_t i = 1; i <= events.size(); ++i) {
    const auto& e = events[i - 1];
    const std::string what = std::string(name_of<P>(e.act)) + " at " + std::to_string(i);
    into.remove("without " + what, i);
    if (i < events.size() && !(events[i] == e)) into.swap(what + " after the next", i);
    into.insert(what + " twice", i + 1, e);
    auto other = e;
    other.by = {static_cast<std::uint8_t>((e.by.index + 1U) % people.group().size())};
    into.replace(what + " by somebody else", i, other);
  }
}

}  // namespace suite
