// SPDX-License-Identifier: MIT
/// @file
/// Judges recorded sessions: `check_session [--format text|json] [--repair] [--threads N] FILE...`, `-` for standard input.
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
#include <vector>

namespace {

constexpr int clean = 0;
constexpr int found_something = 1;
constexpr int cannot = 2;

int check_files(const std::vector<std::string>& files, const request& asked, std::size_t threads) {
  outlet out(stdout);
  file_checker checker(asked, threads, out);
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
  std::vector<std::string> files;
  app.add_option("--format", format, "How to report: text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  bool repairs = false;
  app.add_flag("--repair", repairs, "Say what would make each session conforming, with as few changes as can be; keeps each session in memory");
  std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("--threads", threads, "How many threads; the report is the same with any number")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  app.add_option("FILE", files, "Logs in JSON Lines; - is standard input")->required();
  app.footer("Exit code 0: every session is conforming, terminated or in progress; 1: some session is different or breaks a "
             "rule; 2: input could not be read.");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? clean : cannot;
  }
  const auto how = format == "json" ? std::unique_ptr<style>(std::make_unique<json_style>()) : std::make_unique<text_style>();
  return check_files(files, {*how, repairs}, threads);
}
