// SPDX-License-Identifier: MIT
/// @file
/// A chair in an experiment for a program outside, and the same results from what it answered. Simulated sessions are
/// no evidence about people.
#include <balint/balint.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/players/run_with_players.hpp>
#include <balint/experiment/results.hpp>
#include <balint/players/cassette.hpp>
#include <balint/players/pool.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace experiment = balint::experiment;
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

bool run(players::player_pool& pool, std::FILE* tape, const std::filesystem::path& directory) {
  //! [experiment]
  using policies = simulation::everybody<simulation::conduct<protocol>>;
  experiment::seated_cast<protocol, policies> with{people, {simulation::willing<protocol>()}};
  with.seats.player[0] = 0;  // anna is played outside, by the first player

  const experiment::plan plan{.scenario = experiment::hash_of("anna is played outside"),
                              .seed = 1,
                              .max_sessions = 32,
                              .block_size = experiment::sessions_of_a_block_with_external_players,
                              .metrics = experiment::session_metrics<protocol>(),
                              .files = experiment::session_files<protocol>()};

  if (const auto greeted = pool.greet(tape); !greeted) return false;
  const auto cast = [&](std::uint32_t, std::uint32_t) -> const auto& { return with; };
  const auto done = experiment::run_with_players<protocol>(plan, directory, pool, cast);
  pool.finish();
  if (!done) return false;  // done.error().text says why

  const std::string by(pool.reproducible_by());
  return experiment::write_results(plan, directory, {.reproducible_by = by}).has_value();
  //! [experiment]
}
std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main() {
  const auto directory = std::filesystem::temp_directory_path() / "balint-experiment-with-players";
  std::filesystem::remove_all(directory);
  std::FILE* const tape = std::tmpfile();

  players::player_pool live({{.line = quiet, .limit = 60'000}}, "first-try", players::permission::given);
  bool is_fine = run(live, tape, directory / "live");
  std::rewind(tape);
  auto recorded = players::cassette::read(tape);
  std::fclose(tape);
  if (!recorded) return 1;
  players::player_pool replayed(*std::move(recorded));
  is_fine = is_fine && run(replayed, nullptr, directory / "replayed");

  for (const char* file : {"sessions.csv", "members.csv", "summary.csv", "manifest.json"})
    is_fine = is_fine && text_of(directory / "live" / file) == text_of(directory / "replayed" / file);
  is_fine = is_fine && live.tally(0) == replayed.tally(0);
  std::filesystem::remove_all(directory);
  return is_fine ? 0 : 1;
}
