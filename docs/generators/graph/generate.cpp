// SPDX-License-Identifier: MIT
// Makes docs/explanation/include_graph.dot from what the headers include: a box for each folder, an arrow to what it
// includes and does not reach by other arrows.
//
//   include_graph SOURCE_DIR write    writes it
//   include_graph SOURCE_DIR check    fails if it is not current, or if the picture beside it has other arrows
#include <tests/house/includes.hpp>
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace {

using edge = std::pair<std::string, std::string>;
using edges = std::set<edge>;

/// The box a header stands in: its folder, or `balint.hpp` itself; empty for what everybody may include.
std::string box_of(const std::string& path) {
  if (path == "balint/balint.hpp") return "balint.hpp";
  return house::folder_of(path);
}
/// What includes what.
edges all_includes(const house::tree& headers) {
  edges found;
  for (const auto& [path, text] : headers) {
    for (const auto& include : house::includes_of(text)) {
      if (!house::is_own(include)) continue;
      const edge one{box_of(path), box_of(house::path_in(include))};
      if (one.first != one.second && !one.first.empty() && !one.second.empty()) found.insert(one);
    }
  }
  return found;
}

/// Whether one gets from an arrow's tail to its head by other arrows.
bool is_implied(const edges& all, const edge& one) {
  return std::ranges::any_of(all, [&](const edge& first) {
    if (first.first != one.first || first.second == one.second) return false;
    return all.contains({first.second, one.second}) || is_implied(all, {first.second, one.second});
  });
}

/// The arrows of the picture: what follows from others would only hide them.
edges includes_between_boxes(const house::tree& headers) {
  const auto all = all_includes(headers);
  edges kept;
  for (const auto& one : all) {
    if (!is_implied(all, one)) kept.insert(one);
  }
  return kept;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string draw(const house::plan& plan, const house::tree& headers) {
  const auto arrows = includes_between_boxes(headers);
  std::set<std::string> boxes;
  for (const auto& [path, text] : headers) boxes.insert(box_of(path));
  boxes.erase("");
  std::string text =
      "// SPDX-License-Identifier: MIT\n// Made by the target include_graph_write; do not edit.\ndigraph includes {\n"
      "  rankdir=TB; bgcolor=\"transparent\"; nodesep=0.5; ranksep=0.35;\n"
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#eef3f9\", color=\"#5b7da5\", fontcolor=\"#1d2733\","
      " fontname=\"Helvetica,Arial,sans-serif\", fontsize=14, margin=\"0.18,0.08\"];\n"
      "  edge [color=\"#5b7da5\", arrowsize=0.7];\n";
  for (int floor = 9; floor >= 0; --floor) {
    std::string row;
    for (const auto& room : plan.rooms) {
      if (room.floor != floor || !boxes.contains(room.folder)) continue;
      auto label = room.folder + "\\nfloor " + std::to_string(floor);
      for (const auto& package : room.packages) label += ", " + package;
      row += " " + in_quotes(room.folder) + " [label=" + in_quotes(label) + "];";
    }
    if (!row.empty()) text += "  { rank=same;" + row + " }\n";
  }
  text += "  \"balint.hpp\" [fillcolor=\"#fdf6e7\", color=\"#a5835b\"];\n";
  for (const auto& one : arrows) {
    text += "  " + in_quotes(one.first) + " -> " + in_quotes(one.second) + ";\n";
  }
  return text + "}\n";
}

/// What keeps a picture from being one of these headers.
std::string fault_of(const std::string& picture, const edges& arrows) {
  std::size_t drawn = 0;
  for (auto at = picture.find("class=\"edge\""); at != std::string::npos; at = picture.find("class=\"edge\"", at + 1))
    ++drawn;
  if (drawn != arrows.size())
    return "it has " + std::to_string(drawn) + " arrows, not " + std::to_string(arrows.size());
  for (const auto& [from, to] : arrows) {
    if (picture.find("<title>" + from + "&#45;&gt;" + to + "</title>") == std::string::npos)
      return "it has no arrow from " + from + " to " + to;
  }
  return {};
}

int complain(const std::string& what) {
  std::cerr << what << "\nbuild the target include_graph_write\n";
  return 1;
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "include_graph SOURCE_DIR check|write\n";
    return 2;
  }
  const std::string source = values[1];
  const auto headers =
      house::read_tree(source + "/include", [](std::string_view path) { return path.ends_with(".hpp"); });
  const auto made = draw(house::read_plan(house::read_file(source + "/cmake/floors.cmake")), headers);
  const auto path = source + "/docs/explanation/include_graph.dot";
  if (what == "write") return std::ofstream(path, std::ios::binary) << made ? 0 : 1;
  if (house::read_file(path) != made) return complain("docs/explanation/include_graph.dot is not current");
  const auto fault =
      fault_of(house::read_file(source + "/docs/explanation/include_graph.svg"), includes_between_boxes(headers));
  return fault.empty() ? 0 : complain("docs/explanation/include_graph.svg is not current: " + fault);
}
