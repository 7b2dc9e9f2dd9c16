// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Converting one log: the part of the program that knows formats and protocols.
#include <balint/log/any/any_log.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What converting came to.
struct conversion {
  /// Why the log could not be read; empty: it was.
  std::string unreadable;
  bool is_written = false;
  /// What of the log the other format could not hold, a sentence each.
  std::vector<std::string> losses;
  std::uint64_t sessions = 0;
};

/// Where the pieces of a log go; false: they could not.
using piece_sink = std::function<bool(std::string_view)>;

/// Converts a log; packs it with gzip where it is to be packed.
[[nodiscard]] conversion convert(const balint::log_input& from, balint::log_format to, bool is_packed,
                                 const piece_sink& out);
