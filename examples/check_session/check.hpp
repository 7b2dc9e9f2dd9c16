// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Checking a log: the part of the program that knows the protocols.
#include "report.hpp"

#include <balint/log/format_error.hpp>
#include <balint/log/log_parts.hpp>

#include <cstdio>
#include <optional>
#include <string>

/// Judges every session of a part of a log and reports it; gives why it could not be read to its end, if so.
[[nodiscard]] std::optional<balint::format_error> check_log(std::FILE* file, const std::string& name, const balint::log_part& part,
                                                            const request& asked, tally& all, outlet& into);
