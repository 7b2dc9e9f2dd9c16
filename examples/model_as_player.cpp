// SPDX-License-Identifier: MIT
// A chair in simulated sessions for a program outside, and the same sessions from what it answered.
#include <balint/balint.hpp>
#include <balint/players/play.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace players = balint::players;
namespace simulation = balint::simulation;
using protocol = balint::student_group;
using balint::consent;

namespace {

// It has an answer to nothing, and is asked no more after three turns: a player in a line of shell. Yours is better.
constexpr const char* quiet =
    "read -r hello; echo '{\"type\":\"ready\",\"balint_player\":1,\"name\":\"quiet\",\"version\":\"1\","
    "\"deterministic\":true,\"max_in_flight\":16}'; "
    "stdbuf -oL sed -n 's/^{\"type\":\"ask\",\"id\":\\([0-9]*\\),.*/{\"type\":\"fail\",\"id\":\\1}/p'";

const auto people = balint::cast<protocol>::of({{"anna", {"participant"}, "", consent::given},
                                                {"boris", {"participant"}, "", consent::given},
                                                {"clara", {"participant"}, "", consent::given},
                                                {"lead", {"leader"}, "teacher"},
                                                {"watcher", {"supervisor"}}})
                        .value();

template <typename Done>
bool run(const std::string& command, std::FILE* tape, Done done) {
  players::player_pool pool({{.line = command, .limit = 60'000}}, "first-try", players::permission::given);
  if (const auto greeted = pool.greet(tape); !greeted) return false;

  players::seating seats;
  seats.player[0] = 0;  // anna is played outside, by the first player

  using policies = simulation::everybody<simulation::conduct<protocol>>;
  using session = players::asked_session<protocol, policies>;
  const auto make = [&](std::uint64_t n) {
    return std::make_unique<session>(people, "sim-00000000-" + std::to_string(n),
                                     policies{simulation::willing<protocol>()}, seats,
                                     balint::random::address{.seed = 1, .session = n});
  };
  const bool is_whole = players::play_sessions(pool, 0, 16, 16, make, done);
  pool.finish();
  return is_whole;
}

}  // namespace

int main() {
  std::FILE* const tape = std::tmpfile();
  std::size_t sessions = 0;
  const bool is_whole = run(quiet, tape, [&](std::uint64_t, const auto&) { ++sessions; });
  std::rewind(tape);
  const auto recorded = players::cassette::read(tape);
  std::fclose(tape);
  return is_whole && sessions == 16 && recorded && recorded->size() > 16 ? 0 : 1;
}
