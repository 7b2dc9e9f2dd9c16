// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A scenario as it is simulated: resolved, checked, and named by a hash.
#include "value.hpp"

#include <balint/log/header_record.hpp>
#include <balint/simulation/outcome.hpp>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// A policy as a scenario describes it.
struct policy_words {
  /// The shipped policy that it is like, once the scenario is resolved.
  std::string like = "willing";
  /// Its own parameters, by name: `base`, `in_stage.story`.
  std::map<std::string, value> own = {};
  /// Where their numbers come from, by name.
  std::map<std::string, std::string> sources = {};
};

/// A player outside: a command that is asked what to do.
struct outside_player {
  std::string name;
  std::string command = {};
  std::vector<std::string> variables = {};
  /// How long it may take for an answer, in seconds.
  double limit = 60;
  /// The policy that says how much it wants the floor, and how long its acts take.
  std::string like = "willing";
};

/// What is planted into the sessions after they were simulated.
struct deviations_wanted {
  /// How probable each kind is, by name.
  std::map<std::string, double> kinds = {};
  /// How probable any kind is, whichever.
  double any = 0;
  /// The most of a session.
  std::uint32_t most = 1;
  /// How wrong a clock is at most.
  std::int64_t clock_minutes = 10;

  /// How probable it is that anything is planted.
  [[nodiscard]] double sum() const {
    double all = any;
    for (const auto& [name, one] : kinds) all += one;
    return all;
  }
};

/// What is simulated at one point and in one arm.
struct scenario {
  std::string protocol;
  std::uint64_t seed = 1;
  /// The people, in their order.
  std::vector<balint::person_record> people = {};
  /// The policy of each of them; of those who are played outside, what their player is like.
  std::vector<std::string> plays = {};
  /// The players outside that there are, by name.
  std::vector<outside_player> players = {};
  /// Whose player each person's is, as a place in that list; `inside`: a policy plays.
  std::vector<std::size_t> outside = {};
  static constexpr std::size_t inside = ~std::size_t{0};
  /// How often a player outside may try in a turn.
  std::uint32_t attempts = 3;
  /// After how many turns that came to nothing its person is out of the room; 0: never.
  std::uint32_t drop_after = 3;
  /// The policies that there are, played or not.
  std::map<std::string, policy_words> policies = {};
  balint::simulation::caps caps = {};
  deviations_wanted deviations = {};

  /// All of that as TOML, the shipped numbers too.
  [[nodiscard]] std::string text() const;
};

/// One value that differs from point to point or from arm to arm.
struct change {
  std::string key;
  value to;
};

/// A point of the sweep in one arm.
struct cell {
  std::uint32_t point = 0;
  std::string arm = {};
  std::vector<change> changes = {};
  scenario what = {};
};

/// When to stop before all sessions are simulated.
struct precision_wanted {
  std::string metric;
  double half_width = 0;
  std::uint64_t max_n = 0;
  bool of_contrasts = false;
};

/// An experiment: its cells, and how much of it is run.
struct experiment {
  /// The file that it was read from.
  std::string file;
  std::string title;
  std::string purpose = {};
  std::uint64_t sessions = 1'000;
  std::optional<precision_wanted> precision = {};
  /// The arms by name; one without a name where there are none.
  std::vector<std::string> arms = {};
  std::uint32_t points = 1;
  /// How many keys differ from point to point: the first changes of every cell.
  std::size_t swept = 0;
  /// Whether points draw other random numbers.
  bool has_independent_points = false;
  /// The players outside, the same in all cells.
  std::vector<outside_player> players = {};
  /// Points in their order, in each the arms.
  std::vector<cell> cells = {};
  /// What the run is given: threads, files.
  settings all = {};

  /// Whether deviations are planted anywhere.
  [[nodiscard]] bool plants() const;
  /// The text of a key of the run; empty: it is not given.
  [[nodiscard]] std::string text_of(std::string_view key) const;
  /// The scenarios of all cells as one text: what decides every event of every session, and its hash.
  [[nodiscard]] std::string text() const;
  /// All settings as TOML: what is read as the same experiment.
  [[nodiscard]] std::string settings_text() const;
};

/// The file of the points that settings name with `points`: of a scenario, beside it.
[[nodiscard]] std::filesystem::path points_file(const settings& all);

/// Makes an experiment of settings, or says everything that is wrong with them. A policy has to be played by somebody,
/// or to be one of `also_played`.
[[nodiscard]] std::expected<experiment, complaints> make_experiment(const std::string& file, const settings& all,
                                                                    const std::vector<std::string>& also_played = {});
