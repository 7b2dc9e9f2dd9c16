// SPDX-License-Identifier: MIT
/// @file
/// Converts a log into another format: `convert_log IN OUT`, `-` for standard input and output.
///
/// The formats are told by the endings of the names (.jsonl, .xes, .csv; .json or .jsonocel for OCEL, which is written
/// only; a .gz behind it packs the log) or by --from and --to. Exit code 0: the log was converted; what the other
/// format cannot hold is reported. 2: it could not be read or has no session, or could not be written; then OUT is as
/// it was.
#include "common/program.hpp"
#include "convert.hpp"

#include <balint/log/file/input_file.hpp>
#include <balint/log/file/output_file.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

constexpr int converted = 0;

int complain(const std::string& what) {
  complain_as("convert_log", what);
  return exit_cannot;
}

/// What is asked for on the command line.
struct wishes {
  std::string in, out, from, to, mapping;
};

std::optional<balint::log_format> format_of(const std::string& wish, const std::string& file) {
  return wish.empty() ? balint::format_by_ending(file) : balint::find_log_format(wish);
}

int convert_file(const wishes& all) {
  const auto from = format_of(all.from, all.in), to = format_of(all.to, all.out);
  if (!from)
    return complain(fmt::format(
        "{}: a log of which format? Its name should end in .jsonl, .xes, .xes.gz or .csv, or say --from", all.in));
  if (!to)
    return complain(fmt::format(
        "{}: which format is wanted? Its name should end in .jsonl, .xes, .xes.gz, .csv or .json (OCEL), or say --to",
        all.out));
  const std::string from_name = all.in == "-" ? "standard input" : all.in;
  const std::string to_name = all.out == "-" ? "standard output" : all.out;
  if (balint::is_same_file(all.out, all.in))
    return complain(fmt::format("{}: is the log that is read; the new one needs a name of its own", to_name));
  balint::log_mapping mapping;
  if (!all.mapping.empty()) {
    if (balint::is_same_file(all.out, all.mapping))
      return complain(fmt::format("{}: is the mapping; the new log needs a name of its own", to_name));
    auto loaded = balint::load_mapping(all.mapping);
    if (!loaded) return complain(loaded.error());
    mapping = std::move(*loaded);
  }
  const auto in = balint::open_input(all.in);
  if (!in) return complain(fmt::format("{}: cannot be opened ({}), expected a log", all.in, in.error()));

  balint::output_file file(all.out);
  if (!file.is_good()) return complain(fmt::format("{}: cannot be written ({})", to_name, file.why()));
  const bool is_packed = *to == balint::log_format::xes_gz || balint::has_ending(all.out, ".gz");
  const auto done = convert({in->get(), from_name, *from, std::move(mapping), {}}, *to, is_packed,
                            [&file](std::string_view piece) { return file.write(piece); });
  if (!done.unreadable.empty()) return complain(done.unreadable);
  if (done.sessions == 0) return complain(fmt::format("{}: found no session, expected a log of sessions", from_name));
  if (!done.is_written || !file.keep())
    return complain(fmt::format("{}: could not be written ({})", to_name, file.why()));
  for (const auto& loss : done.losses) complain(fmt::format("{}: left out: {}", to_name, loss));
  return converted;
}

}  // namespace

int main(int count, char** words) {
  return run_program("convert_log", [&] {
    CLI::App app{"Converts a log of sessions into another format."};
    wishes all;
    app.add_option("IN", all.in, "The log; - is standard input")->required();
    app.add_option("OUT", all.out, "Where to write it; - is standard output")->required();
    app.add_option("--from", all.from, "The format of IN, if its name does not say it")
        ->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv"}));
    app.add_option("--to", all.to, "The format of OUT, if its name does not say it")
        ->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv", "ocel"}));
    app.add_option("--mapping", all.mapping,
                   "What the names of another program's log, in XES or CSV, mean (docs/reference/formats.md)")
        ->check(not_empty());
    app.footer(
        "Exit code 0: converted, and what OUT cannot hold is reported; 2: IN could not be read or has no session, or "
        "OUT "
        "could not be written.");
    if (const auto over = parse(app, count, words)) return *over;
    return convert_file(all);
  });
}
