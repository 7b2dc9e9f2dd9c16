// SPDX-License-Identifier: MIT
#pragma once
// The rule on what documents say of the plan: a table of folders has the plan's rows.
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// A table of Markdown: the names of its columns, and of each row what they hold.
struct table {
  std::vector<std::string> columns;
  std::vector<std::map<std::string, std::string>> rows;

  [[nodiscard]] bool has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }
};

/// The cells of a line of a table; nothing: it is none.
inline std::vector<std::string> cells_of(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 2 || !line.starts_with('|') || !line.ends_with('|')) return {};
  return parts_of(line.substr(1, line.size() - 2), '|');
}
inline bool is_rule(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells,
                             [](const auto& cell) { return cell.find_first_not_of("-: ") == std::string::npos; });
}

inline std::vector<table> tables_of(std::string_view markdown) {
  std::vector<table> found;
  bool is_inside = false;
  for (const auto line : lines_of(markdown)) {
    const auto cells = cells_of(line);
    if (!cells.empty() && !is_inside) {
      found.push_back({cells, {}});
    } else if (!cells.empty() && !is_rule(cells)) {
      auto& row = found.back().rows.emplace_back();
      for (std::size_t i = 0; i < std::min(cells.size(), found.back().columns.size()); ++i)
        row[found.back().columns[i]] = cells[i];
    }
    is_inside = !cells.empty();
  }
  return found;
}

/// The row of a room in a document, by column: what is code there is in backticks, `-` is nothing.
inline std::map<std::string, std::string> row_of(const room& one) {
  std::string packages;
  for (const auto& package : one.packages) packages += (packages.empty() ? "" : ", ") + package;
  return {{"floor", std::to_string(one.floor)},
          {"folder", "`" + one.folder + "/`"},
          {"component", "`" + one.component + "`"},
          {"packages", packages.empty() ? "-" : packages}};
}

/// A table with the columns floor and folder has a row for each room, and says what the plan says.
inline complaints floor_tables(const plan& house, const tree& documents) {
  complaints found;
  for (const auto& [path, text] : documents) {
    for (const auto& one : tables_of(text)) {
      if (!one.has("floor") || !one.has("folder")) continue;
      std::vector<std::map<std::string, std::string>> wanted;
      std::ranges::transform(house.rooms, std::back_inserter(wanted), row_of);
      for (const auto& room : wanted) {
        const auto same = [&](const auto& row) { return row.at("folder") == room.at("folder"); };
        const auto row = std::ranges::find_if(one.rows, same);
        if (row == one.rows.end()) found.push_back(path + " has no row of " + room.at("folder"));
        for (const auto& [column, cell] : room) {
          if (row == one.rows.end() || !row->contains(column) || row->at(column) == cell) continue;
          found.push_back(path + " says of " + room.at("folder") + ": " + column + " " + row->at(column) + ", not " +
                          cell);
        }
      }
      for (const auto& row : one.rows) {
        const auto same = [&](const auto& room) { return room.at("folder") == row.at("folder"); };
        if (std::ranges::none_of(wanted, same))
          found.push_back(path + " has a row of " + row.at("folder") + ", which is in no plan");
      }
    }
  }
  return found;
}

}  // namespace house
