// SPDX-License-Identifier: MIT
/// @file
/// Judges recorded sessions: `check_session [--format text|json] [--repair] [--threads N] FILE...`, `-` for standard input.
///
/// A log is in XES or CSV when its name ends in .xes, .xes.gz or .csv, else in JSON Lines; --from says otherwise.
///
/// Exit code 0: every session is conforming, terminated or in progress. 1: some session is different or breaks a rule.
/// 2: input could not be read or output not written; what was read before is judged and printed all the same.
#include "check_files.hpp"
#include "json_style.hpp"
#include "text_style.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

constexpr int clean = 0;
constexpr int found_something = 1;
constexpr int cannot = 2;

int check_files(const std::vector<std::string>& files, const log_reading& as, const request& asked, std::size_t threads) {
  outlet out(stdout);
  file_checker checker(asked, as, threads, out);
  for (const auto& name : files) checker.check(name);
  const bool could_read = checker.finish();
  asked.how.summary(checker.seen(), out);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || !out.is_good()) {
    complain("the report could not be written");
    return cannot;
  }
  if (!could_read) return cannot;
  return checker.seen().of(balint::verdict::different) + checker.seen().of(balint::verdict::rule_violation) == 0 ? clean : found_something;
}

}  // namespace

int main(int count, char** words) {
  CLI::App app{"Judges recorded sessions against their protocol."};
  std::string format = "text";
  std::string from, mapping;
  std::vector<std::string> files;
  app.add_option("--format", format, "How to report: text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  bool repairs = false;
  app.add_flag("--repair", repairs, "Say what would make each session conforming, with as few changes as can be; keeps each session in memory");
  std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("--threads", threads, "How many threads; the report is the same with any number")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_option("--from", from, "The format of the logs, if their names do not say it")->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv"}));
  app.add_option("--mapping", mapping, "What the names of another program's XES logs mean (docs/logs.md)");
  app.add_option("FILE", files, "Logs in JSON Lines, XES (.xes, .xes.gz) or CSV (.csv); - is standard input")->required();
  app.footer("Exit code 0: every session is conforming, terminated or in progress; 1: some session is different or breaks a "
             "rule; 2: input could not be read.");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? clean : cannot;
  }
  log_reading as{find_log_format(from), {}};
  if (!mapping.empty()) {
    auto loaded = load_mapping(mapping);
    if (!loaded) {
      complain(loaded.error());
      return cannot;
    }
    as.mapping = std::move(*loaded);
  }
  const auto how = format == "json" ? std::unique_ptr<style>(std::make_unique<json_style>()) : std::make_unique<text_style>();
  return check_files(files, as, {*how, repairs}, threads);
}
