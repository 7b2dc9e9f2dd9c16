// SPDX-License-Identifier: MIT
#pragma once
// A small experiment for tests, of numbers that cost nothing, and the files that an experiment leaves.
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/worker.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>

namespace small {

namespace ex = balint::experiment;

/// Two arms of numbers below 1000 that go together, and whether they are small.
inline ex::plan numbers(std::uint64_t sessions, std::uint32_t block_size = 64) {
  return {.scenario = ex::hash_of("numbers"),
          .seed = 1,
          .design = {.parameters = {"size"}, .points = {{"1"}, {"2"}}},
          .arms = {"one", "other"},
          .max_sessions = sessions,
          .block_size = block_size,
          .metrics = {{"number", ex::metric_kind::count}, {"is_small", ex::metric_kind::yes_no}},
          .files = {{.name = "log.txt", .head = "begin\n", .tail = "end\n"}},
          .contrasts = {{.arm = 1, .versus = 0}}};
}
struct draws_numbers {
  const ex::plan* of;
  void operator()(const ex::slot& which, ex::session_result& out) const {
    balint::random::stream from(of->address_of(which), balint::random::purpose::act, 0);
    const auto drawn = balint::random::below(from, 900);
    out.values[0] = drawn + (which.arm == 0 ? 0 : balint::random::below(from, 100));
    out.values[1] = out.values[0] < 50;
    out.pieces[0] = std::to_string(of->number_of(which)) + ' ' + std::to_string(out.values[0]) + '\n';
  }
};
inline auto drawing(const ex::plan& of) {
  return [&of] { return draws_numbers{&of}; };
}

/// A directory of a test's own, gone at its end.
class scratch {
 public:
  scratch() {
    auto name = (std::filesystem::temp_directory_path() / "balint-experiment-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  ~scratch() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
/// What a directory of results has, without its segments.
inline std::map<std::string, std::string> files_of(const std::filesystem::path& directory) {
  std::map<std::string, std::string> all;
  for (const auto& one : std::filesystem::directory_iterator(directory)) {
    if (one.is_regular_file()) all[one.path().filename().string()] = text_of(one.path());
  }
  return all;
}

}  // namespace small
