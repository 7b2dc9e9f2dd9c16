// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// When something was, as a person reads it.
#include "stage_span.hpp"

#include <balint/log/timestamp.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

/// The day of a time, as `2026-03-05`.
[[nodiscard]] inline std::string day_of(balint::instant at) { return balint::to_timestamp(at).substr(0, 10); }
/// The minute of a time, as `16:04`.
[[nodiscard]] inline std::string minute_of(balint::instant at) { return balint::to_timestamp(at).substr(11, 5); }
/// "33 minutes"; "less than a minute".
[[nodiscard]] inline std::string minutes_of(balint::time_span length) {
  const auto n = length.in_minutes();
  if (n == 0) return "less than a minute";
  return fmt::format("{} minute{}", n, n == 1 ? "" : "s");
}

/// When a session was: the first stage's beginning, the last one's end. Empty where that is not known.
[[nodiscard]] inline stage_span whole_of(const std::vector<stage_span>& stages) {
  stage_span whole;
  for (const auto& stage : stages) {
    if (stage.entered != balint::unstated) whole.entered = std::min(whole.entered, stage.entered);
    if (stage.left == balint::unstated) continue;
    whole.left = whole.left == balint::unstated ? stage.left : std::max(whole.left, stage.left);
  }
  if (whole.has_times()) whole.length = whole.left - whole.entered;
  return whole;
}
/// Whether it ran over midnight.
[[nodiscard]] inline bool is_over_midnight(const stage_span& whole) {
  return whole.has_times() && day_of(whole.entered) != day_of(whole.left);
}
/// "16:02 to 16:34, 32 minutes"; with `days`, the date too, both where they differ; empty where it is not known.
[[nodiscard]] inline std::string times_of(const stage_span& span, bool days) {
  if (!span.has_times()) return {};
  const auto first = day_of(span.entered);
  const auto last = day_of(span.left);
  return fmt::format("{}{} to {}{}, {}{}", days ? first + " " : "", minute_of(span.entered),
                     days && first != last ? last + " " : "", minute_of(span.left), minutes_of(span.length),
                     span.is_running ? " so far" : "");
}
