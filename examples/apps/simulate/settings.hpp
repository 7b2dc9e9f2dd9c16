// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Reads the settings of a scenario: a file in TOML, and what the command line sets.
#include "value.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Reads a scenario's file into settings: every key is one that there is, and every value one that it takes.
[[nodiscard]] complaints read_settings(const std::string& file, settings& into);

/// Sets a key, as `--set` does: `text` is a value as TOML writes it, or a word.
void set_key(std::string_view name, std::string_view text, const std::string& where, settings& into, complaints& found);

/// The settings of each point that a CSV file has: the keys are in its first line.
[[nodiscard]] complaints read_points(const std::string& file, std::vector<settings>& into);
