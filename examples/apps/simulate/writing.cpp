// SPDX-License-Identifier: MIT
#include "writing.hpp"

#include "common/program.hpp"
#include "files.hpp"
#include "odd.hpp"
#include "outside.hpp"
#include "report.hpp"
#include "summary_text.hpp"
#include "tables.hpp"

#include <balint/experiment/results.hpp>
#include <balint/log/any/log_format.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <utility>

namespace ex = balint::experiment;
namespace fs = std::filesystem;

namespace {

/// Everything that is derived from results and goes into a folder.
bool fill_folder(const experiment& what, const simulator& with, const ex::results& found,
                 std::span<const fs::path> from, const fs::path& folder) {
  const auto in = [&](const char* name) { return (folder / name).string(); };
  if (!write_file(in("resolved.toml"), what.text()) || !write_file(in("odd.md"), odd_text(what, with.plan())) ||
      !write_file(in("stress.md"), stress_text(what, with.plan())) ||
      !write_file(in("datapackage.json"), data_package(folder, what.title)) ||
      !write_file(in("report.html"), report_page(what, with, found, from)))
    return false;
  const auto log = folder / log_of_sessions;
  for (const auto& name : formats_of(what)) {
    const auto format = balint::find_log_format(name);
    if (!format || *format == balint::log_format::jsonl) continue;
    const auto ending = *format == balint::log_format::ocel ? std::string("jsonocel") : name;
    if (!write_log(log, in(("recorded." + ending).c_str()), *format, *format == balint::log_format::xes_gz))
      return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> formats_of(const experiment& what) {
  const auto at = what.all.find("formats");
  if (at == what.all.end()) return {"jsonl"};
  std::vector<std::string> all;
  for (const auto& one : at->second.what.as<value::list>()) all.push_back(one.as<std::string>());
  if (all == std::vector<std::string>{"none"}) all.clear();
  return all;
}

kept_files kept_in_folder(const experiment& what) {
  return {.log = !formats_of(what).empty(),
          .truth = what.plants(),
          .expected = what.plants(),
          .refusals = true,
          .answers = !what.players.empty()};
}

int complain_of(const ex::failure& why, const std::string& folder) {
  if (why.what == ex::fault::exists)
    return complain(fmt::format("{}; go on with --resume {}, or write elsewhere", why.text, folder));
  return complain(why.text);
}

bool write_scenario(const experiment& what, const simulator& with, const fs::path& folder) {
  if (!write_file((folder / "scenario.toml").string(), what.settings_text())) return false;
  return !what.all.contains("points") ||
         write_file((folder / "points.csv").string(), ex::detail::points_table(with.plan()));
}

int write_all(const experiment& what, const simulator& with, std::span<const fs::path> from, const fs::path& folder,
              bool keeps_folder) {
  ex::manifest_notes notes;
  notes.more = {{"protocol", what.cells[0].what.protocol},
                {"evidence", "simulated sessions are no evidence about people"}};
  if (what.plants()) notes.more.emplace_back("deviations", "planted: see deviations.csv");
  std::optional<played_outside> played;
  if (!what.players.empty()) {
    played = read_played(what, with.plan(), from);
    notes.reproducible_by = played->reproducible_by;
    for (std::size_t i = 0; i < what.players.size(); ++i)
      notes.more.emplace_back("player_" + what.players[i].name, played->names[i]);
  }
  const auto found = ex::write_results(with.plan(), from, folder, notes);
  if (!found) return complain_of(found.error(), folder.string());
  if (played && !write_file((folder / table_of_players).string(), players_table(what, *played))) return exit_cannot;
  if (keeps_folder && !fill_folder(what, with, *found, from, folder)) return exit_cannot;
  if (const auto log = what.text_of("log"); !log.empty()) {
    const auto format = balint::format_by_ending(log).value_or(balint::log_format::jsonl);
    const bool is_packed = balint::has_ending(log, ".gz");
    if (!write_log(folder / log_of_sessions, log, format, is_packed)) return exit_cannot;
  }
  if (const auto truth = what.text_of("truth"); !truth.empty() && !copy_file(folder / table_of_expectations, truth))
    return exit_cannot;
  if (const auto summary = what.text_of("summary"); !summary.empty() && !copy_file(folder / "summary.csv", summary))
    return exit_cannot;
  if (const auto report = what.text_of("report");
      !report.empty() && !write_file(report, report_page(what, with, *found, from)))
    return exit_cannot;
  bool writes_to_output = false;
  for (const auto* key : written_files) writes_to_output |= what.text_of(key) == "-";
  if (!writes_to_output) put(summary_text(what, with.plan(), *found), stdout);
  if (played) put(players_text(what, *played), writes_to_output ? stderr : stdout);
  for (const auto point : found->not_precise)
    complain(fmt::format("point {}: {} sessions are too few for the precision that was asked for", point,
                         found->sessions[point]));
  return end_of_output();
}
