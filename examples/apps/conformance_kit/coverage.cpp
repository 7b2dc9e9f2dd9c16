// SPDX-License-Identifier: MIT
/// @file
/// Says which cells of the model a set of traces exercises: `model_coverage LOG...` of logs of one's own, or
/// `model_coverage --suite DIR` of a suite.
///
/// Exit code 0: read. 1: less is exercised than `--at-least` asks for. 2: something could not be read or has no
/// session, or the report could not be written.
#include "common/program.hpp"
#include "suite.hpp"

#include <balint/conformance/coverage.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/jsonl/jsonl.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace balint;

template <typename List>
struct coverages;
template <protocol... Ps>
struct coverages<protocol_list<Ps...>> {
  std::tuple<coverage<Ps>...> all;
};

/// Follows every session as the judge does.
struct covering {
  coverages<all_protocols>* into;
  template <typename P>
  struct handler {
    coverage<P>* seen;
    judge<P> by;
    void event(const logged_event<P>& e) {
      const auto before = by.session();
      by.apply(e.event);
      seen->see(before, e.event, by.session());
    }
    void end(bool) {}
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    auto* const seen = &std::get<coverage<P>>(into->all);
    const auto formed = form(*h.roster);
    seen->begin(formed);
    return {seen, judge<P>(formed)};
  }
};

/// How much is asked for: percent of what there is.
struct wish {
  double at_least;
  bool shows_missing;
};

bool is_enough(const share& part, double percent) {
  return static_cast<double>(part.seen) * 100 >= percent * static_cast<double>(part.of);
}

/// Says what of one protocol is exercised; whether it is enough.
template <typename P>
bool report(const coverage<P>& seen, const wish& how) {
  if (seen.traces() == 0) return true;
  const auto open = seen.open_cells();
  const auto closed = seen.closed_cells();
  const auto refusals = seen.refusals();
  std::printf("%s: %llu sessions, %llu events\n", std::string(P::name).c_str(),
              static_cast<unsigned long long>(seen.traces()), static_cast<unsigned long long>(seen.events()));
  std::printf("  cells that are open: an event accepted in %zu of %zu\n", open.seen, open.of);
  std::printf("  other cells: an event tried in %zu of %zu\n", closed.seen, closed.of);
  std::printf("  refusals: %zu of %zu\n", refusals.seen, refusals.of);
  std::printf("  pairs of acts, one accepted right after the other: %zu\n", seen.pairs().seen);
  if (how.shows_missing) {
    coverage<P>::each_cell([&](stage_id<P> stage, act_id<P> act, std::size_t role, bool is_open) {
      const auto count = seen.cell(stage, act, role);
      if (count.accepted != 0 || (!is_open && count.refused != 0)) return;
      std::printf("  missing: %s in %s by %s, %s\n", std::string(name_of<P>(act)).c_str(),
                  std::string(name_of<P>(stage)).c_str(), std::string(coverage<P>::role_name(role)).c_str(),
                  is_open ? "accepted" : "tried");
    });
    for (std::size_t i = 0; i < code_count; ++i) {
      const auto one = static_cast<code>(i);
      if (coverage<P>::can_be_met(one) && seen.times(one) == 0)
        std::printf("  missing: the refusal %s\n", std::string(name_of(one)).c_str());
    }
  }
  return is_enough(open, how.at_least) && is_enough(closed, how.at_least) && is_enough(refusals, how.at_least);
}

/// Reads a log; why it could not be read to its end, or nothing.
std::string read(std::FILE* file, const std::string& name, coverages<all_protocols>& into) {
  jsonl_reader<> reader(file, name);
  const auto sessions = reader.read(covering{&into});
  if (sessions) return *sessions != 0 ? std::string() : name + ": found no session, expected a log of sessions";
  return sessions.error().message();
}

using file_handle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::string read_suite(const std::string& folder, coverages<all_protocols>& into) {
  const auto cases = conformance::read_cases(folder);
  if (!cases) return cases.error();
  for (const auto& one : *cases) {
    for (const auto& trace : one.traces) {
      auto log = trace.log();
      const file_handle file(fmemopen(log.data(), log.size(), "rb"), &std::fclose);
      if (auto why = read(file.get(), trace.name, into); !why.empty()) return why;
    }
  }
  return {};
}

}  // namespace

int main(int count, char** values) {
  return run_program("model_coverage", [&] {
    CLI::App app{
        "Says which cells of the model a set of traces exercises: each act, in each stage, by a holder of each role."};
    std::vector<std::string> logs;
    std::string suite;
    wish how{0, false};
    app.add_option("LOG", logs, "Logs in JSON Lines; - is standard input");
    app.add_option("--suite", suite, "The folder of a conformance suite");
    app.add_flag("--missing", how.shows_missing, "List what is not exercised");
    app.add_option("--at-least", how.at_least,
                   "Fail if less than so many percent of the cells or of the refusals are exercised")
        ->check(between(0, 100, "percent"));
    const auto over = parse(app, count, values, [&] {
      if (logs.empty() && suite.empty()) throw CLI::RequiredError("LOG or --suite");
    });
    if (over) return *over;
    const auto all = std::make_unique<coverages<all_protocols>>();
    std::string why = suite.empty() ? std::string() : read_suite(suite, *all);
    for (const auto& name : logs) {
      if (!why.empty()) break;
      const auto file = open_input(name);
      why = file ? read(file->get(), name == "-" ? "standard input" : name, *all)
                 : name + ": cannot be opened (" + file.error() + "), expected a log";
    }
    if (!why.empty()) {
      complain_as("model_coverage", why);
      return exit_cannot;
    }
    const bool is_good =
        std::apply([&](const auto&... seen) { return (static_cast<int>(report(seen, how)) & ...); }, all->all) != 0;
    if (!is_output_written()) {
      complain_as("model_coverage", "the report could not be written");
      return exit_cannot;
    }
    return is_good ? 0 : 1;
  });
}
