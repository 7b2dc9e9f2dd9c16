// SPDX-License-Identifier: MIT
#include "clashes.hpp"

#include "files.hpp"

#include <balint/log/file/output_file.hpp>

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A file of a run, and what it is to it.
struct named_file {
  std::string name;
  std::string what;
};

/// Where a name leads, whether or not there is a file yet.
fs::path end_of_links(fs::path name) {
  constexpr int most = 40;  // As many as Linux follows.
  std::error_code error;
  for (int i = 0; i < most && fs::is_symlink(name, error); ++i) {
    const auto target = fs::read_symlink(name, error);
    if (error) break;
    name = target.is_absolute() ? target : name.parent_path() / target;
  }
  return fs::weakly_canonical(fs::absolute(name, error), error);
}
bool look(const std::string& output, struct stat& at) {
  return (output == "-" ? ::fstat(STDOUT_FILENO, &at) : ::stat(output.c_str(), &at)) == 0;
}
/// Whether two outputs would go to one file, or into one pipe.
bool is_one_output(const std::string& one, const std::string& other) {
  if (one == "-" && other == "-") return true;
  struct stat a{};
  struct stat b{};
  const bool is_there = look(one, a);
  if (is_there != look(other, b)) return false;
  if (!is_there) return end_of_links(one) == end_of_links(other);
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && (S_ISREG(a.st_mode) || S_ISFIFO(a.st_mode));
}

std::vector<named_file> inputs_of(const experiment& what, const outside_wishes& players) {
  std::vector<named_file> all{{what.file, "the scenario"}};
  if (what.all.contains("points")) all.push_back({points_file(what.all).string(), "the file of points"});
  if (const auto tape = cassette_of(players); !tape.empty()) all.push_back({tape, "the cassette that is played"});
  return all;
}
std::vector<named_file> outputs_of(const experiment& what, const outside_wishes& players,
                                   std::span<const char* const> keys, bool tells) {
  std::vector<named_file> all;
  for (const auto* key : keys) {
    if (auto name = what.text_of(key); !name.empty()) all.push_back({std::move(name), key});
  }
  if (!players.record.empty()) all.push_back({players.record, "record"});
  if (tells && std::ranges::find(all, "-", &named_file::name) == all.end())
    all.push_back({"-", "the text on standard output"});
  return all;
}

}  // namespace

std::optional<std::string> fault_of_files(const experiment& what, const outside_wishes& players,
                                          std::span<const char* const> keys, bool tells) {
  const auto outputs = outputs_of(what, players, keys, tells);
  for (const auto& input : inputs_of(what, players)) {
    for (const auto& output : outputs) {
      if (balint::is_same_file(output.name, input.name))
        return fmt::format("{}: is {}; what is written needs a name of its own", name_of_output(output.name),
                           input.what);
    }
  }
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t k = i + 1; k < outputs.size(); ++k) {
      if (is_one_output(outputs[i].name, outputs[k].name))
        return fmt::format(
            "{}: {} and {} would both be written there; each needs a file that nothing else is written to",
            name_of_output(outputs[i].name), outputs[i].what, outputs[k].what);
    }
  }
  return std::nullopt;
}
