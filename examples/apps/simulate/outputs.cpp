// SPDX-License-Identifier: MIT
#include "outputs.hpp"

#include "clashes.hpp"
#include "common/program.hpp"
#include "files.hpp"
#include "interrupt.hpp"
#include "odd.hpp"
#include "settings.hpp"
#include "simulator.hpp"
#include "writing.hpp"

#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/run.hpp>
#include <balint/log/any/log_format.hpp>

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace ex = balint::experiment;
namespace fs = std::filesystem;

namespace {

ex::block_range blocks_of(const std::string& text) {
  ex::block_range range;
  if (text.empty()) return range;
  const auto colon = text.find(':');
  std::from_chars(text.data(), text.data() + colon, range.from);
  std::from_chars(text.data() + colon + 1, text.data() + text.size(), range.to);
  return range;
}

/// What of the outputs cannot be as it is asked for; nothing: all can.
std::optional<std::string> fault_of_outputs(const experiment& what, const std::string& out, bool is_share) {
  if (is_share && out.empty()) return "--blocks computes a share: say with --out where it goes";
  const auto log = what.text_of("log");
  if (!log.empty() && log != "-" && !balint::format_by_ending(log))
    return fmt::format("{}: which format is wanted? Its name should end in .jsonl, .xes, .xes.gz, .csv or .json (OCEL)",
                       log);
  for (const auto& name : formats_of(what)) {
    if (!balint::find_log_format(name))
      return fmt::format("{}: formats: expected jsonl, csv, xes, xes.gz, ocel, or none alone, found {}",
                         what.all.at("formats").where.text(), name);
  }
  if (!what.text_of("truth").empty() && !what.plants())
    return "truth: nothing is planted that could be found: the scenario has no [deviations]";
  if (!out.empty() && !log.empty() && formats_of(what).empty())
    return "the log is wanted, and formats says that none is kept";
  return std::nullopt;
}

/// Says on a terminal how far a run is.
class progress_line {
 public:
  void operator()(const ex::progress& now) {
    const auto percent = now.all == 0 ? 100 : now.done * 100 / now.all;
    if (is_shown_ && std::exchange(last_, percent) != percent)
      put(fmt::format("\r{} of {} blocks, {} %{}", now.done, now.all, percent, now.done == now.all ? "\n" : ""),
          stderr);
  }

 private:
  bool is_shown_ = ::isatty(STDERR_FILENO) == 1;
  std::uint64_t last_ = ~std::uint64_t{0};
};

/// What is said of a run that was interrupted; the exit code.
int complain_of_interrupt(const ex::run_report& done, const std::string& folder, bool is_kept, bool is_share,
                          const std::string& options) {
  if (!is_kept) return complain("interrupted; without --out nothing is kept");
  const auto again = is_share ? std::string("the same command once more")
                              : fmt::format("simulate {} --resume {}{}", (fs::path(folder) / "scenario.toml").string(),
                                            folder, options);
  return complain(
      fmt::format("interrupted: {} blocks are in {}; to go on: {}", done.found + done.computed, folder, again));
}

/// What is wrong with recording there, before anybody is started; nothing: it can be.
std::optional<std::string> fault_of_cassette(const experiment& what, const run_wishes& wishes, const std::string& out,
                                             bool goes_on) {
  std::error_code error;
  if (what.players.empty()) return std::nullopt;
  if (!goes_on && !out.empty() && fs::exists(fs::path(out) / "segments", error))
    return fmt::format("{0} has results already; go on with --resume {0}, or write elsewhere", out);
  if (!wishes.resume.empty() && !wishes.players.record.empty() && !fs::exists(wishes.players.record, error))
    return fmt::format("--record: {} is not there, and nothing else has what was answered before",
                       wishes.players.record);
  return std::nullopt;
}

std::set<fs::path> files_in(const fs::path& folder) {
  std::set<fs::path> all;
  std::error_code error;
  for (const auto& one : fs::directory_iterator(folder, error)) all.insert(one.path());
  return all;
}
/// Removes what has come into a folder, and the folder too if it is new.
void clear(const fs::path& folder, const std::set<fs::path>& before, bool is_new) {
  std::error_code error;
  for (const auto& one : files_in(folder)) {
    if (!before.contains(one)) fs::remove_all(one, error);
  }
  if (is_new) fs::remove(folder, error);
}

/// Whether a folder has the results of another scenario than this one.
bool has_other_results(const experiment& what, const fs::path& folder) {
  const auto file = (folder / "scenario.toml").string();
  std::error_code error;
  if (!fs::exists(file, error)) return false;
  settings all;
  if (!read_settings(file, all).empty()) return true;
  const auto there = make_experiment(file, all);
  return !there || there->text() != what.text();
}

}  // namespace

int run_experiment(const experiment& what, const run_wishes& wishes) {
  const auto out = wishes.resume.empty() ? what.text_of("out") : wishes.resume;
  const auto blocks = blocks_of(what.text_of("blocks"));
  const bool is_share = blocks != ex::block_range{};
  if (const auto fault = fault_of_outputs(what, out, is_share)) return complain(*fault);
  if (const auto fault = fault_of_files(what, wishes.players, written_files, true)) return complain(*fault);
  const auto faults = faults_of(wishes.players, what);
  for (const auto& one : faults) complain(one);
  if (!faults.empty()) return exit_cannot;
  std::error_code error;
  if (!wishes.resume.empty() && !fs::exists(fs::path(out) / "scenario.toml", error))
    return complain(fmt::format("{}: there is nothing to go on with", out));

  const auto kept = out.empty() ? kept_files{.log = !what.text_of("log").empty(),
                                             .expected = !what.text_of("truth").empty(),
                                             .answers = !what.players.empty()}
                                : kept_in_folder(what);
  const auto with = make_simulator(what, kept);
  if (blocks.from >= with->plan().block_count())
    return complain(fmt::format("--blocks: there are blocks 0 to {}, and no block {}", with->plan().block_count() - 1,
                                blocks.from));
  const bool goes_on = !wishes.resume.empty() || is_share;
  if (const auto fault = fault_of_cassette(what, wishes, out, goes_on)) return complain(*fault);
  const auto outside = outside_players::begin(what, wishes.players, ex::hex_of(with->plan().scenario), goes_on);
  if (!outside) return complain(outside.error());
  if (const auto odd = what.text_of("odd"); !odd.empty()) {
    if (!write_file(odd, odd_text(what, with->plan()) + '\n' + stress_text(what, with->plan()))) return exit_cannot;
  }
  const interrupt_watch watch;  // before the temporary folder, which would stay
  std::optional<temporary_folder> temporary;
  if (out.empty()) temporary.emplace();
  const fs::path folder = out.empty() ? temporary->name() : fs::path(out);
  if (folder.empty()) return complain("no temporary folder could be made; say with --out where results go");
  const bool is_new = fs::create_directories(folder, error);
  if (error) return complain(fmt::format("{}: cannot be made ({})", folder.string(), error.message()));
  const auto before = files_in(folder);
  if (!out.empty() && !fs::exists(folder / "scenario.toml", error) && !write_scenario(what, *with, folder))
    return exit_cannot;

  if (*outside != nullptr && !(*outside)->keep_accounts(folder))
    return complain(fmt::format("{}: cannot be written", folder.string()));
  const auto threads = what.all.find("threads");
  const auto done =
      with->run(folder,
                {.threads = threads == what.all.end() ? std::max(1U, std::thread::hardware_concurrency())
                                                      : static_cast<unsigned>(threads->second.what.as<std::int64_t>()),
                 .blocks = blocks,
                 .resumes = goes_on,
                 .interrupted = &interrupt_watch::flag(),
                 .on_progress = progress_line()},
                *outside == nullptr ? nullptr : &(*outside)->pool());
  if (*outside != nullptr) {
    const bool is_whole = done && !done->is_interrupted && blocks.from == 0;
    if (const auto fault = (*outside)->finish(folder, is_whole); !fault.empty()) return complain(fault);
    // What a cassette gave before it failed, it gives again: nothing is lost, and the folder is free for the next run.
    if (!done && !goes_on && !wishes.players.replay.empty()) clear(folder, before, is_new);
  }
  if (!done) return complain_of(done.error(), folder.string());
  if (done->is_interrupted)
    return complain_of_interrupt(*done, folder.string(), !out.empty(), is_share, options_of(wishes.players));
  if (is_share) {
    put(fmt::format("{0} blocks of {1} are in {2}; when all are there: simulate merge {2} --out FOLDER\n",
                    done->found + done->computed, with->plan().block_count(), folder.string()),
        stdout);
    return end_of_output();
  }
  if (!wishes.resume.empty() && !write_scenario(what, *with, folder)) return exit_cannot;
  return write_all(what, *with, std::span(&folder, 1), folder, !out.empty());
}

int merge_folders(const std::vector<std::string>& folders, const std::string& into) {
  std::error_code error;
  for (const auto& folder : folders) {
    if (!fs::is_directory(folder, error))
      return complain(fmt::format("{}: is no folder, expected one that a job wrote", folder));
  }
  const auto file = (fs::path(folders[0]) / "scenario.toml").string();
  settings all;
  auto found = read_settings(file, all);
  if (!found.empty()) return complain(found[0]);
  const auto what = make_experiment(file, all);
  if (!what) return complain(what.error()[0]);
  if (has_other_results(*what, into))
    return complain(fmt::format("{}: has results of another scenario; write elsewhere", into));
  const auto with = make_simulator(*what, kept_in_folder(*what));
  const std::vector<fs::path> from(folders.begin(), folders.end());
  const auto there = ex::archive::open(with->plan(), from);
  if (!there) return complain_of(there.error(), folders[0]);
  const auto wanted = with->plan().block_count();
  if (there->size() < wanted && with->plan().stop_at.empty())
    return complain(fmt::format("{} of {} blocks are missing: run the jobs that compute them, then merge again",
                                wanted - there->size(), wanted));
  fs::create_directories(into, error);
  if (error) return complain(fmt::format("{}: cannot be made ({})", into, error.message()));
  if (!write_scenario(*what, *with, into)) return exit_cannot;
  return write_all(*what, *with, from, into, true);
}
