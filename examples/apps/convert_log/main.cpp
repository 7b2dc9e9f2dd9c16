// SPDX-License-Identifier: MIT
/// @file
/// Converts a log into another format: `convert_log IN OUT`, `-` for standard input and output.
///
/// The formats are told by the endings of the names (.jsonl, .xes, .xes.gz, .csv; .json or .jsonocel for OCEL, which is
/// written only) or by --from and --to. Exit code 0: the log was converted; what the other format cannot hold is said.
/// 2: it could not be read or written; then OUT is as it was.
#include "convert.hpp"

#include <balint/log/output_file.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>

namespace {

constexpr int converted = 0;
constexpr int cannot = 2;

int complain(const std::string& what) {
  fmt::print(stderr, "convert_log: {}\n", what);
  return cannot;
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
  balint::xes_mapping mapping;
  if (!all.mapping.empty()) {
    auto loaded = balint::load_mapping(all.mapping);
    if (!loaded) return complain(loaded.error());
    mapping = std::move(*loaded);
  }
  const balint::input_file in(all.in == "-" ? stdin : std::fopen(all.in.c_str(), "rb"));
  if (in == nullptr)
    return complain(fmt::format("{}: cannot be opened ({}), expected a log", all.in, std::strerror(errno)));
  const std::string name = all.in == "-" ? "standard input" : all.in;

  std::optional<balint::output_file> file;
  if (all.out != "-") file.emplace(all.out);
  if (file && !file->is_good()) return complain(fmt::format("{}: cannot be written ({})", all.out, file->why()));
  const auto done = convert(*from, in.get(), name, mapping, *to, [&file](std::string_view piece) {
    return file ? file->write(piece) : std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size();
  });
  if (!done.unreadable.empty()) return complain(done.unreadable);
  const bool is_kept = done.is_written && (file ? file->keep() : std::fflush(stdout) == 0);
  if (!is_kept)
    return complain(fmt::format("{}: could not be written ({})", file ? all.out : "standard output",
                                file ? file->why() : std::strerror(errno)));
  for (const auto& loss : done.losses)
    complain(fmt::format("{}: left out: {}", all.out == "-" ? "standard output" : all.out, loss));
  return converted;
}

}  // namespace

int main(int count, char** words) {
  CLI::App app{"Converts a log of sessions into another format."};
  wishes all;
  app.add_option("IN", all.in, "The log; - is standard input")->required();
  app.add_option("OUT", all.out, "Where to write it; - is standard output")->required();
  app.add_option("--from", all.from, "The format of IN, if its name does not say it")
      ->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv"}));
  app.add_option("--to", all.to, "The format of OUT, if its name does not say it")
      ->check(CLI::IsMember({"jsonl", "xes", "xes.gz", "csv", "ocel"}));
  app.add_option("--mapping", all.mapping,
                 "What the names of another program's XES log mean (docs/reference/formats.md)");
  app.footer(
      "Exit code 0: converted, and what OUT cannot hold is said; 2: IN could not be read or OUT not be written.");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? converted : cannot;
  }
  return convert_file(all);
}
