// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The timeline of a session as inline SVG, with its text alternative. Each event takes as much room as any other:
/// silence is not idle time, and nobody's talk is measured.
#include "markup.hpp"
#include "report.hpp"

#include <balint/text/wording.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>

/// A bar for each stage, and above them a mark where something was found.
[[nodiscard]] inline std::string html_timeline(const reported_session& s) {
  std::uint64_t events = 0;
  for (const auto& stage : s.stages) events += stage.events;
  if (events == 0) return {};
  const auto place = [&](std::uint64_t event) {
    return 100.0 * static_cast<double>(event) / static_cast<double>(events);
  };

  std::string bars;
  std::string words;
  std::uint64_t before = 0;
  bool is_next = false;
  for (std::size_t i = 0; i < s.stages.size(); ++i) {
    const auto& stage = s.stages[i];
    if (stage.events == 0) continue;
    const auto share = place(stage.events);
    bars += fmt::format(R"(<rect class="{}" x="{:.2f}%" y="16" width="{:.2f}%" height="24"/>)",
                        is_next ? "next" : "stage", place(before), share);
    if (share > 2.5) bars += fmt::format(R"(<text x="{:.2f}%" y="33">{}</text>)", place(before) + share / 2, i + 1);
    words += fmt::format("{}{}, events {} to {}", words.empty() ? "" : "; ", balint::say("stage", stage.name),
                         before + 1, before + stage.events);
    before += stage.events;
    is_next = !is_next;
  }
  std::string marks;
  std::uint64_t last = 0;
  for (const auto event : s.found_at) {
    if (event == 0 || event == last) continue;
    words += fmt::format("{} {}", last == 0 ? ". Something was found at event" : ",", event);
    last = event;
    marks += fmt::format(R"(<circle cx="{0:.2f}%" cy="7" r="5"/><line x1="{0:.2f}%" x2="{0:.2f}%" y1="12" y2="16"/>)",
                         place(event) - place(1) / 2);
  }
  if (s.findings > s.found_at.size()) words += " and later";
  return fmt::format(
      "<svg role=\"img\" aria-label=\"Timeline: {}.\" width=\"100%\" height=\"44\">{}<g class=\"found\">{}</g></svg>\n",
      to_markup(words), bars, marks);
}
