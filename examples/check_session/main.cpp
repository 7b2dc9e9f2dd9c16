// SPDX-License-Identifier: MIT
/// @file
/// Judges recorded sessions: `check_session [--format text|json] FILE...`, `-` for standard input.
///
/// Exit code 0: every session is conforming, terminated or in progress. 1: some session is different or breaks a rule.
/// 2: input could not be read or output not written; what was read before is judged and printed all the same.
#include "check.hpp"
#include "json_style.hpp"
#include "text_style.hpp"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int clean = 0;
constexpr int found_something = 1;
constexpr int cannot = 2;

void complain(const std::string& what) {
  std::fflush(stdout);
  fmt::print(stderr, "check_session: {}\n", what);
}

/// Judges one file; false: it could not be read to its end.
bool check_file(const std::string& name, const style& how, tally& all) {
  const bool is_standard = name == "-";
  std::FILE* const file = is_standard ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) {
    complain(fmt::format("{}: cannot be opened ({}), expected a log in JSON Lines", name, std::strerror(errno)));
    return false;
  }
  const auto why_not = check_log(file, is_standard ? "standard input" : name, how, all);
  if (!is_standard) std::fclose(file);
  if (!why_not.empty()) complain(why_not);
  return why_not.empty();
}

int check_files(const std::vector<std::string>& files, const style& how) {
  tally all;
  bool could_read = true;
  for (const auto& name : files) could_read = check_file(name, how, all) && could_read;
  how.summary(all);
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || all.cannot_write) {
    complain("the report could not be written");
    return cannot;
  }
  if (!could_read) return cannot;
  return all.of(balint::verdict::different) + all.of(balint::verdict::rule_violation) == 0 ? clean : found_something;
}

}  // namespace

int main(int count, char** words) {
  CLI::App app{"Judges recorded sessions against their protocol."};
  std::string format = "text";
  std::vector<std::string> files;
  app.add_option("--format", format, "How to report: text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  app.add_option("FILE", files, "Logs in JSON Lines; - is standard input")->required();
  app.footer("Exit code 0: every session is conforming, terminated or in progress; 1: some session is different or breaks a "
             "rule; 2: input could not be read.");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? clean : cannot;
  }
  const auto how = format == "json" ? std::unique_ptr<style>(std::make_unique<json_style>()) : std::make_unique<text_style>();
  return check_files(files, *how);
}
