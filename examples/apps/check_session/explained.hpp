// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Causes and repairs in words, for the styles that people read.
#include "report.hpp"

#include <balint/text/catalogue.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <string>
#include <vector>

/// "event 3" or "events 3, 5".
[[nodiscard]] inline std::string events_of(const std::vector<std::uint64_t>& at) {
  return fmt::format("event{} {}", at.size() == 1 ? "" : "s", fmt::join(at, ", "));
}
/// Where the findings of a cause are.
[[nodiscard]] inline std::string where_found(const reported_cause& one) {
  return one.events == std::vector<std::uint64_t>{0} ? "found of the group" : "found at " + events_of(one.events);
}
/// What a repair comes to.
[[nodiscard]] inline std::string sum_of(const reported_repair& r) {
  const auto key = !r.is_possible    ? "repair.impossible"
                   : r.edits.empty() ? "repair.none"
                   : r.is_exact      ? "repair.cost"
                                     : "repair.at_most";
  return fmt::format(fmt::runtime(balint::find_phrase(key)), fmt::arg("cost", r.edits.size()),
                     fmt::arg("least", r.at_least));
}
