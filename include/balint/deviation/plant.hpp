// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Plants deviations into a session without a fault: the true log, the recorded log, and what is found in it.
#include <balint/deviation/chronicle.hpp>
#include <balint/deviation/detail/breaches.hpp>
#include <balint/deviation/detail/roster.hpp>
#include <balint/deviation/detail/writing.hpp>
#include <balint/deviation/expectation.hpp>
#include <balint/deviation/kind.hpp>
#include <balint/deviation/plan.hpp>
#include <balint/deviation/table.hpp>
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace balint::deviation {

/// A deviation as it was planted.
struct deviation {
  /// What was planted.
  kind what = kind::none;
  /// Where it is in the true log: the 1-based position of the first event that is changed, or would be; 0: the roster.
  std::uint64_t place_true = 0;
  /// Where it is in the recorded log.
  std::uint64_t place_recorded = 0;
  /// The parameters.
  parameters with{};
  /// Whether a checker can find it: else the log is as any other.
  bool is_observable = false;
  /// Whether its findings are among what must be found: not from where two are too close on.
  bool is_scored = true;
};

/// A session with deviations in it and its ground truth. Names of the roster are views of those that were given.
template <protocol P>
struct labelled {
  /// The people as the log has them.
  std::vector<person<P>> people;
  /// What was done.
  std::vector<event<P>> truth;
  /// What was recorded.
  std::vector<event<P>> recorded;
  /// What was planted; nothing: a control.
  std::vector<deviation> deviations;
  /// What has to be found in the recorded log.
  expectation expected;
};

/// What is planted how often.
struct planting {
  /// How often nothing is planted.
  random::probability controls = random::probability::of(1, 5);
  /// How much of each kind is planted, in proportion, where it can be; that of `none` is not looked at.
  std::array<std::uint32_t, kind_count> weights = [] {
    std::array<std::uint32_t, kind_count> all{};
    all.fill(1);
    return all;
  }();
  /// How wrong a clock is at most.
  time_span clock = time_span::minutes(10);

  /// One kind alone, in every session in which it can be planted.
  [[nodiscard]] static constexpr planting only(kind what) noexcept {
    planting one;
    one.controls = random::probability::never();
    one.weights = {};
    one.weights[static_cast<std::size_t>(what)] = 1;
    return one;
  }
};

namespace detail {
/// The streams of planting.
struct planting_draws {
  random::stream choose;
  random::stream place;
  explicit planting_draws(const random::address& where)
      : choose(where, random::purpose::deviation_choose), place(where, random::purpose::deviation_place) {}
};

/// Draws a kind, then the first event from one that is drawn on where it can be planted; another kind where there is no
/// such event. Nothing: none can be planted. What concerns the whole session is planted alone.
template <protocol P>
[[nodiscard]] std::optional<plan<P>> draw_plan(const chronicle<P>& c, const planting& so, bool is_alone,
                                               planting_draws& from, std::vector<person<P>>& people) {
  auto weights = so.weights;
  weights[0] = 0;
  for (;;) {
    const auto drawn = random::categorical(from.choose, std::span<const std::uint32_t>(weights));
    if (drawn == weights.size()) return {};
    const auto what = static_cast<kind>(drawn);
    const auto word = from.place.bits32();
    const auto most = static_cast<std::uint32_t>(so.clock.milliseconds);
    const time_span by{1 + random::below(from.place, most)};
    weights[drawn] = 0;
    if (is_of_roster(what)) {
      plan<P> p;
      p.what = what;
      auto changed = people;
      if (!is_alone || !change_roster(what, c, word, p, changed)) continue;
      people = std::move(changed);
      return p;
    }
    const std::size_t n = c.size();
    const auto first = n == 0 ? 0 : static_cast<std::size_t>((static_cast<std::uint64_t>(word) * n) >> 32U);
    for (std::size_t k = 0; k < n; ++k) {
      auto p = plan_of(what, c, (first + k) % n, by);
      if (p && p->is_alone && !is_alone) break;
      if (p) return p;
    }
  }
}

/// The events that a plan concerns: its own, and those around it to the next act of a stage on either side.
template <protocol P>
[[nodiscard]] std::pair<std::size_t, std::size_t> region_of(const chronicle<P>& c, const plan<P>& p) {
  if (p.is_alone) return {0, c.size()};
  auto first = p.first;
  auto last = p.last;
  for (const auto& change : p.edits) {
    first = std::min(first, change.at);
    last = std::max(last, change.at);
  }
  while (first > 0) {
    --first;
    if (c.is_of_stage(first)) break;
  }
  while (last < c.size() && !(last > p.last && c.is_of_stage(last))) ++last;
  return {first, last};
}

/// The first event of two regions that touch, from which on nothing is certain; `nowhere`: none do.
[[nodiscard]] inline std::size_t first_touch(std::span<const std::pair<std::size_t, std::size_t>> regions) {
  std::size_t first = nowhere;
  for (std::size_t k = 0; k < regions.size(); ++k) {
    for (std::size_t other = 0; other < k; ++other) {
      if (regions[k].first <= regions[other].second && regions[other].first <= regions[k].second)
        first = std::min({first, regions[k].first, regions[other].first});
    }
  }
  return first;
}

/// Writes both logs and puts together what is expected.
template <protocol P>
[[nodiscard]] labelled<P> carry_out(const chronicle<P>& c, std::span<const plan<P>> plans,
                                    std::vector<person<P>> people) {
  labelled<P> all;
  all.people = std::move(people);
  written_log<P> truth(c, plans, [](const plan<P>& p) { return origin_of(p.what) == origin::behaviour; });
  written_log<P> recorded(c, plans, [](const plan<P>&) { return true; });
  auto& expected = all.expected;
  expected.verdict = c.is_terminated() ? expected_verdict::terminated
                     : c.is_closed()   ? expected_verdict::conforming
                                       : expected_verdict::in_progress;
  std::vector<std::pair<std::size_t, std::size_t>> regions;
  for (const auto& p : plans) regions.push_back(region_of(c, p));
  const auto certain_until = first_touch(regions);
  std::vector<std::uint64_t> idle_closes;
  bool is_judged = true;
  for (std::size_t k = 0; k < plans.size(); ++k) {
    const auto& p = plans[k];
    const bool is_scored = regions[k].second < certain_until;
    all.deviations.push_back({.what = p.what,
                              .place_true = is_of_roster(p.what) ? 0 : truth.position_of(k, p.at),
                              .place_recorded = is_of_roster(p.what) ? 0 : recorded.position_of(k, p.at),
                              .with = p.with,
                              .is_observable = !p.must.empty(),
                              .is_scored = is_scored});
    if (p.what == kind::close_by_other) idle_closes.push_back(recorded.position_of(k, p.at));
    if (p.what == kind::crowd) is_judged = false;
    expected.is_verdict_certain = expected.is_verdict_certain && is_scored && p.is_verdict_certain;
    if (p.verdict < expected.verdict) expected.verdict = p.verdict;
    const auto end = recorded.events().size();
    if (!is_scored) {
      expected.may.push_back({recorded.reached(std::min(certain_until, regions[k].first)), end});
      continue;
    }
    for (const auto& found : p.must)
      expected.must.push_back({recorded.position(k, found.at), found.code, found.about, found.times, k});
    if (p.may_from.at == nowhere) continue;
    const auto from = is_of_roster(p.what) ? 0 : recorded.position(k, p.may_from);
    expected.may.push_back({from, p.may_to.at == nowhere ? end : recorded.position(k, p.may_to)});
  }
  // In the order of events, and as they are where these are the same: there are few, and `stable_sort` of libstdc++ 12
  // warns of itself under clang.
  auto& must = expected.must;
  for (auto one = must.begin(); one != must.end(); ++one)
    std::rotate(std::ranges::upper_bound(must.begin(), one, one->event, {}, &expected_finding::event), one, one + 1);
  all.truth = std::move(truth.events());
  all.recorded = std::move(recorded.events());
  if (is_judged) expected.breaches = breaches_in<P>(all.recorded, idle_closes);
  return all;
}
}  // namespace detail

/// Plants at most one deviation into a session without a fault, whose events were all accepted: the truth is exact. The
/// same address plants the same. Where none of the kinds can be planted the session is a control.
template <protocol P>
[[nodiscard]] labelled<P> plant_one(const group<P>& people, std::span<const person<P>> roster,
                                    std::span<const event<P>> events, const random::address& where,
                                    const planting& so = {}) {
  const chronicle<P> c(people, events);
  detail::planting_draws from(where);
  std::vector<person<P>> listed(roster.begin(), roster.end());
  std::vector<plan<P>> plans;
  if (!random::bernoulli(from.choose, so.controls)) {
    if (auto p = detail::draw_plan(c, so, true, from, listed)) plans.push_back(std::move(*p));
  }
  return detail::carry_out<P>(c, plans, std::move(listed));
}

/// Plants up to so many deviations of single events into a session. Only what is before the first two that are close to
/// each other is among what must be found; from there on more may be found, and the verdict is not certain.
template <protocol P>
[[nodiscard]] labelled<P> plant_some(const group<P>& people, std::span<const person<P>> roster,
                                     std::span<const event<P>> events, const random::address& where,
                                     std::size_t how_many, const planting& so = {}) {
  const chronicle<P> c(people, events);
  detail::planting_draws from(where);
  std::vector<person<P>> listed(roster.begin(), roster.end());
  std::vector<plan<P>> plans;
  if (!random::bernoulli(from.choose, so.controls)) {
    for (std::size_t n = 0; n < how_many; ++n) {
      if (auto p = detail::draw_plan(c, so, false, from, listed)) plans.push_back(std::move(*p));
    }
  }
  return detail::carry_out<P>(c, plans, std::move(listed));
}

}  // namespace balint::deviation
