// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// An experiment that can be run, and single sessions of it, whatever its protocol.
#include "scenario.hpp"

#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/run.hpp>
#include <balint/players/pool.hpp>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Where the pieces of a log go; false: they could not be written.
using piece_sink = std::function<bool(std::string_view)>;

/// A session that is played alone, and from an event on perhaps otherwise.
struct single_session {
  /// Its number, as in its name.
  std::uint64_t number = 0;
  /// After how many events it stops or is forked; 0 with no fork: it is played to its end.
  std::uint32_t event = 0;
  /// How many other futures are played from there; 0: none.
  std::uint16_t forks = 0;
  /// Who plays another policy from there: the person and the policy.
  std::vector<std::pair<std::string, std::string>> policies = {};
};

/// Something that was done, for a picture.
struct drawn_event {
  std::size_t person = 0;
  std::size_t stage = 0;
  std::int64_t milliseconds = 0;
  std::string_view act;
};

/// What a run keeps of its sessions beside the tables.
struct kept_files {
  bool log = false;       ///< The sessions as recorded: `recorded.jsonl`.
  bool truth = false;     ///< The sessions as they were: `true.jsonl`; with what was planted: `deviations.csv`.
  bool expected = false;  ///< What has to be found in the recorded ones: `expected.csv`.
  bool refusals = false;  ///< What was attempted and refused: `refusals.csv`.
  bool answers = false;   ///< What came of asking players outside: `answers.csv`.
};

/// An experiment whose protocol is known.
class simulator {
 public:
  simulator() = default;
  simulator(const simulator&) = delete;
  simulator& operator=(const simulator&) = delete;
  virtual ~simulator() = default;

  /// The plan of its sessions.
  [[nodiscard]] virtual const balint::experiment::plan& plan() const = 0;
  /// Runs it, with the players of a pool where some play outside: what is there after that is read by `write_results`.
  [[nodiscard]] virtual std::expected<balint::experiment::run_report, balint::experiment::failure> run(
      const std::filesystem::path& into, const balint::experiment::run_options& how,
      balint::players::player_pool* pool) const = 0;
  /// Plays a session alone, in JSON Lines, where some play outside with the cassette of a pool; or says why it cannot.
  [[nodiscard]] virtual std::expected<void, std::string> play(const single_session& which, const piece_sink& to,
                                                              balint::players::player_pool* pool) const = 0;
  /// The events of a session; none where somebody is played outside.
  [[nodiscard]] virtual std::vector<drawn_event> events_of(const balint::experiment::slot& which) const = 0;
  /// The stages of the protocol by name.
  [[nodiscard]] virtual std::vector<std::string> stages() const = 0;
};

/// The simulator of an experiment, with these files among those of its plan.
[[nodiscard]] std::unique_ptr<simulator> make_simulator(const experiment& of, const kept_files& kept);

/// The names of these files.
inline constexpr std::string_view log_of_sessions = "recorded.jsonl";
inline constexpr std::string_view true_log = "true.jsonl";
inline constexpr std::string_view table_of_deviations = "deviations.csv";
inline constexpr std::string_view table_of_expectations = "expected.csv";
inline constexpr std::string_view table_of_refusals = "refusals.csv";
