// SPDX-License-Identifier: MIT
#pragma once
// Files as texts by path, and what is in a text.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// Texts by path. Headers have their path below include/, such as "balint/group/form.hpp".
using tree = std::map<std::string, std::string>;
/// What is wrong, a sentence each; none: the rule is kept.
using complaints = std::vector<std::string>;

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The paths of the files below a directory, from there; without build/ and what begins with a dot.
inline std::set<std::string> files_below(const std::filesystem::path& directory) {
  std::set<std::string> found;
  for (auto at = std::filesystem::recursive_directory_iterator(directory); at != end(at); ++at) {
    const auto path = at->path().lexically_relative(directory).generic_string();
    if (path == "build" || path.starts_with('.')) at.disable_recursion_pending();
    if (at->is_regular_file()) found.insert(path);
  }
  return found;
}

/// The files below a directory of which `is_wanted` says so by their paths.
inline tree read_tree(const std::filesystem::path& directory, const std::function<bool(std::string_view)>& is_wanted) {
  tree found;
  for (const auto& path : files_below(directory)) {
    if (is_wanted(path)) found[path] = read_file(directory / path);
  }
  return found;
}

/// The lines of a text, without their ends.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// The words of a text between blanks.
inline std::vector<std::string> words_of(std::string_view text) {
  std::istringstream words{std::string(text)};
  return {std::istream_iterator<std::string>(words), std::istream_iterator<std::string>()};
}

/// The parts of a text between separators, without blanks around them.
inline std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream rest{std::string(text)};
  for (std::string one; std::getline(rest, one, separator);) {
    const auto first = one.find_first_not_of(" \t\r");
    const auto last = one.find_last_not_of(" \t\r");
    parts.push_back(first == std::string::npos ? "" : one.substr(first, last - first + 1));
  }
  return parts;
}

inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

inline bool is_private(std::string_view path) { return path.find("/detail/") != std::string_view::npos; }

}  // namespace house
