// SPDX-License-Identifier: MIT
// Follows the links of all pages to files of the project and, after a #, to headings in them; and looks whether every
// page in docs/ can be reached from docs/README.md.
//
//   page_links SOURCE_DIR
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct page {
  std::set<std::string> anchors;
  std::vector<std::string> links;
};

/// A heading as the end of a link: lower case, without punctuation, hyphens for spaces.
std::string anchor_of(std::string_view heading) {
  std::string anchor;
  for (const char c : heading) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0 || c == '_' || c == '-') anchor += static_cast<char>(std::tolower(letter));
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

page read_page(const fs::path& path) {
  static const std::regex link("\\]\\(([^()\\s]+)\\)|<img src=\"([^\"]+)\"");
  page found;
  std::ifstream in(path, std::ios::binary);
  bool is_code = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) is_code = !is_code;
    if (is_code) continue;
    if (line.starts_with("#")) {
      const auto anchor = anchor_of(line.substr(line.find_first_not_of("# ")));
      auto unique = anchor;
      for (int again = 1; !found.anchors.insert(unique).second; ++again) unique = anchor + "-" + std::to_string(again);
    }
    for (std::sregex_iterator i(line.begin(), line.end(), link), end; i != end; ++i)
      found.links.push_back((*i)[1].str() + (*i)[2].str());
  }
  return found;
}

std::map<fs::path, page> read_pages(const fs::path& source) {
  std::map<fs::path, page> pages;
  const auto add = [&](const fs::path& path) {
    if (path.extension() == ".md") pages.emplace(path.lexically_normal(), read_page(path));
  };
  for (const auto& entry : fs::directory_iterator(source)) add(entry.path());
  for (const auto& entry : fs::recursive_directory_iterator(source / "docs")) {
    // What prose.md becomes is a page of another folder.
    if (entry.path().filename() != "prose.md") add(entry.path());
  }
  return pages;
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::cerr << "page_links SOURCE_DIR\n";
    return 2;
  }
  const auto source = fs::canonical(values[1]);
  const auto pages = read_pages(source);
  std::size_t followed = 0;
  std::size_t dead = 0;
  std::map<fs::path, std::set<fs::path>> leads;
  for (const auto& [path, one] : pages) {
    for (const auto& link : one.links) {
      if (link.find(':') != std::string::npos) continue;
      ++followed;
      const auto hash = std::min(link.find('#'), link.size());
      const auto target = hash == 0 ? path : (path.parent_path() / link.substr(0, hash)).lexically_normal();
      const auto there = pages.find(target);
      const bool has_place =
          hash == link.size() || (there != pages.end() && there->second.anchors.contains(link.substr(hash + 1)));
      if (there != pages.end()) leads[path].insert(target);
      if (fs::exists(target) && has_place) continue;
      ++dead;
      std::cerr << path.lexically_relative(source).string() << " leads nowhere: " << link << "\n";
    }
  }

  std::set<fs::path> reached{source / "docs/README.md"};
  for (std::vector<fs::path> next(reached.begin(), reached.end()); !next.empty();) {
    const auto here = next.back();
    next.pop_back();
    for (const auto& there : leads[here]) {
      if (reached.insert(there).second) next.push_back(there);
    }
  }
  for (const auto& [path, one] : pages) {
    if (reached.contains(path) || path.parent_path() == source) continue;
    ++dead;
    std::cerr << path.lexically_relative(source).string() << " cannot be reached from docs/README.md\n";
  }
  std::cout << followed << " links on " << pages.size() << " pages\n";
  return dead != 0 || followed == 0 ? 1 : 0;
}
