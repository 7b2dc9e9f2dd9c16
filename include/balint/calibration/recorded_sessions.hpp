// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What recorded sessions show of the parameters of players: turns with their candidates, counts, durations.
#include <balint/calibration/detail/choice_model.hpp>
#include <balint/group/group.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/session/session.hpp>
#include <balint/simulation/moment.hpp>
#include <balint/simulation/pulls.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::calibration {

namespace detail {
struct recorded_access;
}  // namespace detail

/// How often something happened that could have.
struct count {
  /// How often it happened.
  std::size_t times = 0;
  /// How often it could have.
  std::size_t of = 0;

  /// Once more it could have, and did or did not.
  constexpr void add(bool happened) noexcept {
    ++of;
    times += happened ? 1U : 0U;
  }
  friend constexpr bool operator==(const count&, const count&) = default;
};

/// A person of a group.
struct member {
  /// The group.
  std::string group;
  /// The person.
  std::string person;

  friend auto operator<=>(const member&, const member&) = default;
};

/// What is gathered from recorded sessions of protocol P, one after the other.
template <protocol P>
class recorded_sessions {
 public:
  /// Takes in a session of a group: the names of its people in the order of the roster, and what was recorded. Groups
  /// and people that were seen before are the same again. An event that the session refuses is counted and left out.
  void add(std::string_view group, std::span<const std::string> names, const balint::group<P>& people,
           std::span<const event<P>> events) {
    ++sessions_;
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < people.size(); ++i)
      numbers.push_back(number_of({std::string(group), i < names.size() ? names[i] : std::to_string(i)}));
    session<P> now(people);
    simulation::moment<P> seen;
    seen.look_at(now);
    bool has_begun = false;
    for (const auto& e : events) {
      const auto stage = now.stage();
      auto then = now;
      if (e.by.index >= people.size() || !then.attempt(e)) {
        ++refused_;
        continue;
      }
      if (is_talk(stage, e.act)) take_turn(now, seen, numbers, e);
      if (has_begun && e.at != unstated)
        durations_[{e.act.index, stage.index}].push_back(log_of((e.at - seen.now).milliseconds));
      has_begun = has_begun || e.at != unstated;
      now = then;
      seen.accepted(e, now, now.stage() != stage);
      seen.had_floor(e.by);
    }
  }

  /// How many sessions there are.
  [[nodiscard]] std::size_t sessions() const noexcept { return sessions_; }
  /// How many events were refused.
  [[nodiscard]] std::size_t refused() const noexcept { return refused_; }
  /// How many turns were taken by somebody who was no candidate, such as a person who spoke twice in a row.
  [[nodiscard]] std::size_t unexplained() const noexcept { return unexplained_; }
  /// How many free turns there are: those in which at least two people could have had the floor.
  [[nodiscard]] std::size_t turns() const noexcept { return choices_.ends.size(); }
  /// Everybody, in the order in which they were seen first.
  [[nodiscard]] const std::vector<member>& people() const noexcept { return people_; }
  /// How many of the free turns each had.
  [[nodiscard]] const std::vector<std::size_t>& turns_of() const noexcept { return turns_of_; }
  /// In how many free turns the candidates differed in each pull: again, recent, open, asked.
  [[nodiscard]] const std::array<std::size_t, 4>& contrasts() const noexcept { return contrasts_; }
  /// How many turns were let go by.
  [[nodiscard]] count passes() const noexcept { return passes_; }
  /// How many presenters who were selected declined.
  [[nodiscard]] count declines() const noexcept { return declines_; }
  /// How many who had the floor left the room instead.
  [[nodiscard]] count leaves() const noexcept { return leaves_; }
  /// The natural logarithms of durations in milliseconds, from the event before to this one, by act and stage.
  [[nodiscard]] const std::map<std::pair<std::uint16_t, std::uint8_t>, std::vector<double>>& durations()
      const noexcept {
    return durations_;
  }

 private:
  friend struct detail::recorded_access;
  [[nodiscard]] static bool does(act_id<P> act, effect what) noexcept {
    return ((simulation::detail::throughout_that<P>(what) >> act.index) & 1U) != 0;
  }
  /// Whether somebody does that as one who talks, and not as who leads or supervises.
  [[nodiscard]] static bool is_talk(stage_id<P> stage, act_id<P> act) noexcept {
    return act.index < act_count<P> && (((simulation::detail::acts_of_stage<P>[stage.index] >> act.index) & 1U) != 0 ||
                                        does(act, effect::passes) || does(act, effect::drops));
  }
  [[nodiscard]] static double log_of(std::int64_t milliseconds) noexcept {
    return std::log(static_cast<double>(milliseconds < 1 ? 1 : milliseconds));
  }
  [[nodiscard]] std::uint32_t number_of(member one) {
    const auto [at, is_new] = numbers_.emplace(one, static_cast<std::uint32_t>(people_.size()));
    if (is_new) {
      people_.push_back(std::move(one));
      turns_of_.push_back(0);
    }
    return at->second;
  }
  void take_turn(const session<P>& now, const simulation::moment<P>& seen, const std::vector<std::uint32_t>& numbers,
                 const event<P>& e) {
    const auto begin = choices_.candidates.size();
    auto chosen = begin;
    bool is_candidate = false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const person_id who{static_cast<std::uint8_t>(i)};
      const simulation::view<P> sight(now, seen, who);
      const auto all = sight.pulls();
      if (!all.is_candidate()) continue;
      if (who == e.by) {
        chosen = choices_.candidates.size();
        is_candidate = true;
        count_acts(sight, all.open(), e.act);
      }
      const auto turns = sight.turns_listening();
      choices_.candidates.push_back(
          {numbers[i],
           {all.again() ? 1.0 : 0.0, turns == 0 ? 0.0 : 1.0 / turns, all.open() ? 1.0 : 0.0, all.asked() ? 1.0 : 0.0}});
    }
    const auto end = choices_.candidates.size();
    if (!is_candidate) ++unexplained_;
    if (!is_candidate || end - begin < 2) {
      choices_.candidates.resize(begin);
      return;
    }
    choices_.ends.push_back(end);
    choices_.chosen.push_back(chosen);
    ++turns_of_[choices_.candidates[chosen].person];
    for (std::size_t k = 0; k < contrasts_.size(); ++k) {
      for (auto c = begin + 1; c < end; ++c) {
        if (choices_.candidates[c].pulls[k] == choices_.candidates[begin].pulls[k]) continue;
        ++contrasts_[k];
        break;
      }
    }
  }
  /// Counts what could have been done with the floor and was or was not, in the order in which policies draw it.
  void count_acts(const simulation::view<P>& seen, bool is_owing, act_id<P> done) {
    const auto legal = seen.legal_acts().bits();
    const bool has_left = does(done, effect::drops);
    if ((legal & simulation::detail::throughout_that<P>(effect::drops)) != 0) leaves_.add(has_left);
    if (has_left || !is_owing) return;
    const bool has_passed = does(done, effect::passes);
    if ((legal & simulation::detail::throughout_that<P>(effect::passes)) != 0) passes_.add(has_passed);
    if (has_passed) return;
    std::uint64_t declining = 0;
    for (std::size_t i = 0; i < act_count<P>; ++i) {
      if (balint::detail::table_of<P>.acts[i].does == effect::declines_case) declining |= balint::detail::bit(i);
    }
    if ((legal & declining) != 0) declines_.add(((declining >> done.index) & 1U) != 0);
  }

  std::size_t sessions_ = 0;
  std::size_t refused_ = 0;
  std::size_t unexplained_ = 0;
  std::map<member, std::uint32_t> numbers_;
  std::vector<member> people_;
  std::vector<std::size_t> turns_of_;
  std::array<std::size_t, 4> contrasts_{};
  detail::choices choices_;
  count passes_;
  count declines_;
  count leaves_;
  std::map<std::pair<std::uint16_t, std::uint8_t>, std::vector<double>> durations_;
};

namespace detail {
/// The turns of recorded sessions with their candidates.
struct recorded_access {
  template <typename P>
  [[nodiscard]] static const choices& of(const recorded_sessions<P>& all) noexcept {
    return all.choices_;
  }
};
}  // namespace detail

}  // namespace balint::calibration
