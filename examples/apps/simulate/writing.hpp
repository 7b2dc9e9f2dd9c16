// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is written of the results of an experiment: a folder with all of it, or single files.
#include "scenario.hpp"
#include "simulator.hpp"

#include <balint/experiment/blocks/failure.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

/// The keys of what is written beside a folder.
inline constexpr const char* written_files[]{"log", "truth", "summary", "report", "odd"};

/// The formats of a folder's logs, by name.
[[nodiscard]] std::vector<std::string> formats_of(const experiment& what);
/// What a folder keeps of the sessions.
[[nodiscard]] kept_files kept_in_folder(const experiment& what);

/// Says what a fault comes to for the person who started the program; the exit code.
[[nodiscard]] int complain_of(const balint::experiment::failure& why, const std::string& folder);

/// Writes the scenario of a folder, from which `merge` and `--resume` read it again; false: it could not.
[[nodiscard]] bool write_scenario(const experiment& what, const simulator& with, const std::filesystem::path& folder);

/// Puts the blocks of some folders together in a folder, and writes what was asked for; the exit code. A folder that is
/// kept gets all that follows from the results, too.
[[nodiscard]] int write_all(const experiment& what, const simulator& with, std::span<const std::filesystem::path> from,
                            const std::filesystem::path& folder, bool keeps_folder);
