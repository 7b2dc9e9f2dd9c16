// SPDX-License-Identifier: MIT
// Makes the parts of the suite that follow from the declarations.
//
//   suite_files SUITE_DIR write    writes protocols/NAME.json and cases/NAME/*.json, and takes away generated cases
//   that are no more suite_files SUITE_DIR check    fails if one is not there, differs, or should not be there
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include <balint/log/record.hpp>

#include "tests/suite/casts.hpp"
#include "tests/suite/cells.hpp"
#include "tests/suite/describe.hpp"
#include "tests/suite/recovery.hpp"
#include "tests/suite/singular.hpp"
#include "tests/suite/turns.hpp"
#include "tests/suite/walks.hpp"

namespace {

using namespace suite;
namespace fs = std::filesystem;

/// Paths below the suite, and what stands there.
using files = std::map<std::string, std::string>;

template <typename P>
void put(files& all, const case_file<P>& one) {
  all["cases/" + std::string(P::name) + "/" + one.slug() + ".json"] = one.text();
}

template <typename P>
void add_protocol(files& all) {
  all["protocols/" + std::string(P::name) + ".json"] = description<P>();
  const cast<P> people(usual_people<P>());
  // What two protocols share of the stages is shown by one of them.
  constexpr bool is_shown_by_another = std::same_as<P, led_staff_group>;
  const cells<P> found(people, !is_shown_by_another);
  for (const auto& one : found.files()) put(all, one);
  constexpr std::string_view names[]{"full", "lean"};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto events = tour(people, i == 0);
    case_file<P> one(people, "tour-" + std::string(names[i]),
                     std::string(names[i]) + " tour of the protocol, and every edit of one event", {"STG-8"}, events);
    edit_each(one, people, events);
    put(all, one);
  }
  chance by(P::name.size());
  for (int i = 1; i <= (is_shown_by_another ? 8 : 16); ++i) {
    const cast<P> some(i <= 6 ? usual_people<P>() : people_by_chance(usual_people<P>(), by));
    const auto number = (i < 10 ? "0" : "") + std::to_string(i);
    put(all,
        case_file<P>(some, "walk-" + number, "A session by chance, with faults", {"JDG-1"}, faulty_walk(some, by)));
  }
  for (const auto& one : singular_cases(people)) put(all, one);
  if constexpr (!is_shown_by_another) {
    for (const auto& one : turn_cases(people)) put(all, one);
  }
  if constexpr (is_pedagogical<P>) {
    const cast<P> of_stories(people_of_stories<P>());
    const auto stories = is_shown_by_another ? stories_of_the_lead(of_stories) : recovery_stories(of_stories);
    for (const auto& one : stories) put(all, one);
  }
}

template <typename... Ps>
files everything(protocol_list<Ps...>) {
  files all;
  (add_protocol<Ps>(all), ...);
  return all;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
/// The generated files that are there.
std::vector<fs::path> generated_there(const fs::path& suite) {
  std::vector<fs::path> found;
  for (const auto* folder : {"cases", "protocols"}) {
    if (!fs::exists(suite / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(suite / folder)) {
      if (!entry.is_regular_file()) continue;
      if (std::string_view(folder) == "protocols" ||
          read(entry.path()).find("\n \"generated\":true,") != std::string::npos)
        found.push_back(entry.path());
    }
  }
  return found;
}

bool check(const files& all, const fs::path& suite) {
  bool good = true;
  const auto complain = [&](const std::string& what) {
    if (good) std::cerr << "build the target suite_write; what is not current:\n";
    good = false;
    std::cerr << "  " << what << "\n";
  };
  for (const auto& [path, text] : all) {
    if (read(suite / path) != text) complain(path + (fs::exists(suite / path) ? " differs" : " is missing"));
  }
  for (const auto& path : generated_there(suite)) {
    const auto name = fs::relative(path, suite).generic_string();
    if (!all.contains(name)) complain(name + " is generated no more");
  }
  return good;
}
bool write(const files& all, const fs::path& suite) {
  for (const auto& path : generated_there(suite)) {
    if (!all.contains(fs::relative(path, suite).generic_string())) fs::remove(path);
  }
  bool good = true;
  for (const auto& [path, text] : all) {
    if (read(suite / path) == text) continue;
    fs::create_directories((suite / path).parent_path());
    good = static_cast<bool>(std::ofstream(suite / path, std::ios::binary) << text) && good;
  }
  return good;
}

}  // namespace

int main(int count, char** values) {
  const std::string what = count == 3 ? values[2] : "";
  if (what != "check" && what != "write") {
    std::cerr << "suite_files SUITE_DIR check|write\n";
    return 2;
  }
  const auto all = everything(all_protocols{});
  return (what == "write" ? write(all, values[1]) : check(all, values[1])) ? 0 : 1;
}
