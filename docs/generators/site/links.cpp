// SPDX-License-Identifier: MIT
// Follows every link inside a site: each leads to a file that is there and, behind a #, to a place in it that is there.
//
//   site_links DIRECTORY
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Calls f with what stands between the quotes behind an attribute.
template <typename F>
void each_value(const std::string& text, const std::string& attribute, F f) {
  const std::string head = " " + attribute + "=\"";
  for (auto at = text.find(head); at != std::string::npos; at = text.find(head, at + 1)) {
    const auto from = at + head.size();
    const auto end = text.find('"', from);
    if (end != std::string::npos) f(text.substr(from, end - from));
  }
}

struct page {
  std::set<std::string> links;
  std::set<std::string> places;
};

bool leads_outside(const std::string& link) {
  static const std::regex scheme("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  return link.empty() || std::regex_match(link, scheme);
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::cerr << "site_links DIRECTORY\n";
    return 2;
  }
  const fs::path site = values[1];
  std::map<std::string, page> pages;
  for (const auto& entry : fs::recursive_directory_iterator(site)) {
    if (entry.path().extension() != ".html") continue;
    const auto text = read(entry.path());
    auto& one = pages[entry.path().lexically_relative(site).generic_string()];
    for (const auto* attribute : {"href", "src"})
      each_value(text, attribute, [&](auto link) { one.links.insert(link); });
    for (const auto* attribute : {"id", "name"})
      each_value(text, attribute, [&](auto place) { one.places.insert(place); });
  }
  std::size_t followed = 0;
  std::size_t dead = 0;
  for (const auto& [name, one] : pages) {
    for (const auto& link : one.links) {
      if (leads_outside(link)) continue;
      const auto hash = link.find('#');
      const auto file =
          hash == 0 ? name : (fs::path(name).parent_path() / link.substr(0, hash)).lexically_normal().generic_string();
      const auto target = pages.find(file);
      const bool is_place = hash != std::string::npos && hash + 1 < link.size() && target != pages.end();
      const bool leads = is_place ? target->second.places.contains(link.substr(hash + 1)) : fs::exists(site / file);
      ++followed;
      if (leads) continue;
      ++dead;
      std::cerr << name << " leads nowhere: " << link << "\n";
    }
  }
  std::cout << followed << " links in " << pages.size() << " pages\n";
  return dead != 0 || followed == 0 ? 1 : 0;
}
