// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The results as a text for a terminal.
#include "scenario.hpp"

#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/results.hpp>

#include <fmt/format.h>

#include <string>

/// What is said of every result.
inline constexpr std::string_view no_evidence =
    "These sessions are simulated. They show what the protocol and the assumptions come to, and are no evidence about "
    "people.";

/// The means with their intervals, and what arms differ in.
[[nodiscard]] inline std::string summary_text(const experiment& what, const balint::experiment::plan& plan,
                                              const balint::experiment::results& found) {
  namespace ex = balint::experiment;
  std::string out = fmt::format("{}\n{}\n", what.title, no_evidence);
  const auto header = [&](std::uint32_t point, const std::string& arm) {
    std::string line = fmt::format("\npoint {}", point);
    for (std::size_t i = 0; i < plan.design.parameters.size(); ++i)
      line += fmt::format(", {} = {}", plan.design.parameters[i], plan.design.points[point][i]);
    if (plan.arms.size() > 1) line += ", " + arm;
    return line + fmt::format(": {} sessions\n", found.sessions[point]);
  };
  constexpr std::size_t most_points = 20;
  std::uint64_t last = ~std::uint64_t{0};
  for (const auto& row : found.summary) {
    if (row.point >= most_points) break;
    const auto here = std::uint64_t{row.point} << 32U | row.arm;
    if (here != last) out += header(row.point, plan.arms[row.arm]);
    last = here;
    out += fmt::format("  {:<24}{:>12.6g}  [{:.6g}, {:.6g}]{}\n", plan.metrics[row.metric].name, row.at_95.estimate,
                       row.at_95.lo, row.at_95.hi, row.is_skewed ? "  skewed: it may cover less than 95 %" : "");
  }
  if (plan.design.points.size() > most_points)
    out += fmt::format("\nand {} more points: see summary.csv with --out\n", plan.design.points.size() - most_points);
  last = ~std::uint64_t{0};
  for (const auto& row : found.contrasts) {
    if (row.point >= most_points) break;
    const auto here = std::uint64_t{row.point} << 32U | row.arms.arm;
    if (here != last)
      out += header(row.point, fmt::format("{} less {}", plan.arms[row.arms.arm], plan.arms[row.arms.versus]));
    last = here;
    out +=
        fmt::format("  {:<24}{:>12.6g}  [{:.6g}, {:.6g}]  variance reduction {:.3g}\n", plan.metrics[row.metric].name,
                    row.at_95.estimate, row.at_95.lo, row.at_95.hi, row.variance_reduction);
  }
  return out;
}
