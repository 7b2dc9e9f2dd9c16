// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Runs an experiment in threads. What comes out does not depend on how many there are.
#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/block_result.hpp>
#include <balint/experiment/blocks/failure.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/blocks/plan.hpp>
#include <balint/experiment/schedule.hpp>
#include <balint/experiment/blocks/segment.hpp>
#include <balint/experiment/blocks/worker.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace balint::experiment {

/// How far an experiment is.
struct progress {
  /// How many blocks were computed up to the next look.
  std::uint64_t done = 0;
  /// How many are to be.
  std::uint64_t all = 0;
};

/// How an experiment is run. Nothing of it changes what comes out.
struct run_options {
  /// How many threads; each has a worker and a segment.
  unsigned threads = 1;
  /// Which blocks: all, or those of one job of an array. Jobs may share a directory.
  block_range blocks = {};
  /// Whether it goes on with the blocks that there are; else there have to be none. Jobs of an array always do.
  bool resumes = false;
  /// Becomes true when no more blocks are to be begun; those that were computed stay.
  const std::atomic<bool>* interrupted = nullptr;
  /// Is told after each block, by one thread at a time.
  std::function<void(const progress&)> on_progress = {};
};

/// What was done.
struct run_report {
  /// How many blocks were there before.
  std::uint64_t found = 0;
  /// How many were computed.
  std::uint64_t computed = 0;
  /// Whether it was interrupted: it goes on with `resumes`.
  bool is_interrupted = false;
};

namespace detail {

/// Computes some blocks in threads, each of which has a worker and a segment.
template <makes_workers Make>
[[nodiscard]] std::expected<std::uint64_t, failure> compute(const plan& of, const std::filesystem::path& directory,
                                                            const std::vector<std::uint64_t>& blocks,
                                                            const run_options& how, Make& make) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> has_failed = false;
  std::mutex one_at_a_time;
  std::uint64_t done = 0;
  std::optional<failure> why;
  const auto work = [&](auto worker) {
    auto segment = segment_writer::begin(directory, identity::of(of));
    block_computer computes(of, std::move(worker));
    std::expected<void, failure> kept;
    if (!segment) kept = std::unexpected(segment.error());
    while (kept && !has_failed && (how.interrupted == nullptr || !*how.interrupted)) {
      const auto i = next.fetch_add(1);
      if (i >= blocks.size()) return;
      const auto& made = computes(of.block_at(blocks[i]));
      kept = computes.why_not() ? std::unexpected(*computes.why_not()) : segment->append(made);
      const std::scoped_lock lock(one_at_a_time);
      done += static_cast<std::uint64_t>(kept.has_value());
      if (kept && how.on_progress) how.on_progress({done, blocks.size()});
    }
    if (kept || kept.error().what == fault::interrupted) return;
    has_failed = true;
    const std::scoped_lock lock(one_at_a_time);
    why = kept.error();
  };
  {
    std::vector<std::jthread> threads;
    const auto many = std::min<std::size_t>(how.threads, blocks.size());
    for (std::size_t i = 1; i < many; ++i) threads.emplace_back(work, make());
    work(make());
  }
  if (why) return std::unexpected(*std::move(why));
  return done;
}

/// The archive that a run begins with.
[[nodiscard]] inline std::expected<archive, failure> begin_run(const plan& of, const std::filesystem::path& directory,
                                                               const run_options& how) {
  if (const auto faults = faults_of(of); !faults.empty())
    return std::unexpected(failure{fault::bad_plan, faults.front()});
  auto there = archive::open(of, directory);
  std::error_code error;
  if (!how.resumes && how.blocks == block_range{} && std::filesystem::exists(segments_in(directory), error))
    return std::unexpected(failure{fault::exists, directory.string() + " has results already"});
  return there;
}

}  // namespace detail

/// Runs an experiment: computes the blocks that are missing and keeps them in segments of a directory, where
/// `write_results` finds them. `make` makes a worker for each thread.
/// @snippet run_an_experiment.cpp experiment
template <makes_workers Make>
[[nodiscard]] std::expected<run_report, failure> run(const plan& of, const std::filesystem::path& directory, Make make,
                                                     const run_options& how = {}) {
  auto there = detail::begin_run(of, directory, how);
  if (!there) return std::unexpected(there.error());
  run_report report{.found = there->size()};
  for (schedule next(of, how.blocks);;) {
    const auto blocks = next.next(*there);
    if (!blocks) return std::unexpected(blocks.error());
    if (blocks->empty()) return report;
    const auto done = detail::compute(of, directory, *blocks, how, make);
    if (!done) return std::unexpected(done.error());
    report.computed += *done;
    report.is_interrupted = *done < blocks->size();
    if (report.is_interrupted) return report;
    there = archive::open(of, directory);
    if (!there) return std::unexpected(there.error());
  }
}

}  // namespace balint::experiment
