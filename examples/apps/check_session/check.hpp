// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Checking a log: the part of the program that knows the protocols.
#include "progress.hpp"
#include "report.hpp"

#include <balint/log/any/any_log.hpp>
#include <balint/log/format_error.hpp>

#include <optional>

/// Judges every session of a log or of a part of it and reports it; gives why it could not be read to its end, if so.
[[nodiscard]] std::optional<balint::format_error> check_log(const balint::log_input& log, reading& from,
                                                            const request& asked, tally& all, outlet& into);
