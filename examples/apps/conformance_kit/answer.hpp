// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What an implementation answers, and what comes of it.
#include "suite.hpp"

#include <simdjson.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace conformance {

/// What came of a trace.
enum class outcome : std::uint8_t { passed, failed, errored, timed_out, skipped, interrupted };
/// How reports call them; an interruption is no outcome of the implementation's.
inline constexpr std::array<std::string_view, 5> outcome_names{"passed", "failed", "errored", "timed out", "skipped"};

/// What came of a trace, and why.
struct result {
  outcome what = outcome::passed;
  std::string why;
};

/// What an answer is worth.
struct answer {
  result how;
  /// It is no answer to what was asked.
  bool is_out_of_turn = false;
};

/// Holds a line that was answered against what is expected of a trace.
[[nodiscard]] answer answer_to(const trace& asked, const std::string& line, simdjson::dom::parser& parser);

}  // namespace conformance
