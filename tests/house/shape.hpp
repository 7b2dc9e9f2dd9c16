// SPDX-License-Identifier: MIT
#pragma once
// The rules on what a header looks like: its opening, its size and its folder's, its namespaces, classes and friends.
#include <tests/house/plan.hpp>
#include <tests/house/tokens.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace house {

inline constexpr std::size_t most_lines = 500;

/// A header begins with its licence, `#pragma once` and a sentence on what it is for, and is not long.
inline complaints openings(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto lines = lines_of(text);
    const auto line = [&](std::size_t i) { return i < lines.size() ? lines[i] : std::string_view(); };
    if (line(0) != "// SPDX-License-Identifier: MIT") found.push_back(path + " does not begin with its licence");
    if (line(1) != "#pragma once") found.push_back(path + " has no #pragma once in its second line");
    std::string sentence;
    for (std::size_t i = 3; line(2) == "/// @file" && line(i).starts_with("/// "); ++i) sentence += line(i).substr(3);
    if (sentence.size() < 2 || sentence.find('.') == std::string::npos)
      found.push_back(path + " has no @file sentence");
    if (lines.size() > most_lines) found.push_back(path + " has more than 500 lines");
  }
  return found;
}

inline constexpr std::size_t most_headers = 14, most_lines_of_a_folder = 1800;

/// A folder is one idea: no more headers and lines than somebody takes in. The detail/ of a folder counts by itself.
inline complaints folders(const tree& headers) {
  struct size {
    std::size_t headers = 0, lines = 0;
  };
  std::map<std::string, size> sizes;
  for (const auto& [path, text] : headers) {
    auto& one = sizes[path.substr(0, path.rfind('/'))];
    ++one.headers;
    one.lines += static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }
  complaints found;
  for (const auto& [folder, size] : sizes) {
    if (size.headers > most_headers)
      found.push_back(folder + " has " + std::to_string(size.headers) + " headers, more than " +
                      std::to_string(most_headers));
    if (size.lines > most_lines_of_a_folder)
      found.push_back(folder + " has " + std::to_string(size.lines) + " lines, more than " +
                      std::to_string(most_lines_of_a_folder));
  }
  return found;
}

/// Whether some namespace is opened, other than the words of declarations.
inline bool opens_a_namespace(std::span<const token> tokens, bool may_open_words) {
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (tokens[i].text != "using" || tokens[i + 1].text != "namespace") continue;
    const bool is_words = tokens[i + 2].text == "declare" && i + 3 < tokens.size() && tokens[i + 3].text == ";";
    if (!may_open_words || !is_words) return true;
  }
  return false;
}
/// No header opens a namespace for everybody, or one of its own for each program part. A declaration may open its
/// words: what is declared in protocols/ has a namespace of its own.
inline complaints namespaces(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const auto tokens = tokens_of(text);
    if (opens_a_namespace(tokens, path.starts_with("balint/protocols/")))
      found.push_back(path + " has a using namespace");
    if (has_sequence(tokens, {"namespace", "{"})) found.push_back(path + " has an anonymous namespace");
  }
  return found;
}

/// The class that a token introduces as `class a::name<…>`: its name without namespaces and attributes; empty: none.
inline std::string_view class_named(std::span<const token> from) {
  if (from.empty() || !is_class_key(from.front().text)) return {};
  std::string_view name;
  bool is_attribute = false;
  for (const auto& one : from.subspan(1)) {
    is_attribute = (is_attribute || one.text == "[") && one.text != "]";
    if (is_attribute || is_one_of(one.text, {"]", "::"})) continue;
    if (!is_of_a_word(one.text.front()) || one.text == "final") break;
    name = one.text;
  }
  return name;
}
/// A class as a header speaks of it.
struct class_mention {
  std::string name;
  bool is_friend = false, is_defined = false;
};
inline std::vector<class_mention> classes_in(std::string_view text) {
  const auto tokens = tokens_of(text);
  std::vector<class_mention> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto rest = std::span(tokens).subspan(i);
    const auto name = class_named(rest);
    if (name.empty()) continue;
    const auto end = std::ranges::find_if(rest, [](const token& one) { return is_one_of(one.text, {"{", ";"}); });
    found.push_back(
        {std::string(name), i > 0 && tokens[i - 1].text == "friend", end != rest.end() && end->text == "{"});
  }
  return found;
}
/// A class befriends classes of its own folder alone: a friend is an include in disguise.
inline complaints friends(const tree& headers) {
  std::map<std::string, std::set<std::string>> folders;  // where a class of that name is defined
  for (const auto& [path, text] : headers) {
    for (const auto& one : classes_in(text)) {
      if (one.is_defined && !one.is_friend) folders[one.name].insert(folder_of(path));
    }
  }
  complaints found;
  for (const auto& [path, text] : headers) {
    for (const auto& one : classes_in(text)) {
      if (one.is_friend && !folders[one.name].contains(folder_of(path)))
        found.push_back(path + " befriends " + one.name + " of another folder");
    }
  }
  return found;
}

}  // namespace house
