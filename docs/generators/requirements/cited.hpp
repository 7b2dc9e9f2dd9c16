// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Who cites a requirement: the words of the library, the cases of the suite and the names of the tests.
#include <balint/protocols/all.hpp>
#include <balint/vocabulary/act.hpp>
#include <balint/vocabulary/role.hpp>
#include <balint/vocabulary/rule.hpp>
#include <balint/vocabulary/stage.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace requirements_page {

namespace fs = std::filesystem;

/// What cites each ID, in order and once.
using citations = std::map<std::string, std::set<std::string>>;

inline std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files below a folder that end so, in order.
inline std::vector<fs::path> files_below(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

/// The IDs in a text: `STG-8`, and behind `@source` also `A7`.
inline std::vector<std::string> ids_in(const std::string& text) {
  static const std::regex id("\\b[A-Z]{3}-[0-9]+\\b|\\bA[0-9]+\\b");
  std::vector<std::string> found;
  for (std::sregex_iterator i(text.begin(), text.end(), id), end; i != end; ++i) found.push_back(i->str());
  return found;
}

/// A word of the library, under each ID of its source.
template <typename Word>
void add_word(citations& all, const std::string& kind) {
  for (const auto& id : ids_in(std::string(Word::source))) all[id].insert(kind + " `" + std::string(Word::name) + "`");
}

template <balint::protocol P>
void add_protocol(citations& all) {
  add_word<P>(all, "protocol");
  const auto add = [&](const std::string& kind, const auto& names, const auto& sources) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (const auto& id : ids_in(std::string(sources[i]))) all[id].insert(kind + " `" + std::string(names[i]) + "`");
    }
  };
  add("stage", P::order::names, P::order::sources);
  using rules = balint::rules_of<P>;
  add("rule", rules::names, rules::sources);
}
template <balint::protocol... Ps>
void add_protocols(citations& all, balint::protocol_list<Ps...>) {
  (add_protocol<Ps>(all), ...);
}

/// The words of the protocols that ship: their stages and rules from the declarations, acts and roles from the headers.
inline citations cited_by_words(const fs::path& source) {
  citations all;
  add_protocols(all, balint::all_protocols{});
  const std::regex word("name = \"([a-z_]+)\"(?:sv)?, source = \"([^\"]*)\"");
  for (const std::string kind : {"act", "role"}) {
    const auto text = read(source / "include/balint/vocabulary" / (kind + ".hpp"));
    for (std::sregex_iterator i(text.begin(), text.end(), word), end; i != end; ++i) {
      for (const auto& id : ids_in((*i)[2])) all[id].insert(kind + " `" + (*i)[1].str() + "`");
    }
  }
  return all;
}

/// The IDs that the headers cite, in comments and in members.
inline std::set<std::string> cited_in_headers(const fs::path& source) {
  std::set<std::string> found;
  const std::regex citation("(@source|source = \"|[^A-Za-z0-9_-](?=[A-Z]{3}-[0-9]))[^\\n]*");
  for (const auto& path : files_below(source / "include", ".hpp")) {
    const auto text = read(path);
    for (std::sregex_iterator i(text.begin(), text.end(), citation), end; i != end; ++i) {
      for (const auto& id : ids_in(i->str())) found.insert(id);
    }
  }
  return found;
}

/// The cases of the suite that are written by hand, as links.
inline citations cited_by_cases(const fs::path& source) {
  citations all;
  simdjson::dom::parser parser;
  for (const auto& path : files_below(source / "tests/suite/cases", ".json")) {
    const simdjson::dom::object one = parser.load(path.string());
    if (one["generated"].error() == simdjson::SUCCESS) continue;
    const auto name = std::string(one["id"].get_string().value());
    for (const auto id : one["requirements"].get_array().value()) {
      all[std::string(id.get_string().value())].insert("[" + name + "](../../tests/suite/cases/" + name + ".json)");
    }
  }
  return all;
}

/// The IDs at the end of a test's name: `AreInOrder_STG8_A7` has STG-8 and A7.
inline std::vector<std::string> ids_of_test(std::string name) {
  static const std::regex last("_([A-Z]+)([0-9]+)$");
  std::vector<std::string> found;
  for (std::smatch m; std::regex_search(name, m, last);) {
    found.push_back(m[1].str() + (m[1].str() == "A" ? "" : "-") + m[2].str());
    name.resize(static_cast<std::size_t>(m.position(0)));
  }
  return found;
}

/// The tests that carry an ID in their names.
inline citations cited_by_tests(const fs::path& source) {
  citations all;
  const std::regex test("TEST(?:_F|_P)?\\((\\w+),\\s*(\\w+)\\)");
  for (const auto& path : files_below(source / "tests", "_test.cpp")) {
    const auto text = read(path);
    for (std::sregex_iterator i(text.begin(), text.end(), test), end; i != end; ++i) {
      for (const auto& id : ids_of_test((*i)[2])) all[id].insert("`" + (*i)[1].str() + "." + (*i)[2].str() + "`");
    }
  }
  return all;
}

}  // namespace requirements_page
