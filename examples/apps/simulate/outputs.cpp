// SPDX-License-Identifier: MIT
#include "outputs.hpp"

#include "common/program.hpp"
#include "convert_log/convert.hpp"
#include "interrupt.hpp"
#include "odd.hpp"
#include "report.hpp"
#include "settings.hpp"
#include "simulator.hpp"
#include "summary_text.hpp"
#include "tables.hpp"

#include <balint/experiment/results.hpp>
#include <balint/log/any/log_format.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/file/output_file.hpp>
#include <balint/log/plain_text.hpp>

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

namespace ex = balint::experiment;
namespace fs = std::filesystem;

namespace {

int complain(const std::string& what) {
  complain_as("simulate", what);
  return exit_cannot;
}

/// The keys of what is written beside a folder.
constexpr const char* written_files[]{"log", "truth", "summary", "report", "odd"};

/// A folder that is gone when this is.
class temporary_folder {
 public:
  temporary_folder() {
    std::error_code error;
    auto name = (fs::temp_directory_path(error) / "simulate-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) name_ = name;
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() {
    std::error_code ignored;
    if (!name_.empty()) fs::remove_all(name_, ignored);
  }
  [[nodiscard]] const fs::path& name() const { return name_; }

 private:
  fs::path name_;
};

/// Writes a whole file; false: it could not, which is said.
bool write_file(const std::string& name, std::string_view text) {
  balint::output_file file(name);
  if (file.is_good() && file.write(text) && file.keep()) return true;
  complain(fmt::format("{}: cannot be written ({})", name, file.why()));
  return false;
}
bool copy_file(const fs::path& from, const std::string& to) {
  const auto in = balint::open_input(from.string());
  balint::output_file file(to);
  char piece[1 << 16];
  bool is_good = in && file.is_good();
  for (std::size_t n = 0; is_good && (n = std::fread(piece, 1, sizeof piece, in->get())) != 0;)
    is_good = file.write({piece, n});
  if (is_good && file.keep()) return true;
  complain(fmt::format("{}: cannot be written ({})", to, in ? file.why() : in.error()));
  return false;
}
/// Writes the log of the sessions in a format.
bool write_log(const fs::path& log, const std::string& to, balint::log_format format, bool is_packed) {
  if (format == balint::log_format::jsonl && !is_packed) return copy_file(log, to);
  const auto in = balint::open_input(log.string());
  balint::output_file file(to);
  if (!in || !file.is_good()) {
    complain(fmt::format("{}: cannot be written ({})", to, in ? file.why() : in.error()));
    return false;
  }
  const auto done = convert({in->get(), log.string(), balint::log_format::jsonl, {}, {}}, format, is_packed,
                            [&file](std::string_view piece) { return file.write(piece); });
  if (!done.unreadable.empty() || !done.is_written || !file.keep()) {
    complain(fmt::format("{}: could not be written ({})", to, done.unreadable.empty() ? file.why() : done.unreadable));
    return false;
  }
  for (const auto& loss : done.losses) complain(fmt::format("{}: left out: {}", to, loss));
  return true;
}

/// The formats of a folder's logs.
std::vector<std::string> formats_of(const experiment& what) {
  const auto at = what.all.find("formats");
  if (at == what.all.end()) return {"jsonl"};
  std::vector<std::string> all;
  for (const auto& one : at->second.what.as<value::list>()) all.push_back(one.as<std::string>());
  if (all == std::vector<std::string>{"none"}) all.clear();
  return all;
}

/// What a folder keeps of the sessions.
kept_files kept_in_folder(const experiment& what) {
  return {.log = !formats_of(what).empty(), .truth = what.plants(), .expected = what.plants(), .refusals = true};
}

ex::block_range blocks_of(const std::string& text) {
  ex::block_range range;
  if (text.empty()) return range;
  const auto colon = text.find(':');
  std::from_chars(text.data(), text.data() + colon, range.from);
  std::from_chars(text.data() + colon + 1, text.data() + text.size(), range.to);
  return range;
}

/// What a fault comes to for whoever started the program.
int complain_of(const ex::failure& why, const std::string& folder) {
  if (why.what == ex::fault::exists)
    return complain(fmt::format("{}; go on with --resume {}, or write elsewhere", why.text, folder));
  return complain(why.text);
}

/// Everything that is derived from results and goes into a folder.
bool fill_folder(const experiment& what, const simulator& with, const ex::results& found,
                 std::span<const fs::path> from, const fs::path& folder) {
  const auto in = [&](const char* name) { return (folder / name).string(); };
  if (!write_file(in("resolved.toml"), what.text()) || !write_file(in("odd.md"), odd_text(what, with.plan())) ||
      !write_file(in("stress.md"), stress_text(what, with.plan())) ||
      !write_file(in("datapackage.json"), data_package(folder, what.title)) ||
      !write_file(in("report.html"), report_page(what, with, found, from)))
    return false;
  const auto log = folder / log_of_sessions;
  for (const auto& name : formats_of(what)) {
    const auto format = balint::find_log_format(name);
    if (!format || *format == balint::log_format::jsonl) continue;
    const auto ending = *format == balint::log_format::ocel ? std::string("jsonocel") : name;
    if (!write_log(log, in(("recorded." + ending).c_str()), *format, *format == balint::log_format::xes_gz))
      return false;
  }
  return true;
}

/// Puts results together, and writes what was asked for.
int write_all(const experiment& what, const simulator& with, std::span<const fs::path> from, const fs::path& folder,
              bool keeps_folder) {
  ex::manifest_notes notes;
  notes.more = {{"protocol", what.cells[0].what.protocol},
                {"evidence", "simulated sessions are no evidence about people"}};
  const auto found = ex::write_results(with.plan(), from, folder, notes);
  if (!found) return complain_of(found.error(), folder.string());
  if (keeps_folder && !fill_folder(what, with, *found, from, folder)) return exit_cannot;
  if (const auto log = what.text_of("log"); !log.empty()) {
    const auto format = balint::format_by_ending(log).value_or(balint::log_format::jsonl);
    const bool is_packed = balint::has_ending(log, ".gz");
    if (!write_log(folder / log_of_sessions, log, format, is_packed)) return exit_cannot;
  }
  if (const auto truth = what.text_of("truth"); !truth.empty() && !copy_file(folder / table_of_expectations, truth))
    return exit_cannot;
  if (const auto summary = what.text_of("summary"); !summary.empty() && !copy_file(folder / "summary.csv", summary))
    return exit_cannot;
  if (const auto report = what.text_of("report");
      !report.empty() && !write_file(report, report_page(what, with, *found, from)))
    return exit_cannot;
  bool writes_to_output = false;
  for (const auto* key : written_files) writes_to_output |= what.text_of(key) == "-";
  if (!writes_to_output) put(summary_text(what, with.plan(), *found), stdout);
  for (const auto point : found->not_precise)
    complain(fmt::format("point {}: {} sessions are too few for the precision that was asked for", point,
                         found->sessions[point]));
  return is_output_written() ? 0 : exit_cannot;
}

}  // namespace

int run_experiment(const experiment& what, const run_wishes& wishes) {
  const auto out = wishes.resume.empty() ? what.text_of("out") : wishes.resume;
  const auto log = what.text_of("log");
  const auto blocks = blocks_of(what.text_of("blocks"));
  const bool is_share = blocks != ex::block_range{};
  if (is_share && out.empty()) return complain("--blocks computes a share: say with --out where it goes");
  if (!log.empty() && log != "-" && !balint::format_by_ending(log))
    return complain(fmt::format(
        "{}: which format is wanted? Its name should end in .jsonl, .xes, .xes.gz, .csv or .json (OCEL)", log));
  for (const auto& name : formats_of(what)) {
    if (!balint::find_log_format(name))
      return complain(fmt::format("{}: formats: expected jsonl, csv, xes, xes.gz, ocel, or none alone, found {}",
                                  what.all.at("formats").where.text(), name));
  }
  for (const auto* key : written_files) {
    const auto name = what.text_of(key);
    if (!name.empty() && name != "-" && balint::is_same_file(name, what.file))
      return complain(fmt::format("{}: is the scenario; what is written needs a name of its own", name));
  }
  const auto truth = what.text_of("truth");
  if (!truth.empty() && !what.plants())
    return complain("truth: nothing is planted that could be found: the scenario has no [deviations]");
  const auto kept = out.empty() ? kept_files{.log = !log.empty(), .expected = !truth.empty()} : kept_in_folder(what);
  if (!log.empty() && !kept.log) return complain("the log is wanted, and formats says that none is kept");

  const auto with = make_simulator(what, kept);
  if (blocks.from >= with->plan().block_count())
    return complain(fmt::format("--blocks: there are blocks 0 to {}, and no block {}", with->plan().block_count() - 1,
                                blocks.from));
  if (const auto odd = what.text_of("odd"); !odd.empty()) {
    if (!write_file(odd, odd_text(what, with->plan()) + '\n' + stress_text(what, with->plan()))) return exit_cannot;
  }
  std::optional<temporary_folder> temporary;
  if (out.empty()) temporary.emplace();
  const fs::path folder = out.empty() ? temporary->name() : fs::path(out);
  if (folder.empty()) return complain("no temporary folder could be made; say with --out where results go");
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return complain(fmt::format("{}: cannot be made ({})", folder.string(), error.message()));
  const bool goes_on = !wishes.resume.empty() || is_share;
  const auto kept_scenario = folder / "scenario.toml";
  const bool has_scenario = fs::exists(kept_scenario, error);
  if (!wishes.resume.empty() && !has_scenario)
    return complain(fmt::format("{}: there is nothing to go on with", folder.string()));

  const interrupt_watch watch;
  std::uint64_t last = ~std::uint64_t{0};
  const bool shows = ::isatty(STDERR_FILENO) == 1;
  const auto threads = what.all.find("threads");
  const ex::run_options how{
      .threads = threads == what.all.end() ? std::max(1U, std::thread::hardware_concurrency())
                                           : static_cast<unsigned>(threads->second.what.as<std::int64_t>()),
      .blocks = blocks,
      .resumes = goes_on,
      .interrupted = &interrupt_watch::flag(),
      .on_progress = [&](const ex::progress& now) {
        const auto percent = now.all == 0 ? 100 : now.done * 100 / now.all;
        if (shows && std::exchange(last, percent) != percent)
          put(fmt::format("\r{} of {} blocks, {} %{}", now.done, now.all, percent, now.done == now.all ? "\n" : ""),
              stderr);
      }};
  const auto write_scenario = [&] {
    if (!write_file(kept_scenario.string(), what.settings_text())) return false;
    if (!what.all.contains("points")) return true;
    std::string points;
    for (std::size_t i = 0; i < with->plan().design.parameters.size(); ++i)
      points += (i == 0 ? "" : ",") + with->plan().design.parameters[i];
    for (const auto& row : with->plan().design.points) {
      points += '\n';
      for (std::size_t i = 0; i < row.size(); ++i) points += (i == 0 ? "" : ",") + row[i];
    }
    return write_file((folder / "points.csv").string(), points + '\n');
  };
  if (!out.empty() && !has_scenario && !write_scenario()) return exit_cannot;
  const auto done = with->run(folder, how);
  if (!done) return complain_of(done.error(), folder.string());
  if (done->is_interrupted) {
    if (out.empty()) return complain("interrupted; without --out nothing is kept");
    return complain(fmt::format("interrupted: {} blocks are in {}; to go on: simulate {} --resume {}",
                                done->found + done->computed, folder.string(), kept_scenario.string(),
                                folder.string()));
  }
  if (is_share) {
    put(fmt::format("{} blocks of {} are in {}; when all are there: simulate merge {} --out FOLDER\n",
                    done->found + done->computed, with->plan().block_count(), folder.string(), folder.string()),
        stdout);
    return is_output_written() ? 0 : exit_cannot;
  }
  if (!wishes.resume.empty() && !write_scenario()) return exit_cannot;
  return write_all(what, *with, std::span(&folder, 1), folder, !out.empty());
}

int merge_folders(const std::vector<std::string>& folders, const std::string& into) {
  const auto file = (fs::path(folders[0]) / "scenario.toml").string();
  settings all;
  auto found = read_settings(file, all);
  if (!found.empty()) return complain(found[0]);
  const auto what = make_experiment(file, all);
  if (!what) return complain(what.error()[0]);
  const auto with = make_simulator(*what, kept_in_folder(*what));
  std::error_code error;
  fs::create_directories(into, error);
  if (error) return complain(fmt::format("{}: cannot be made ({})", into, error.message()));
  const std::vector<fs::path> from(folders.begin(), folders.end());
  const auto there = ex::archive::open(with->plan(), from);
  if (!there) return complain_of(there.error(), folders[0]);
  const auto wanted = with->plan().block_count();
  if (there->size() < wanted && with->plan().stop_at.empty())
    return complain(fmt::format("{} of {} blocks are missing: run the jobs that compute them, then merge again",
                                wanted - there->size(), wanted));
  if (!write_file((fs::path(into) / "scenario.toml").string(), what->settings_text())) return exit_cannot;
  return write_all(*what, *with, from, into, true);
}
