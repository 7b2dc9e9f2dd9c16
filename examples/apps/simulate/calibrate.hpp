// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Estimates the parameters of players from recorded sessions.
#include <string>
#include <vector>

/// Reads logs and writes a scenario with what was estimated to standard output, and the estimates as CSV to `table`
/// unless that is empty; the exit code.
[[nodiscard]] int calibrate_logs(const std::vector<std::string>& logs, const std::string& table);
