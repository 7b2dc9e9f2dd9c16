// SPDX-License-Identifier: MIT
#pragma once
// A small experiment for tests, of simulated sessions.
#include <tests/experiment/small.hpp>
#include <tests/simulation/playing.hpp>

#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/random/draw.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace small {

/// Two arms of sessions of a student group; one talks a little less. The log has a line for each event.
using P = balint::student_group;
using players = balint::simulation::everybody<balint::simulation::conduct<P>>;
using cast = ex::cast_of<P, players>;
inline ex::plan sessions(std::uint64_t many, std::uint32_t block_size = 16) {
  auto files = ex::session_files<P>();
  files.push_back({.name = "events.txt"});
  return {.scenario = ex::hash_of("sessions"),
          .seed = 7,
          .arms = {"willing", "quieter"},
          .max_sessions = many,
          .block_size = block_size,
          .metrics = ex::session_metrics<P>(),
          .files = files,
          .contrasts = {{.arm = 1, .versus = 0}}};
}
inline const std::array<cast, 2>& casts() {
  static const std::array<cast, 2> all = [] {
    balint::simulation::talking<P> quieter;
    quieter.passes = balint::random::probability::of(0.02);
    const auto people = support::formed<P>().formed().value();
    return std::array{cast{people, {balint::simulation::willing<P>()}},
                      cast{people, {balint::simulation::conduct<P>(quieter)}}};
  }();
  return all;
}
struct picks_cast {
  const cast& operator()(std::uint32_t, std::uint32_t arm) const { return casts()[arm]; }
};
struct writes_events {
  void operator()(const ex::simulated<P>& one, ex::session_result& out) const {
    for (const auto& e : one.events)
      out.pieces[ex::session_file_count] += std::to_string(one.slot.session) + ' ' + std::to_string(e.at.since_epoch) +
                                            ' ' + std::to_string(e.by.index) + ' ' + std::to_string(e.act.index) + '\n';
  }
};
inline auto simulating(const ex::plan& of) { return ex::simulate_with<P>(of, picks_cast{}, writes_events{}); }

}  // namespace small
