// SPDX-License-Identifier: MIT
#pragma once
// Sessions with players outside, for tests: what comes out, and the counts.
#include <tests/support.hpp>

#include <balint/balint.hpp>
#include <balint/players/play.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace support {

namespace players = balint::players;

inline balint::cast<balint::student_group> cast_of_students() {
  using balint::consent;
  return balint::cast<balint::student_group>::of({{"anna", {"participant"}, "", consent::given},
                                                  {"boris", {"participant"}, "", consent::given},
                                                  {"clara", {"participant"}, "", consent::given},
                                                  {"lead", {"leader"}, "teacher"},
                                                  {"deputy", {"deputy"}},
                                                  {"watcher", {"supervisor"}}})
      .value();
}

using students = balint::simulation::everybody<balint::simulation::conduct<balint::student_group>>;
using asked_students = players::asked_session<balint::student_group, students>;

/// A session in which these people are played outside, by the first player.
inline std::unique_ptr<asked_students> asked(std::uint64_t number, std::initializer_list<balint::person_id> outside,
                                             const players::treatment& so = {},
                                             const balint::simulation::caps& until = {}) {
  players::seating seats;
  for (const auto who : outside) seats.player[who.index] = 0;
  return std::make_unique<asked_students>(cast_of_students(), "sim-00000000-" + std::to_string(number),
                                          students{balint::simulation::willing<balint::student_group>()}, seats,
                                          balint::random::address{.seed = 7, .session = number}, so, until);
}

/// The command of a player for tests; see rogue.py.
inline std::string rogue(const std::string& how) {
  return "exec python3 " BALINT_SOURCE_DIR "/tests/players/rogue.py " + how;
}
/// The player of the examples.
inline std::string chooser() { return "exec python3 " BALINT_SOURCE_DIR "/examples/players/player.py"; }
/// Whether there is Python to run it with.
inline bool has_python() {
  static const bool has = std::system("python3 -c 0 2>/dev/null") == 0;
  return has;
}

/// Whether this process has started one that it has not waited for.
inline bool has_children() {
  siginfo_t ignored{};
  return ::waitid(P_ALL, 0, &ignored, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// What came of a run.
struct played_outside {
  bool is_whole = false;
  std::vector<std::vector<balint::event<balint::student_group>>> sessions;
  std::vector<balint::simulation::outcome> outcomes;
  players::player_tally counts;
  std::int64_t milliseconds = 0;

  /// All of it but the time, as a text.
  [[nodiscard]] std::string text() const {
    std::string all;
    for (const auto& one : sessions) {
      for (const auto& e : one)
        all += std::to_string(e.at.since_epoch) + ' ' + std::to_string(e.by.index) + ' ' + std::to_string(e.act.index) +
               ' ' + std::to_string(balint::detail::raw_target(e)) + '\n';
      all += '\n';
    }
    return all;
  }
};
struct way_of_playing {
  std::uint64_t sessions = 8;
  std::size_t at_once = 64;
  std::initializer_list<balint::person_id> outside = {anna};
  players::treatment so = {};
  balint::simulation::caps until = {.max_events = 40, .max_silent_turns = 20};
  std::FILE* cassette_to = nullptr;
};
/// Plays sessions, and calls `meanwhile` after each.
inline played_outside play(players::player_pool& pool, const way_of_playing& how,
                           const std::function<void()>& meanwhile = {}) {
  played_outside all;
  const auto began = std::chrono::steady_clock::now();
  if (const auto greeted = pool.greet(how.cassette_to); !greeted) {
    ADD_FAILURE() << name_of(greeted.error().why);
    return all;
  }
  all.is_whole = players::play_sessions(
      pool, 0, how.sessions, how.at_once, [&](std::uint64_t n) { return asked(n, how.outside, how.so, how.until); },
      [&](std::uint64_t n, const asked_students& session) {
        EXPECT_EQ(n, all.sessions.size());
        all.sessions.push_back(session.events());
        all.outcomes.push_back(session.result());
        if (meanwhile) meanwhile();
      });
  pool.finish();
  all.counts = pool.tally(0);
  all.milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began).count();
  return all;
}
inline played_outside play(const players::player_command& player, const way_of_playing& how = {},
                           const std::function<void()>& meanwhile = {}) {
  players::player_pool pool({player}, "test", players::permission::given);
  return play(pool, how, meanwhile);
}

}  // namespace support
