// SPDX-License-Identifier: MIT
#pragma once
// The plan of the house as cmake/floors.cmake has it: folders, floors, components, packages.
#include <tests/house/tree.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// A folder of include/balint/: one idea.
struct room {
  std::string folder;
  int floor = 0;
  std::string component;
  std::vector<std::string> needs;  ///< Components.
  std::vector<std::string> packages;
};

/// The headers that are in no folder: all of the core in one include, and the version.
inline bool is_loose(std::string_view path) { return path == "balint/balint.hpp" || path == "balint/version.hpp"; }

/// The folder of a header below balint/, without its detail/; empty for one that is in none.
inline std::string folder_of(std::string_view path) {
  constexpr std::string_view top = "balint/", hidden = "/detail";
  if (!path.starts_with(top)) return {};
  path.remove_prefix(top.size());
  const auto end = path.rfind('/');
  if (end == std::string_view::npos) return {};
  path = path.substr(0, end);
  if (path.ends_with(hidden)) path.remove_suffix(hidden.size());
  return std::string(path);
}

/// The rooms, and what the headers of each package begin with.
struct plan {
  std::vector<room> rooms;
  std::map<std::string, std::vector<std::string>> headers_of;

  /// The room of a header, such as "balint/log/jsonl/detail/line.hpp"; null: it is in none.
  [[nodiscard]] const room* of(std::string_view path) const {
    const auto found = std::ranges::find(rooms, folder_of(path), &room::folder);
    return found == rooms.end() ? nullptr : &*found;
  }
  /// Whether headers of one component may include those of another.
  [[nodiscard]] bool may_see(const std::string& component, const std::string& other) const {
    if (component == other || other == "balint") return true;
    return std::ranges::any_of(rooms, [&](const room& one) {
      return one.component == component &&
             std::ranges::any_of(one.needs, [&](const std::string& need) { return may_see(need, other); });
    });
  }
};

/// The cells of a table's rows, which CMake writes as `set(NAME "cell cell" "cell cell")`.
inline std::vector<std::vector<std::string>> rows_of(std::string_view text, std::string_view name) {
  std::vector<std::vector<std::string>> rows;
  bool is_inside = false;
  for (auto line : lines_of(text)) {
    line = trimmed(line);
    is_inside = is_inside || line.starts_with("set(" + std::string(name));
    const auto from = line.find('"');
    const auto to = line.rfind('"');
    if (is_inside && !line.starts_with('#') && from < to)
      rows.push_back(words_of(line.substr(from + 1, to - from - 1)));
    if (line.ends_with(')')) is_inside = false;
  }
  return rows;
}

/// The values of a cell: "a,b" or "-", which is none.
inline std::vector<std::string> values_of(const std::string& cell) {
  auto values = parts_of(cell, ',');
  std::erase(values, "-");
  return values;
}

/// Reads a plan as cmake/floors.cmake is written.
inline plan read_plan(std::string_view text) {
  plan all;
  for (const auto& row : rows_of(text, "balint_floors"))
    all.rooms.push_back({row.at(0), std::stoi(row.at(1)), row.at(2), values_of(row.at(3)), values_of(row.at(4))});
  for (const auto& row : rows_of(text, "balint_packages")) all.headers_of[row.at(0)] = values_of(row.at(2));
  return all;
}

}  // namespace house
