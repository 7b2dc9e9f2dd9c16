// SPDX-License-Identifier: MIT
#pragma once
// Sessions whose parameters are known, as if they had been recorded.
#include <balint/calibration/recorded_sessions.hpp>
#include <tests/simulation/playing.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace support {

/// What the sessions are simulated with, and what has to come out again.
struct known {
  static constexpr std::size_t members = 12;
  static constexpr double again = 1.0;
  static constexpr double recent = 0.8;
  static constexpr double open = 1.5;
  static constexpr double asked = 2.5;
  static constexpr double passes = 0.05;
  static constexpr double declines = 0.1;
  static constexpr double leaves = 0.01;

  /// The rate of a person of the circle: the leader is 0, the members follow.
  static constexpr double rate_of(std::size_t i) { return i == 0 ? 0 : (static_cast<double>(i) - 6.5) * 0.15; }

  using P = balint::student_group;
  balint::group<P> people = circle_of(members);
  std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (std::size_t i = 0; i <= members; ++i) all.push_back("p" + std::to_string(i));
    return all;
  }();
  balint::simulation::each_person<balint::simulation::conduct<P>> players = [] {
    using balint::simulation::log_weight;
    balint::simulation::each_person<balint::simulation::conduct<P>> all;
    for (std::size_t i = 0; i <= members; ++i) {
      balint::simulation::talking<P> so;
      so.base = log_weight::of(-2.0 + rate_of(i));
      so.again = log_weight::of(again);
      so.recent = log_weight::of(recent);
      so.open = log_weight::of(open);
      so.asked = log_weight::of(asked);
      so.passes = balint::random::probability::of(passes);
      so.declines = balint::random::probability::of(declines);
      so.leaves = balint::random::probability::of(leaves);
      all.plays[i] = balint::simulation::conduct<P>(so);
    }
    return all;
  }();

  /// Records sessions from a number on: so many, and more until there are so many free turns.
  void record(balint::calibration::recorded_sessions<P>& to, std::uint64_t first, std::size_t sessions,
              std::size_t turns, const char* group = "circle") const {
    for (std::size_t i = 0; i < sessions || to.turns() < turns; ++i)
      to.add(group, names, people, play<P>(people, players, {.seed = 77, .session = first + i}).events);
  }
};

}  // namespace support
