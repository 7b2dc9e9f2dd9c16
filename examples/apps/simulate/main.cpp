// SPDX-License-Identifier: MIT
/// @file
/// Simulates sessions as a scenario describes them: `simulate SCENARIO.toml`, a session alone or its other futures:
/// `simulate SCENARIO.toml --replay SESSION[:EVENT] [--fork N] [--policy PLAYER=NAME]`, and the blocks of a job array
/// put together: `simulate merge DIR... --out DIR`. Parameters from recorded sessions:
/// `simulate calibrate LOG... > SCENARIO.toml`.
///
/// Exit code 0: done; a precision that was not reached is reported and is no error. 2: the scenario cannot be
/// simulated, something could not be read or written, or the run was interrupted: the blocks that were finished stay.
#include "calibrate.hpp"
#include "clashes.hpp"
#include "common/program.hpp"
#include "files.hpp"
#include "keys.hpp"
#include "outputs.hpp"
#include "outside.hpp"
#include "settings.hpp"
#include "simulator.hpp"

#include <balint/log/file/output_file.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <csignal>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// What the command line asks for.
struct command {
  std::string file;
  std::map<std::string, std::string> keys;  ///< Those that have an option of their own.
  std::vector<std::string> sets;
  run_wishes run;
  std::string replay;
  std::uint32_t forks = 0;
  std::vector<std::string> policies;
};

/// What the help says that an option takes.
std::string type_of(const key& one) {
  if (one.takes == shape::whole) return "N";
  if (one.name == "out") return "DIR";
  return one.takes == shape::file ? "FILE" : one.name == "blocks" ? "A:B" : "TEXT";
}
template <typename Number>
bool read_number(std::string_view text, Number& into) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), into);
  return !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
}
/// `KEY=VALUE`, or nothing.
std::optional<std::pair<std::string, std::string>> pair_of(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

int replay(const experiment& what, const command& line) {
  single_session which;
  const auto colon = line.replay.find(':');
  if (!read_number(std::string_view(line.replay).substr(0, colon), which.number) ||
      (colon != std::string::npos &&
       (!read_number(std::string_view(line.replay).substr(colon + 1), which.event) || which.event == 0)))
    return complain(fmt::format("--replay: expected SESSION or SESSION:EVENT, such as 7391:40, found {}", line.replay));
  for (const auto* key : {"out", "blocks", "truth", "summary", "report", "odd"}) {
    if (const auto at = line.keys.find(key); at != line.keys.end() && !at->second.empty())
      return complain(fmt::format("--replay: plays one session alone, and --{} is about many", key));
  }
  const auto& players = line.run.players;
  if (players.is_allowed || !players.record.empty())
    return complain("--replay: runs nobody: say with --players replay:FILE what players outside answered");
  const auto with = make_simulator(what, {.log = true});
  const auto all = with->plan().max_sessions * with->plan().point_count() * with->plan().arm_count();
  if (which.number >= all)
    return complain(fmt::format("--replay: there are sessions 0 to {}, and no {}", all - 1, which.number));
  which.forks = static_cast<std::uint16_t>(line.forks);
  for (const auto& one : line.policies) which.policies.push_back(*pair_of(one));
  std::unique_ptr<outside_players> outside;
  if (!players.replay.empty()) {
    if (const auto faults = faults_of(players, what); !faults.empty()) return complain(faults[0]);
    auto begun = outside_players::begin(what, players, "", false);
    if (!begun) return complain(begun.error());
    outside = *std::move(begun);
  }
  constexpr const char* written[]{"log"};
  if (const auto fault = fault_of_files(what, players, written, false)) return complain(*fault);
  const auto log = what.text_of("log");
  const auto to = log.empty() ? std::string("-") : log;
  balint::output_file file(to);
  if (!file.is_good()) return complain(fmt::format("{}: cannot be written ({})", name_of_output(to), file.why()));
  const auto played = with->play(
      which, [&file](std::string_view piece) { return file.write(piece); },
      outside == nullptr ? nullptr : &outside->pool());
  if (!played) return complain("--replay: " + played.error());
  if (!file.keep()) return complain(fmt::format("{}: could not be written ({})", name_of_output(to), file.why()));
  return 0;
}

int simulate(const command& line) {
  settings all;
  auto found = read_settings(line.file, all);
  for (const auto& [name, text] : line.keys) {
    if (!text.empty()) set_key(name, text, "--" + name, all, found);
  }
  for (const auto& one : line.sets) {
    const auto pair = pair_of(one);
    if (!pair) {
      found.push_back(fmt::format("--set: expected KEY=VALUE, found {}", one));
      continue;
    }
    set_key(pair->first, pair->second, "--set " + pair->first, all, found);
  }
  std::vector<std::string> also_played;
  for (const auto& one : line.policies) {
    const auto pair = pair_of(one);
    if (!pair) return complain(fmt::format("--policy: expected PLAYER=NAME, found {}", one));
    also_played.push_back(pair->second);
  }
  if (const auto out = all.find("out"); !line.run.resume.empty() && out != all.end() && out->second.where.line == 0)
    found.push_back(fmt::format("--resume {} and {} {}: a run goes on in its folder: say only one of them",
                                line.run.resume, out->second.where.text(), out->second.what.as<std::string>()));
  if (found.empty()) {
    const auto what = make_experiment(line.file, all, also_played);
    if (what) return line.replay.empty() ? run_experiment(*what, line.run) : replay(*what, line);
    found = what.error();
  }
  for (const auto& one : found) complain(one);
  return exit_cannot;
}

/// `simulate merge DIR... [--out DIR]`
int merge(int count, char** words) {
  CLI::App app{"Puts the blocks of several folders together.", "simulate merge"};
  std::vector<std::string> folders;
  std::string out;
  app.add_option("DIR", folders, "The folders of the jobs")->required();
  app.add_option("--out", out, "Where results go; of one folder alone, into it if this is left out")
      ->check(not_empty());
  const auto check = [&] {
    if (out.empty() && folders.size() > 1) throw CLI::RequiredError("--out");
  };
  if (const auto over = parse(app, count, words, check)) return *over;
  return merge_folders(folders, out.empty() ? folders[0] : out);
}

/// `simulate calibrate LOG... [--table FILE]`
int calibrate(int count, char** words) {
  CLI::App app{"Estimates the parameters of players from recorded sessions, and writes a scenario with them.",
               "simulate calibrate"};
  std::vector<std::string> logs;
  std::string table;
  app.add_option("LOG", logs, "Logs of sessions of one protocol, in JSON Lines, XES or CSV")->required();
  app.add_option("--table", table, "Where to write every estimate with its interval, as CSV (calibration.csv)")
      ->check(not_empty());
  if (const auto over = parse(app, count, words)) return *over;
  return calibrate_logs(logs, table);
}

}  // namespace

int main(int count, char** words) {
  return run_program("simulate", [&] {
    std::signal(SIGPIPE, SIG_IGN);  // A pipe that nobody reads is a write that fails.
    const std::string_view first = count > 1 ? words[1] : "";
    if (first == "merge") return merge(count - 1, words + 1);
    if (first == "calibrate") return calibrate(count - 1, words + 1);
    if (first == "keys" && count == 2) {  // for the reference
      put(keys_in_markdown(), stdout);
      return end_of_output();
    }
    CLI::App app{"Simulates sessions as a scenario describes them. They are no evidence about people.", "simulate"};
    command line;
    app.add_option("SCENARIO", line.file, "The scenario, in TOML; - is standard input")->required();
    for (const auto& one : all_keys()) {
      const std::string name(one.name);
      if (one.is_option)
        app.add_option("--" + name, line.keys[name], std::string(one.meaning))
            ->type_name(type_of(one))
            ->check(not_empty());
    }
    app.add_option("--set", line.sets, "KEY=VALUE: any other key, as --set caps.max_minutes=90")
        ->allow_extra_args(false);
    auto* resume = app.add_option("--resume", line.run.resume, "Go on in this folder with the blocks that are missing")
                       ->check(not_empty());
    auto* replays = app.add_option("--replay", line.replay,
                                   "SESSION[:EVENT]: play this session alone, up to that event, as JSON Lines")
                        ->check(not_empty());
    app.add_option("--fork", line.forks, "Play so many other futures from that event on")
        ->check(CLI::Range(1, 65'535))
        ->needs(replays);
    app.add_option("--policy", line.policies, "PLAYER=NAME: who plays another policy from that event on")
        ->allow_extra_args(false)
        ->needs(replays);
    app.add_flag("--allow-players", line.run.players.is_allowed,
                 "Run the commands of the scenario's players outside: say it of scenarios that you trust");
    app.add_option("--record", line.run.players.record, "Where to write a cassette of what players outside answer")
        ->type_name("FILE")
        ->check(not_empty());
    app.add_option("--players", line.run.players.replay, "replay:FILE: play the answers of a cassette, and run nothing")
        ->check(not_empty());
    replays->excludes(resume);
    app.footer(
        "simulate merge DIR... --out DIR puts the blocks of a job array together; simulate calibrate LOG... estimates "
        "parameters from recorded sessions; simulate keys lists all keys.\n"
        "Exit code 0: done, and a precision that was not reached is reported; 2: the scenario cannot be simulated, "
        "something could not be read or written, or the run was interrupted: the blocks that were finished stay.");
    if (const auto over = parse(app, count, words)) return *over;
    return simulate(line);
  });
}
