// SPDX-License-Identifier: MIT
#pragma once
// The rule on what CMake does with headers: it takes them folder by folder from the plan, and nowhere else.
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace house {

inline bool is_cmake(std::string_view path) {
  return path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") || path.ends_with(".cmake.in");
}

/// The words of CMake's code, without comments: what stands between blanks, brackets, quotes and semicolons.
inline std::vector<std::string> cmake_words_of(std::string_view line) {
  std::string text(line.substr(0, line.find('#')));
  for (auto& c : text) {
    if (c == '(' || c == ')' || c == '"' || c == ';') c = ' ';
  }
  return words_of(text);
}

/// Whether a word is a header that CMake may name: one of a folder of the plan, in the file that goes through the plan.
inline bool is_of_the_plan(std::string_view file, std::string_view word) {
  if (file != "cmake/components.cmake") return false;
  const auto from = word.find("balint/");
  return from != std::string_view::npos &&
         (is_loose(word.substr(from)) || word.substr(from).starts_with("balint/${folder}/"));
}

/// Whether a word is the core's one header, or stands where headers are put together into one.
inline bool is_of_the_single_header(std::string_view file, std::string_view word) {
  return word.ends_with("/balint.hpp") || file == "cmake/amalgamate.cmake" ||
         file == "tests/consumer/single_header.cmake";
}

/// CMake names no header, picks none by a pattern and makes no set of them but from the plan. A test may go through
/// all.
inline complaints headers_in_cmake(const tree& files) {
  complaints found;
  for (const auto& [path, text] : files) {
    for (const auto line : lines_of(text)) {
      const auto words = cmake_words_of(line);
      const auto has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
      for (const auto& word : words) {
        // What has a backslash is an expression that looks for text.
        const bool is_header = word.ends_with(".hpp") && word.find('\\') == std::string::npos;
        const bool is_any = has("GLOB_RECURSE") && word.ends_with("include/balint/*.hpp");
        const bool may_be = is_any || is_of_the_plan(path, word) || is_of_the_single_header(path, word);
        if (is_header && !may_be) found.push_back(path + " names " + word);
      }
      const bool filters = has("FILTER") && words.size() > 2 && words[2].find("header") != std::string::npos;
      if (filters) found.push_back(path + " picks headers by a pattern");
      if (has("FILE_SET") && has("FILES") && path != "cmake/components.cmake")
        found.push_back(path + " makes a set of headers");
    }
  }
  return found;
}

}  // namespace house
