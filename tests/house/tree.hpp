// SPDX-License-Identifier: MIT
#pragma once
// Headers as texts by path, and what they include.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// The text of each header by its path below include/, such as "balint/group/form.hpp".
using tree = std::map<std::string, std::string>;

/// Every header below a directory.
inline tree read_headers(const std::filesystem::path& include) {
  tree found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(include)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    found[entry.path().lexically_relative(include).generic_string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return found;
}

/// Calls f with every line of a text.
template <typename F>
void each_line(std::string_view text, F f) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    f(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}
inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// What a text includes, with its brackets or quotes, in order.
inline std::vector<std::string> includes_of(std::string_view text) {
  std::vector<std::string> found;
  each_line(text, [&](std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('#')) return;
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) return;
    line = trimmed(line.substr(7));
    const auto end = line.find(line.starts_with('<') ? '>' : '"', 1);
    found.emplace_back(line.substr(0, end == std::string_view::npos ? end : end + 1));
  });
  return found;
}
inline bool is_own(std::string_view include) { return include.starts_with("<balint/") && include.ends_with('>'); }
/// `<a/b.hpp>` without its brackets.
inline std::string path_in(std::string_view include) { return std::string(include.substr(1, include.size() - 2)); }

/// Everything that a header includes, itself and by others: paths of own headers, and the rest as written.
inline std::set<std::string> reached_from(const tree& headers, const std::string& path) {
  std::set<std::string> seen;
  std::vector<std::string> next{path};
  while (!next.empty()) {
    const auto here = next.back();
    next.pop_back();
    if (!seen.insert(here).second || !headers.contains(here)) continue;
    for (const auto& include : includes_of(headers.at(here)))
      next.push_back(is_own(include) ? path_in(include) : include);
  }
  seen.erase(path);
  return seen;
}

/// Every file below a directory, by its path below it.
inline std::set<std::string> files_below(const std::filesystem::path& directory) {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) found.insert(entry.path().lexically_relative(directory).generic_string());
  }
  return found;
}

}  // namespace house
