// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Words and tables of the report.
#include "check_session/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// A stage by name, as it is read.
[[nodiscard]] inline std::string of_stage(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

/// What a metric is, in words.
[[nodiscard]] inline std::string_view title_of(std::string_view metric) {
  constexpr std::pair<std::string_view, std::string_view> titles[]{
      {"minutes", "Minutes of a session"},
      {"turns", "Turns of a session"},
      {"gini", "How unevenly turns are spread (Gini)"},
      {"aba", "Share of turns of those who had the turn before last"},
      {"closed", "Share of sessions that were closed"}};
  for (const auto& [name, title] : titles) {
    if (name == metric) return title;
  }
  return metric;
}
/// Where a table begins that may be wide. A name of a column that ends in `#` is that of numbers.
[[nodiscard]] inline std::string begin_table(std::string_view caption, std::span<const std::string> columns) {
  std::string out = fmt::format(
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table: {0}\"><table>\n<caption>{0}</caption>\n"
      "<thead><tr>",
      caption);
  for (const auto& one : columns) {
    const bool is_number = one.ends_with('#');
    out += fmt::format("<th scope=\"col\"{}>{}</th>", is_number ? " class=\"number\"" : "",
                       to_markup(is_number ? std::string_view(one).substr(0, one.size() - 1) : one));
  }
  return out + "</tr></thead>\n<tbody>\n";
}
[[nodiscard]] inline std::string begin_table(std::string_view caption, std::initializer_list<std::string> columns) {
  return begin_table(caption, std::span(columns.begin(), columns.size()));
}
/// Where it ends.
inline constexpr std::string_view end_table = "</tbody>\n</table></div>\n";
