// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Runs an experiment and writes what was asked for.
#include "outside.hpp"
#include "scenario.hpp"

#include <string>
#include <vector>

/// What the command line asks for beside the keys of a scenario.
struct run_wishes {
  /// The folder to go on in; empty: none.
  std::string resume;
  outside_wishes players = {};
};

/// Runs an experiment and writes its results; the exit code.
[[nodiscard]] int run_experiment(const experiment& what, const run_wishes& wishes);

/// Puts the blocks of several folders together; the exit code.
[[nodiscard]] int merge_folders(const std::vector<std::string>& folders, const std::string& into);
