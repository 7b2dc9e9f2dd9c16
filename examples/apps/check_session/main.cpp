// SPDX-License-Identifier: MIT
/// @file
/// Judges recorded sessions: `check_session [--format text|json|junit|sarif|tap|html] [--output FILE] [--causes]
/// [--fitness] [--repair] [--ids] [--threads N] FILE...`, `-` for standard input.
///
/// A log is in XES or CSV when its name ends in .xes, .xes.gz or .csv, else in JSON Lines; --from says otherwise.
///
/// Exit code 0: nothing was found. 1: something was found, be it a departure from the protocol or a fault of the
/// record. 2: a log could not be read or has no session, or the report could not be written; what was read before is
/// judged and printed all the same.
#include "check_files.hpp"
#include "common/program.hpp"
#include "styles.hpp"

#include <balint/log/file/output_file.hpp>

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr int nothing_found = 0;
constexpr int found_something = 1;

int complain(const std::string& what) {
  complain_as("check_session", what);
  return exit_cannot;
}

/// How many bytes there are to read; 0: not known.
std::uint64_t size_of(const std::vector<std::string>& files) {
  std::uint64_t all = 0;
  for (const auto& name : files) {
    struct stat about{};
    if (stat(name.c_str(), &about) == 0 && S_ISREG(about.st_mode)) all += static_cast<std::uint64_t>(about.st_size);
  }
  return all;
}

/// What was asked for.
struct command {
  std::string format = "text";
  std::string output = "-";
  std::string mapping;
  std::vector<std::string> files;
  log_reading as = {};
  std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  bool repairs = false;
  bool causes = false;
  bool fitness = false;
  bool ids = false;
};

/// Judges files and writes the report. Where its beginning says how many sessions there are, they are kept back for it.
tally check_files(const command& line, const style& how, progress& shown, outlet& out) {
  const request asked{how, line.repairs, line.causes, line.fitness, line.ids};
  outlet sessions = how.begins_with_totals() ? outlet() : outlet(out.stream());
  if (!how.begins_with_totals()) how.head({}, out);
  file_checker checker(asked, line.as, line.threads, shown, sessions);
  for (const auto& name : line.files) checker.check(name);
  const auto& all = checker.finish();
  if (how.begins_with_totals()) {
    how.head(all, out);
    how.all_sessions(all, sessions, out);
  }
  how.foot(all, out);
  return all;
}

int report(const command& line) {
  const std::string name = line.output == "-" ? "standard output" : line.output;
  const auto is_read = [&line](const std::string& log) { return balint::is_same_file(line.output, log); };
  if (std::ranges::any_of(line.files, is_read))
    return complain(fmt::format("{}: is one of the logs; the report needs a name of its own", name));
  if (!line.mapping.empty() && is_read(line.mapping))
    return complain(fmt::format("{}: is the mapping; the report needs a name of its own", name));
  balint::output_file file(line.output);
  if (!file.is_good()) return complain(fmt::format("{}: cannot be written ({})", name, file.why()));
  // A report that scrolls by on the terminal is progress enough.
  const bool shows = isatty(STDERR_FILENO) == 1 && isatty(fileno(file.stream())) == 0;
  progress shown(shows ? stderr : nullptr, size_of(line.files));
  const auto how = make_style(line.format, {file.stream(), line.files.size() > 1});
  outlet out(file.stream());
  const auto all = check_files(line, *how, shown, out);
  if (!out.is_good() || !file.keep()) {
    complain("the report could not be written", shown);
    return exit_cannot;
  }
  if (!all.unread.empty()) return exit_cannot;
  return all.with_findings == 0 ? nothing_found : found_something;
}

}  // namespace

int main(int count, char** words) {
  return run_program("check_session", [&] {
    CLI::App app{"Judges recorded sessions against their protocol."};
    command line;
    std::string from;
    app.add_option("--format", line.format, "How to report")
        ->check(CLI::IsMember(style_names()))
        ->capture_default_str();
    app.add_option("--output", line.output,
                   "Where to report; - is standard output; a file gets its name when it is whole")
        ->capture_default_str();
    app.add_flag("--causes", line.causes,
                 "Say in text, JSON and HTML which findings belong together; keeps each session in memory");
    app.add_flag(
        "--fitness", line.fitness,
        "Say in text, JSON and HTML how near the record of each closed session is to its protocol, from 0 to 1 "
        "(docs/explanation/fitness.md); a measure of records, never of people");
    app.add_flag("--repair", line.repairs,
                 "Say in text, JSON and HTML how far each record is from its protocol: what is missing or unexplained; "
                 "keeps each session in memory");
    app.add_flag("--ids", line.ids, "Name people, by their ids, where a right was used: for the leader's view");
    app.add_option("--threads", line.threads, "How many threads; the report is the same with any number")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app.add_option("--from", from, "The format of the logs, if their names do not say it")
        ->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv"}));
    app.add_option("--mapping", line.mapping,
                   "What the names of another program's logs, in XES or CSV, mean (docs/reference/formats.md)")
        ->check(not_empty());
    app.add_option("FILE", line.files, "Logs in JSON Lines, XES (.xes, .xes.gz) or CSV (.csv); - is standard input")
        ->required();
    app.footer(
        "Exit code 0: nothing was found; 1: something was found, be it a departure from the protocol or a fault of the "
        "record; 2: a log could not be read or has no session, or the report could not be written.");
    if (const auto over = parse(app, count, words)) return *over;
    line.as.from = balint::find_log_format(from);
    if (!line.mapping.empty()) {
      auto loaded = balint::load_mapping(line.mapping);
      if (!loaded) return complain(loaded.error());
      line.as.mapping = std::move(*loaded);
    }
    return report(line);
  });
}
