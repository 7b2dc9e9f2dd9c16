// SPDX-License-Identifier: MIT
#pragma once
// The rules on tests: one for each header, and a namespace of its own for each.
#include <tests/house/plan.hpp>
#include <tests/house/tokens.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace house {

inline bool is_test(std::string_view path) { return path.ends_with("_test.cpp"); }

/// The path below tests/ of a header's test; empty for a header that needs none.
inline std::string test_of(std::string_view path) {
  if (is_loose(path)) return {};
  path.remove_prefix(std::string_view("balint/").size());
  path.remove_suffix(path.ends_with(".hpp") ? 4 : 0);
  return std::string(path) + "_test.cpp";
}
/// Every header has its test at the same path below tests/, those in detail/ too.
inline complaints tests_mirror(const tree& headers, const std::set<std::string>& tests) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto test = test_of(path);
    if (!test.empty() && !tests.contains(test)) found.push_back(path + " has no test: tests/" + test);
  }
  return found;
}

/// What a test says is in a namespace called as its file, so that the files of a program can be compiled together.
inline complaints test_namespaces(const tree& tests) {
  std::map<std::string, std::string> taken;  // by program and namespace
  complaints found;
  for (const auto& [path, text] : tests) {
    const auto name = std::filesystem::path(path).stem().string();
    const auto tokens = tokens_of(text);
    if (!has_sequence(tokens, {"namespace", name, "{"})) found.push_back(path + " does not open the namespace " + name);
    if (has_sequence(tokens, {"namespace", "{"})) found.push_back(path + " opens a namespace without a name");
    auto folder = path.substr(0, path.rfind('/'));
    if (folder.ends_with("/detail")) folder.resize(folder.size() - std::string_view("/detail").size());
    const auto [other, is_first] = taken.emplace(folder + "/" + name, path);
    if (!is_first) found.push_back(path + " is called as " + other->second + ", which is of the same program");
  }
  return found;
}

}  // namespace house
