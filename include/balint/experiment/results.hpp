// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Puts the results of an experiment together from its blocks: tables, logs and the manifest, in the order of blocks.
#include <balint/experiment/blocks/accumulator.hpp>
#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/blocks/segment.hpp>
#include <balint/experiment/detail/csv.hpp>
#include <balint/experiment/schedule.hpp>
#include <balint/experiment/statistics/detail/int128.hpp>
#include <balint/experiment/stopping.hpp>
#include <balint/experiment/summary.hpp>
#include <balint/log/file/output_file.hpp>
#include <balint/log/json_text.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace balint::experiment {

/// What results are worth, in the manifest.
struct manifest_notes {
  /// Whether the same plan gives the same bytes: `seed`, `cassette` or `no`.
  std::string reproducible_by = "seed";
  /// More members of the manifest: names, and values that are texts.
  std::vector<std::pair<std::string, std::string>> more = {};
};

/// What was put together, for a report.
struct results {
  /// The rows of `summary.csv`.
  std::vector<summary_row> summary = {};
  /// The rows of `contrasts.csv`.
  std::vector<contrast_row> contrasts = {};
  /// How many sessions of each arm there are at each point.
  std::vector<std::uint64_t> sessions = {};
  /// How many blocks are missing of those that there may be: where sessions were stopped, or of other jobs.
  std::uint64_t missing = 0;
  /// Points at which all the sessions that there may be were too few for the precision that was asked for.
  std::vector<std::uint32_t> not_precise = {};
};

namespace detail {

/// The files that are made from the sums.
enum class table : std::uint8_t { points, accumulators, histograms, summary, contrasts, manifest };
inline constexpr std::string_view table_names[]{"points.csv",  "accumulators.csv", "histograms.csv",
                                                "summary.csv", "contrasts.csv",    "manifest.json"};

/// Files of a directory that get their names once all of them are whole.
class result_files {
 public:
  explicit result_files(std::filesystem::path directory) : directory_(std::move(directory)) {}
  /// Begins a file.
  output_file& begin(std::string_view name) {
    names_.emplace_back(name);
    return files_.emplace_back(directory_ / name);
  }
  /// Gives them their names.
  [[nodiscard]] std::expected<void, failure> keep() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!files_[i].keep())
        return std::unexpected(failure{fault::not_written, (directory_ / names_[i]).string() + ": " + files_[i].why()});
    }
    return {};
  }

 private:
  std::filesystem::path directory_;
  std::vector<std::string> names_;
  std::deque<output_file> files_;
};

[[nodiscard]] inline std::string points_table(const plan& of) {
  std::string out = "point";
  for (const auto& name : of.design.parameters) {
    out += ',';
    append_cell(out, name);
  }
  out += '\n';
  for (std::size_t i = 0; i < of.design.points.size(); ++i) {
    out += std::to_string(i);
    for (const auto& cell : of.design.points[i]) {
      out += ',';
      append_cell(out, cell);
    }
    out += '\n';
  }
  return out;
}
inline void append_sums(std::string& out, const plan& of, const accumulator& sums, std::uint32_t point) {
  for (std::size_t a = 0; a < of.arms.size(); ++a) {
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
      const auto& one = sums.of(a, m);
      append(out, point, ',');
      append_cell(out, of.arms[a]);
      out += ",,";
      append_cell(out, of.metrics[m].name);
      out += ',';
      append(out, sums.count(), ',');
      out += text_of(one.sum) + ',' + text_of(one.squares) + ',' + text_of(one.cubes) + ',';
      append(out, one.least, ',');
      append(out, one.most, ',');
      out += ",,,\n";
    }
  }
  for (std::size_t c = 0; c < of.contrasts.size(); ++c) {
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
      const auto& one = sums.of_pairs(c, m);
      append(out, point, ',');
      append_cell(out, of.arms[of.contrasts[c].arm]);
      out += ',';
      append_cell(out, of.arms[of.contrasts[c].versus]);
      out += ',';
      append_cell(out, of.metrics[m].name);
      out += ',';
      append(out, sums.count(), ',');
      out += ",,,,,";
      out += text_of(one.products) + ',' + text_of(one.difference_cubes) + ',';
      append(out, one.only_first, ',');
      append(out, one.only_second, '\n');
    }
  }
}
inline void append_histograms(std::string& out, const plan& of, const accumulator& sums, std::uint32_t point) {
  for (std::size_t a = 0; a < of.arms.size(); ++a) {
    for (std::size_t m = 0; m < of.metrics.size(); ++m) {
      const auto& values = sums.of(a, m).values;
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto cell = values.at_place(i);
        if (cell.count == 0) continue;
        append(out, point, ',');
        append_cell(out, of.arms[a]);
        out += ',';
        append_cell(out, of.metrics[m].name);
        out += ',';
        append(out, cell.from, ',');
        append(out, cell.to, ',');
        append(out, cell.count, '\n');
      }
    }
  }
}
[[nodiscard]] inline std::string manifest_of(const plan& of, const results& found, std::size_t blocks,
                                             const manifest_notes& notes) {
  const auto own = identity::of(of);
  std::string out = "{\n";
  const auto add = [&out](std::string_view name, const std::string& value, bool is_last = false) {
    out += "  " + to_json(name) + ": " + value + (is_last ? "\n" : ",\n");
  };
  std::uint64_t sessions = 0;
  for (const auto one : found.sessions) sessions += one;
  add("balint", to_json(own.version));
  add("stream_version", std::to_string(own.streams));
  add("scenario_hash", to_json(hex_of(own.scenario)));
  add("plan_hash", to_json(hex_of(own.plan)));
  add("seed", std::to_string(of.seed));
  add("reproducible_by", to_json(notes.reproducible_by));
  add("points", std::to_string(of.point_count()));
  add("arms", std::to_string(of.arm_count()));
  add("sessions", std::to_string(sessions * of.arm_count()));
  add("max_sessions", std::to_string(of.max_sessions));
  add("block_size", std::to_string(of.block_size));
  add("blocks", std::to_string(blocks));
  add("points_not_precise", std::to_string(found.not_precise.size()));
  for (const auto& [name, value] : notes.more) add(name, to_json(value));
  add("note", to_json("Simulated sessions: no evidence about people. Intervals are each at 95 %."), true);
  return out + "}\n";
}

}  // namespace detail

/// Puts together what directories of results have of a plan, and writes it to one: the files of the plan, `points.csv`,
/// `accumulators.csv`, `histograms.csv`, `summary.csv`, `contrasts.csv`, `manifest.json`. No file has its name before
/// all of them are whole. It needs the memory of a block and of the tables, however many sessions there are. Where
/// there are more directories than one, they are merged.
/// @snippet run_an_experiment.cpp experiment
[[nodiscard]] inline std::expected<results, failure> write_results(const plan& of,
                                                                   std::span<const std::filesystem::path> from,
                                                                   const std::filesystem::path& to,
                                                                   const manifest_notes& notes = {}) {
  if (const auto faults = faults_of(of); !faults.empty())
    return std::unexpected(failure{fault::bad_plan, faults.front()});
  const auto there = archive::open(of, from);
  if (!there) return std::unexpected(there.error());
  std::error_code error;
  std::filesystem::create_directories(to, error);
  if (error) return detail::not_written(to);

  detail::result_files files(to);
  std::vector<output_file*> pieces;
  for (const auto& one : of.files) {
    pieces.push_back(&files.begin(one.name));
    pieces.back()->write(one.head);
  }
  for (const auto number : there->numbers()) {
    const auto block = there->read(of, number);
    if (!block) return std::unexpected(block.error());
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i]->write(block->pieces[i]);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i]->write(of.files[i].tail);

  std::vector<output_file*> tables;
  for (const auto name : detail::table_names) tables.push_back(&files.begin(name));
  const auto put = [&](detail::table which, std::string_view text) {
    tables[static_cast<std::size_t>(which)]->write(text);
  };
  put(detail::table::points, detail::points_table(of));
  put(detail::table::accumulators,
      "point,arm,versus,metric,n,sum,squares,cubes,least,most,products,difference_cubes,n10,n01\n");
  put(detail::table::histograms, "point,arm,metric,from,to,n\n");
  put(detail::table::summary, summary_columns);
  put(detail::table::contrasts, contrasts_columns);

  results made;
  made.missing = of.block_count() - there->size();
  for (std::uint32_t point = 0; point < of.point_count(); ++point) {
    const auto sums = sums_of_point(of, *there, point);
    if (!sums) return std::unexpected(sums.error());
    made.sessions.push_back(sums->count());
    if (!of.stop_at.empty() && !is_precise(of, *sums)) made.not_precise.push_back(point);
    if (sums->count() == 0) continue;
    std::string accumulators, histograms, summary, contrasts;
    detail::append_sums(accumulators, of, *sums, point);
    detail::append_histograms(histograms, of, *sums, point);
    for (const auto& row : summary_of(of, *sums, point)) {
      append_row(summary, of, row);
      made.summary.push_back(row);
    }
    for (const auto& row : contrasts_of(of, *sums, point)) {
      append_row(contrasts, of, row);
      made.contrasts.push_back(row);
    }
    put(detail::table::accumulators, accumulators);
    put(detail::table::histograms, histograms);
    put(detail::table::summary, summary);
    put(detail::table::contrasts, contrasts);
  }
  put(detail::table::manifest, detail::manifest_of(of, made, there->size(), notes));
  if (auto kept = files.keep(); !kept) return std::unexpected(kept.error());
  return made;
}
/// The same, of one directory, into it.
[[nodiscard]] inline std::expected<results, failure> write_results(const plan& of,
                                                                   const std::filesystem::path& directory,
                                                                   const manifest_notes& notes = {}) {
  return write_results(of, std::span(&directory, 1), directory, notes);
}

}  // namespace balint::experiment
