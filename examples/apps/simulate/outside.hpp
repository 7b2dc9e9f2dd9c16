// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Players outside of a run: they are started, or a cassette is played in their place, and what came of them is told.
#include "scenario.hpp"

#include <balint/experiment/blocks/plan.hpp>
#include <balint/players/pool.hpp>
#include <balint/players/tally.hpp>

#include <array>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the command line says about players outside. A scenario never gives the permission to run its commands.
struct outside_wishes {
  bool is_allowed = false;  ///< Whether commands may be run.
  std::string record;       ///< The cassette to write; empty: none.
  std::string replay;       ///< `replay:FILE`, the cassette to play from; empty: none.
};

/// What of these wishes cannot be, a complaint each: nothing is begun unless there is none.
[[nodiscard]] complaints faults_of(const outside_wishes& wishes, const experiment& what);
/// The cassette to play from; empty: none.
[[nodiscard]] std::string cassette_of(const outside_wishes& wishes);
/// The options with which a run goes on as it was begun.
[[nodiscard]] std::string options_of(const outside_wishes& wishes);

/// The players outside of an experiment.
class outside_players {
 public:
  /// Starts and greets them, or reads the cassette; null where nobody plays outside. Or says why no session can begin.
  /// `goes_on` is whether a cassette that is there is written on.
  [[nodiscard]] static std::expected<std::unique_ptr<outside_players>, std::string> begin(const experiment& what,
                                                                                          const outside_wishes& wishes,
                                                                                          const std::string& run,
                                                                                          bool goes_on);
  outside_players(const outside_players&) = delete;
  outside_players& operator=(const outside_players&) = delete;
  ~outside_players() = default;

  /// The players, for the sessions.
  [[nodiscard]] balint::players::player_pool& pool() { return *pool_; }
  /// Keeps in the folder of a run who plays in it, before its first session.
  [[nodiscard]] bool keep_accounts(const std::filesystem::path& folder) const;
  /// Ends them, and keeps in the folder what they wrote that answered nothing: what a cassette has of that once, where
  /// the run is whole. Says what cannot be written; empty: all is.
  [[nodiscard]] std::string finish(const std::filesystem::path& folder, bool is_whole);

 private:
  struct closes {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit outside_players(const experiment& what) : what_(what) {}
  std::string look_at_cassette(const std::string& name, bool goes_on);

  const experiment& what_;
  std::unique_ptr<std::FILE, closes> tape_;
  std::vector<balint::players::player_account> before_;  ///< Those of the cassette that is written on.
  std::vector<std::array<std::uint64_t, balint::players::trouble_count>> strays_;  ///< Those of a cassette.
  bool is_replayed_ = false;
  std::unique_ptr<balint::players::player_pool> pool_;
};

/// What a player did, and how often: `acted`, `timed_out`, `refused` with a code.
using player_counts = std::map<std::pair<std::string, std::string>, std::uint64_t>;

/// What is told of the players of a run, whatever its parts.
struct played_outside {
  /// The counts of each player of the experiment, in its order.
  std::vector<player_counts> counts = {};
  /// The names and versions that each gave itself, with a space between.
  std::vector<std::string> names = {};
  /// By what the same sessions are had again: `cassette`, `seed` or `no`.
  std::string reproducible_by = "seed";
};
/// Reads it from the folders of a run: what its blocks have for `answers.csv`, and what is kept beside them.
[[nodiscard]] played_outside read_played(const experiment& what, const balint::experiment::plan& plan,
                                         std::span<const std::filesystem::path> from);
/// As a table.
[[nodiscard]] std::string players_table(const experiment& what, const played_outside& all);
/// For a terminal.
[[nodiscard]] std::string players_text(const experiment& what, const played_outside& all);

/// The table of what came of the asks of each session, and its columns.
inline constexpr std::string_view table_of_answers = "answers.csv";
inline constexpr std::string_view answers_columns = "point,arm,session,fork,player,what,code,times\n";
/// Appends the rows of a session: `before` is how they begin, up to the player.
void append_answers(std::string& rows, const std::string& before, const experiment& what,
                    std::span<const balint::players::player_tally> tallies);
/// The table of what came of all of them.
inline constexpr std::string_view table_of_players = "players.csv";
