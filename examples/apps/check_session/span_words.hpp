// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// When something went on, as a person reads it.
#include "report.hpp"

#include <balint/log/timestamp.hpp>

#include <string>

/// The day on which it began, as `2026-03-05`; empty where no time is stated.
[[nodiscard]] inline std::string day_of(const stage_span& span) {
  return span.first == balint::unstated ? std::string() : balint::to_timestamp(span.first).substr(0, 10);
}
/// From when to when, to the minute; empty where no time is stated.
[[nodiscard]] inline std::string times_of(const stage_span& span) {
  if (span.first == balint::unstated) return {};
  return balint::to_timestamp(span.first).substr(11, 5) + " to " + balint::to_timestamp(span.last).substr(11, 5);
}
