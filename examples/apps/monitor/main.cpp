// SPDX-License-Identifier: MIT
/// @file
/// Follows many live sessions on standard input: `tail -n +1 -f stream.jsonl | monitor [--format text|json]`.
///
/// Prints findings, endings and deliveries as they come; ends at the end of input or when it is interrupted (SIGINT,
/// SIGTERM, SIGHUP), with a summary. Exit code 0: nothing was found. 1: something was found in some session. 2: some
/// line could not be read, no session came, or output could not be written.
#include "common/program.hpp"
#include "report.hpp"
#include "standard_input.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

constexpr int clean = 0;
constexpr int found_something = 1;

int complain(std::string_view what) {
  complain_as("monitor", what);
  return exit_cannot;
}

/// Takes lines until there are no more, somebody interrupts, or nothing can be written any longer. False: input failed.
bool follow(balint::jsonl_monitor<report&>& sessions, report& told) {
  using result = balint::line_reader::result;
  balint::line_reader lines(read_standard_input);
  std::string_view line;
  while (!told.is_broken()) {
    const auto came = lines.next(line);
    if (came == result::end || interruption::came()) return true;
    if (came == result::unreadable) return false;
    if (came == result::too_long) {
      const auto number = lines.number() + 1;
      told.fault({0, "a line of more than 1 MiB", "shorter lines"}, number);
      if (!lines.skip()) return false;
      continue;
    }
    const auto taken = sessions.take_padded(line, lines.number());
    if (!taken) {
      told.fault(taken.error(), lines.number());
    } else if (taken->came != balint::delivery::in_order) {
      told.delivered(*taken, lines.number());
    }
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  return run_program("monitor", [&] {
    CLI::App app{
        "Follows live sessions on standard input: JSON Lines in which each event says which session it is of."};
    std::string format = "text";
    std::size_t remembered = 1024;
    app.add_option("--format", format, "How to report: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    app.add_option("--remember", remembered, "How many sessions to remember after their end")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    app.footer(
        "Exit code 0: nothing was found; 1: something was found in some session; 2: some line could not be read, no "
        "session came, or the report could not be written.");
    if (const auto over = parse(app, count, words)) return *over;
    if (!interruption::listen()) return complain("signals cannot be listened to");
    report told(format == "json");
    balint::jsonl_monitor<report&> sessions(told, remembered);
    const bool could_read = follow(sessions, told);
    told.summary(sessions.sessions());
    if (told.is_broken()) return complain("the report could not be written");
    if (!could_read) return complain("standard input cannot be read any further");
    if (told.seen().faults != 0) return exit_cannot;
    if (told.seen().sessions() == 0) return complain("standard input: found no session, expected a stream of sessions");
    return told.seen().findings == 0 ? clean : found_something;
  });
}
