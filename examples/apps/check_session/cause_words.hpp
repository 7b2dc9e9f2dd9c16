// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Causes in words, for the styles that people read.
#include "report.hpp"

#include <balint/text/catalogue.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <string>
#include <vector>

/// "see event 3" or "see events 3, 5"; empty: no event.
[[nodiscard]] inline std::string see_events(const std::vector<std::uint64_t>& at) {
  if (at.empty()) return {};
  return fmt::format(fmt::runtime(balint::find_phrase(at.size() == 1 ? "cause.see" : "cause.see.more")),
                     fmt::arg("events", fmt::format("{}", fmt::join(at, ", "))));
}
/// Where the findings of a cause are.
[[nodiscard]] inline std::string where_found(const reported_cause& one) {
  if (one.events == std::vector<std::uint64_t>{0}) return "the group";
  auto at = one.events;
  at.insert(at.end(), one.related.begin(), one.related.end());
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  if (!at.empty() && at.front() == 0) at.erase(at.begin());
  return see_events(at);
}
