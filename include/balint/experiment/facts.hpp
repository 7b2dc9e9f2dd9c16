// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is counted of a simulated session: who spoke, how often, how long each stage took. It says nothing about
/// people.
#include <balint/experiment/blocks/plan.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/event.hpp>
#include <balint/simulation/outcome.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/vocabulary/time.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::experiment {

/// What was counted of one person.
struct member_facts {
  /// How often this person had the floor: acts without anybody else's in between are one turn.
  std::uint32_t turns = 0;
  /// How many events are this person's.
  std::uint32_t events = 0;
  /// How often this person let a turn go by.
  std::uint32_t passes = 0;
  /// How often this person tried what the session refused.
  std::uint32_t refused = 0;

  friend constexpr bool operator==(const member_facts&, const member_facts&) = default;
};

/// The metrics of every session, before those of the stages.
inline constexpr std::string_view metrics_of_a_session[]{
    "minutes", "events", "turns", "gini", "aba", "passes", "silences", "refused", "closed", "terminated", "truncated"};

/// The metrics of sessions of P that `session_facts` knows the values of: `minutes`, `events`, `turns`, `gini` (how
/// unevenly turns are spread over the group: 0 for evenly), `aba` (of the turns from the third on, those of who had the
/// turn before last), `passes`, `silences`, `refused`, `closed`, `terminated`, `truncated`, then `minutes_STAGE` for
/// each stage.
template <protocol P>
[[nodiscard]] std::vector<metric> session_metrics() {
  using enum metric_kind;
  constexpr metric_kind kinds[]{span, count, count, fraction, fraction, count, count, count, yes_no, yes_no, yes_no};
  std::vector<metric> all;
  for (std::size_t i = 0; i < std::size(kinds); ++i) all.push_back({std::string(metrics_of_a_session[i]), kinds[i]});
  for (const auto name : P::order::names) all.push_back({"minutes_" + std::string(name), span});
  return all;
}

/// Counts a simulated session of P, event by event.
template <protocol P>
class session_facts {
 public:
  /// Nothing happened yet.
  explicit session_facts(const group<P>& people) noexcept : size_(people.size()) {}

  /// Takes an event that was recorded while the session was in a stage; it began at 0.
  void on_event(const event<P>& e, stage_id<P> during) noexcept {
    auto& who = members_[e.by.index];
    ++who.events;
    if (balint::detail::table_of<P>.acts[e.act.index].does == effect::passes) {
      ++who.passes;
      ++passes_;
    }
    if (e.by != last_) {
      ++who.turns;
      ++turns_;
      if (turns_ > 2 && e.by == before_last_) ++returns_;
      before_last_ = std::exchange(last_, e.by);
    }
    stages_[during.index] += e.at.since_epoch - until_;
    until_ = e.at.since_epoch;
  }
  /// Takes an event that was refused.
  void on_refused(const event<P>& e) noexcept { ++members_[e.by.index].refused; }

  /// How many people the group has.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// What was counted of a person.
  [[nodiscard]] const member_facts& of(person_id who) const noexcept { return members_[who.index]; }
  /// How many turns there were.
  [[nodiscard]] std::uint32_t turns() const noexcept { return turns_; }
  /// How many turns were let go by.
  [[nodiscard]] std::uint32_t passes() const noexcept { return passes_; }
  /// How long a stage took, up to the event that left it.
  [[nodiscard]] time_span in(stage_id<P> stage) const noexcept { return {stages_[stage.index]}; }
  /// How unevenly turns are spread over the group, in millionths: 0 for evenly, and without turns.
  [[nodiscard]] std::int64_t gini() const noexcept {
    if (turns_ == 0) return 0;
    plain_array<std::uint32_t, max_people> sorted{};
    for (std::size_t i = 0; i < size_; ++i) sorted[i] = members_[i].turns;
    std::sort(&sorted[0], &sorted[0] + size_);
    std::int64_t weighted = 0;
    const auto n = static_cast<std::int64_t>(size_);
    for (std::int64_t i = 0; i < n; ++i) weighted += (2 * i + 1 - n) * sorted[static_cast<std::size_t>(i)];
    return weighted * 1'000'000 / (n * turns_);
  }
  /// Of the turns from the third on, how many are of who had the turn before last, in millionths.
  [[nodiscard]] std::int64_t aba() const noexcept {
    return turns_ < 3 ? 0 : std::int64_t{returns_} * 1'000'000 / (turns_ - 2);
  }

  /// The values of `session_metrics<P>()`, into the first places of a list; it came out so.
  void values(const simulation::outcome& came_out, std::span<std::int64_t> into) const noexcept {
    const auto is = [&](simulation::stop why) { return std::int64_t{came_out.why == why}; };
    const std::int64_t all[]{came_out.length.milliseconds,
                             came_out.events,
                             turns_,
                             gini(),
                             aba(),
                             passes_,
                             came_out.silences,
                             came_out.refused,
                             is(simulation::stop::closed),
                             is(simulation::stop::terminated),
                             std::int64_t{is_truncated(came_out.why)}};
    static_assert(std::size(all) == std::size(metrics_of_a_session));
    std::copy(std::begin(all), std::end(all), into.begin());
    for (std::size_t i = 0; i < P::order::size; ++i) into[std::size(all) + i] = stages_[i];
  }

 private:
  std::size_t size_;
  plain_array<member_facts, max_people> members_{};
  plain_array<std::int64_t, P::order::size> stages_{};
  std::int64_t until_ = 0;
  std::uint32_t turns_ = 0, passes_ = 0, returns_ = 0;
  person_id last_ = nobody, before_last_ = nobody;
};

}  // namespace balint::experiment
