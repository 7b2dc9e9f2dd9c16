// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Checking a log: the part of the program that knows the protocols.
#include "progress.hpp"
#include "report.hpp"

#include <balint/log/any/any_log.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/file/log_parts.hpp>

#include <optional>

/// A log to be checked.
struct log_to_check {
  reading& from;
  balint::log_format format;
  const balint::xes_mapping& mapping;
  balint::log_part part = {};  ///< Of JSON Lines or CSV; all of it in other formats.
};

/// Judges every session of a log or of a part of it and reports it; gives why it could not be read to its end, if so.
[[nodiscard]] std::optional<balint::format_error> check_log(const log_to_check& log, const request& asked, tally& all,
                                                            outlet& into);
