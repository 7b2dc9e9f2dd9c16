// SPDX-License-Identifier: MIT
/// @file
/// Holds an implementation, in any language, against the conformance suite: `conformance_kit --implementation
/// 'COMMAND'`.
///
/// Exit code 0: every trace passed or was skipped. 1: some trace failed, errored or timed out. 2: the suite could not
/// be read, nothing in it was asked for, or the report could not be written.
#include "answer.hpp"
#include "common/program.hpp"
#include "process.hpp"
#include "suite.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <vector>

namespace {

using namespace conformance;

/// An implementation that is started anew after it broke off.
class implementation {
 public:
  implementation(std::string command, std::chrono::milliseconds limit) : command_(std::move(command)), limit_(limit) {}

  result try_on(const trace& one) {
    if (!running_) running_ = std::make_unique<process>(command_);
    std::string answer;
    switch (running_->ask(one.request(), limit_, answer)) {
      case reply::line: return look_at(answer, one);
      case reply::late:
        running_.reset();
        return {outcome::timed_out, "no answer within " + std::to_string(limit_.count()) + " ms"};
      case reply::interrupted: running_.reset(); return {outcome::interrupted, {}};
      case reply::ended: break;
    }
    const auto how = running_->end();
    running_.reset();
    return {outcome::errored, "no answer: " + how};
  }

 private:
  result look_at(const std::string& answer, const trace& one) {
    auto came = answer_to(one, answer, parser_);
    if (came.is_out_of_turn) running_.reset();  // whoever answers out of turn cannot be talked to any longer
    return std::move(came.how);
  }

  std::string command_;
  std::chrono::milliseconds limit_;
  std::unique_ptr<process> running_;
  simdjson::dom::parser parser_;
};

/// The suite that was installed with this program, or else that of the tree it is run from; empty: neither is there.
std::string suite_at_hand() {
  std::error_code none;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", none);
  for (const auto& folder : {program.parent_path() / BALINT_SUITE_FROM_PROGRAM, std::filesystem::path("tests/suite")}) {
    if (std::filesystem::is_directory(folder / "cases", none)) return folder.lexically_normal().string();
  }
  return {};
}

struct options {
  std::string command;
  std::string suite = suite_at_hand();
  std::string only;
  double seconds = 10;
  std::size_t show = 20;
  bool prints = false;
  bool stops = false;
};

/// What others wrote, as it may be shown.
std::string plain(const std::string& text) { return balint::plain_line(text); }

std::string words(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& one : all) text += (text.empty() ? "" : ", ") + one;
  return text;
}

int complain(const std::string& what) {
  complain_as("conformance_kit", what);
  return exit_cannot;
}

int run(const options& how) {
  const auto cases = read_cases(how.suite);
  if (!cases) return complain(cases.error());
  interruption::listen();
  implementation other(how.command, std::chrono::milliseconds(static_cast<std::int64_t>(how.seconds * 1000)));
  std::array<std::size_t, outcome_names.size()> counts{};
  std::map<std::string, std::set<std::string>> broken;  // requirement -> cases
  std::size_t traces = 0;
  std::size_t told = 0;
  bool is_good = true;
  for (const auto& one : *cases) {
    for (const auto& each : one.traces) {
      if (each.name.find(how.only) == std::string::npos || (how.stops && !is_good)) continue;
      ++traces;
      if (how.prints) {
        std::fputs(each.request().c_str(), stdout);
        continue;
      }
      const auto came = other.try_on(each);
      if (came.what == outcome::interrupted) return exit_cannot;
      ++counts[static_cast<std::size_t>(came.what)];
      if (came.what == outcome::passed) continue;
      if (came.what != outcome::skipped) {
        is_good = false;
        for (const auto& requirement : one.requirements) broken[requirement].insert(one.id);
      }
      if (told++ >= how.show) continue;
      std::printf("%s %s\n  %s [%s]\n  %s\n", std::string(outcome_names[static_cast<std::size_t>(came.what)]).c_str(),
                  plain(each.name).c_str(), plain(one.title).c_str(), plain(words(one.requirements)).c_str(),
                  plain(came.why).c_str());
      if (!is_output_written()) return complain("the report could not be written");
    }
  }
  if (traces == 0) return complain("no trace has \"" + how.only + "\" in its name");
  if (!how.prints) {
    if (told > how.show) std::printf("and %zu more; --show %zu shows them\n", told - how.show, told);
    for (const auto& [requirement, where] : broken)
      std::printf("%s: not as required in %zu cases\n", plain(requirement).c_str(), where.size());
    std::printf("%zu traces:", traces);
    for (std::size_t i = 0; i < counts.size(); ++i)
      std::printf("%s %zu %s", i == 0 ? "" : ",", counts[i], std::string(outcome_names[i]).c_str());
    std::printf("\n");
  }
  if (!is_output_written()) return complain("the report could not be written");
  return is_good ? 0 : 1;
}

}  // namespace

int main(int count, char** values) {
  return run_program("conformance_kit", [&] {
    CLI::App app{
        "Holds an implementation, in any language, against the conformance suite. docs/reference/suite.md describes "
        "what "
        "it is "
        "asked."};
    options how;
    auto* command =
        app.add_option("--implementation", how.command,
                       "The command that is asked, one JSON line for each trace, and answers, one JSON line each");
    app.add_option("--suite", how.suite,
                   "The folder of the suite; where none is named, the one that was installed with this program")
        ->capture_default_str();
    app.add_option("--only", how.only, "Only traces with this in their name");
    app.add_option("--timeout", how.seconds, "Seconds to wait for an answer")
        ->capture_default_str()
        ->check(between(0.001, 86400, "seconds"));
    app.add_option("--show", how.show, "How many traces to show that did not pass")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    app.add_flag("--fail-fast", how.stops, "Stop at the first trace that fails, errors or times out");
    auto* prints = app.add_flag("--print", how.prints, "Print what would be asked, and ask nobody");
    app.footer(
        "Exit code 0: every trace passed or was skipped; 1: some failed, errored or timed out; 2: nothing could be "
        "tried, or the report could not be written.");
    const auto over = parse(app, count, values, [&] {
      if (command->count() + prints->count() == 0) throw CLI::RequiredError("--implementation");
      if (how.suite.empty()) throw CLI::RequiredError("--suite");
    });
    if (over) return *over;
    const int code = run(how);
    interruption::end();
    return code;
  });
}
